import { fileURLToPath } from 'node:url';
import type { Pool } from '../batch/pool.ts';
import type { Work, WorkModule } from '../batch/task.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Form } from './form.ts';
import type { CrewOptions, PrivacyOptions, ReadingOptions } from './options.ts';
import type { ShardOptions } from './shard.ts';
import type { ViewName } from './views/view.ts';
import type { WorkOptions } from './work.ts';
import type { Crew } from './workers.ts';

/** The work on each visit, for this thread or a worker. A lexicon with rules of the user's own is compiled but once. */
export async function workOf(
  options: ReadingOptions & PrivacyOptions & CrewOptions & ShardOptions,
  view: ViewName,
  { writer, options: look }: Form,
  { workers }: Crew,
  loaded?: Lexicon,
): Promise<Work> {
  const { lexicon: dirs, scoring, from, map, kind, clinician, patient, idPrefix, keep = [], manifest } = options;
  const { quotes, redact, shard } = options;
  const isOwn = dirs !== undefined || scoring !== undefined;
  const isPacked = isOwn && workers > 1;
  const own = isOwn ? (loaded ?? (await lexiconOf(options))) : undefined;
  if (own) (await import('../tag/unknown-conditions.ts')).checkConditions(own);
  const work: WorkOptions = {
    view,
    privacy: { quotes, redact },
    reading: { from, map, kind, clinician, patient, idPrefix, keep },
    keep,
    lexicon: isPacked && own ? { packed: await pack(own) } : { dirs, scoring },
    to: writer.id,
    look,
    shard,
    ...(manifest !== undefined && { wantsSums: true }),
  };
  return { path: workFile(), load: () => loadWork(loaded ?? own), options: work };
}

/**
 * Starts the workers of a run, so that they load their rules while its file is opened. Undefined where there are none, or not yet, or
 * where they wait for rules of the user's own to be compiled.
 */
export async function poolOf(
  options: ReadingOptions & PrivacyOptions & CrewOptions & ShardOptions,
  view: ViewName,
  form: Form,
  crew: Crew,
): Promise<Pool | undefined> {
  if (crew.workers === 1 || crew.alone > 0 || options.lexicon || options.scoring) return undefined;
  const { openPool } = await import('../batch/pool.ts');
  return openPool(await workOf(options, view, form, crew), crew.workers);
}

/** In this thread a lexicon that is loaded serves the work too. */
async function loadWork(loaded: Lexicon | undefined): Promise<WorkModule> {
  const { begin } = await import('./work.ts');
  return { begin: (options) => begin(loaded ? { ...(options as WorkOptions), lexicon: { loaded } } : options) };
}

/** The lexicon that the options name. Throws UsageError. */
export async function lexiconOf({ lexicon: dirs, scoring }: ReadingOptions): Promise<Lexicon> {
  const { loadLexicon } = await import('../lexicon/load.ts');
  return loadLexicon({ dirs, scoring });
}

async function pack(lexicon: Lexicon): Promise<Uint8Array> {
  const { packLexicon } = await import('../lexicon/store.ts');
  return packLexicon(lexicon);
}

/** Where a worker finds the work. */
function workFile(): string {
  return fileURLToPath(new URL('./work.cjs', import.meta.url));
}
