import { statSync } from 'node:fs';
import type { Study } from '../agree/agreement.ts';
import type { Coding, CodingFile } from '../agree/codings.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { isProblem, UsageError } from '../problem.ts';
import type { Kind, Visit } from '../visit.ts';
import type { AgreeOptions } from './agree.ts';
import type { Terminal } from './command.ts';
import { findPaths } from './find.ts';

/** What is to be compared. */
export interface Studies {
  readonly lexicon: Lexicon;
  readonly studies: readonly Study[];
  /** Each coder of GOLD with all that was coded, whatever the study. */
  readonly gold: readonly Coding[];
  readonly tags: Coding | undefined;
  /** The value of --by of each visit that has one. */
  readonly groups: ReadonlyMap<string, string>;
  /** What made TAGS, where they say so. */
  readonly instrument: string;
  /** Visits that could not be read. */
  readonly problems: number;
}

/** Reads GOLD, TAGS and the visits. Throws UsageError, and InputError for codings that cannot be read. */
export async function readStudies(
  gold: string,
  tags: readonly string[],
  options: AgreeOptions,
  terminal: Terminal,
): Promise<Studies> {
  const { goldSets } = await import('../agree/gold-folder.ts');
  const { loadLexicon } = await import('../lexicon/load.ts');
  const lexicon = await loadLexicon({ dirs: options.lexicon, scoring: options.scoring });
  const groups = new Map<string, string>();
  const sets = isFolder(gold) ? goldSets(gold) : undefined;
  if (isFolder(gold) && !sets) {
    throw new UsageError(
      `${gold} holds no gold`,
      'Put visits.csv with a folder visits, rare.csv with rare or notes.csv with notes into it, or name a file.',
    );
  }
  if (sets && options.text)
    throw new UsageError(
      'a folder of gold has its own text',
      'Leave out --text, or name its CSV in place of the folder.',
    );
  const measured = tags.length > 0 ? await readTags(tags, options, groups) : { coding: undefined, instrument: '' };
  const visits = visitReader(options, lexicon, terminal, groups);
  const tagged = measured.coding;
  const studies: Study[] = [];
  let coders: readonly Coding[];
  if (sets) {
    const paths = [...new Set(sets.flatMap((set) => set.codings))];
    const codings = new Map(
      await Promise.all(
        paths.map(async (path) => [path, only(await readFile(path, 'gold', options, groups))] as const),
      ),
    );
    const gold = (files: readonly string[]) => [
      joined(
        'gold',
        files.flatMap((file) => codings.get(file) ?? []),
      ),
    ];
    for (const set of sets) {
      const texts: Visit[] = [];
      for (const folder of set.texts) texts.push(...(await visits.read([folder], set.kind)));
      studies.push({ ...set, visits: texts.sort(byId), gold: gold(set.codings), tags: tagged });
    }
    coders = gold(paths);
  } else {
    coders = (await readFile(gold, 'gold', options, groups, options.coders)).codings;
    if (!options.text)
      throw new UsageError(
        'the visits that were coded are missing',
        'Name them, for their turns and roles: --text PATH',
      );
    const all = [...(await visits.read(options.text, options.kind))].sort(byId);
    for (const kind of ['transcript', 'note'] as const) {
      const texts = all.filter((visit) => visit.kind === kind);
      if (texts.length > 0)
        studies.push({ kind, visits: texts, gold: coders, tags: tagged, covers: () => true, whole: true });
    }
  }
  if (coders.length < 2 && !tagged) {
    throw new UsageError(
      'one coding alone cannot agree',
      'Give a second one after it, or a spreadsheet with a column for each coder.',
    );
  }
  return {
    lexicon,
    studies,
    gold: coders,
    tags: tagged,
    groups,
    instrument: measured.instrument,
    problems: visits.problems(),
  };
}

/** Reads visits with their roles, each folder of a gold once. */
function visitReader(options: AgreeOptions, lexicon: Lexicon, terminal: Terminal, groups: Map<string, string>) {
  const known = new Map<string, Visit[]>();
  let problems = 0;
  return { read, problems: () => problems };

  async function read(paths: readonly string[], kind: Kind | 'both' | undefined): Promise<readonly Visit[]> {
    const key = paths.join('\n');
    const before = known.get(key);
    if (before) return before;
    const { visitsOf } = await import('../pipeline.ts');
    const { by } = options;
    const keep = by !== undefined && groups.size === 0 ? [by] : [];
    const visits: Visit[] = [];
    for (const item of visitsOf(await findPaths(paths, options, terminal), lexicon, { ...options, keep, kind })) {
      if (isProblem(item)) {
        problems++;
        terminal.problem(item);
        continue;
      }
      visits.push(item);
      const group = by === undefined ? undefined : item.extra?.[by];
      if (group) groups.set(item.id, group);
    }
    known.set(key, visits);
    return visits;
  }
}

async function readFile(
  path: string,
  name: string,
  { by }: AgreeOptions,
  groups: Map<string, string>,
  coders?: readonly string[],
): Promise<CodingFile> {
  const { readCodings } = await import('../agree/read-codings.ts');
  const { readBytes } = await import('../batch/bytes.ts');
  const { decode } = await import('../read/bytes.ts');
  const file = readCodings(decode(readBytes(path, path), path), path, { name, by, coders });
  for (const [visit, group] of file.groups) if (!groups.has(visit)) groups.set(visit, group);
  return file;
}

/** TAGS as one coding; a folder of gold gives all of its codings. */
async function readTags(paths: readonly string[], options: AgreeOptions, groups: Map<string, string>) {
  const { goldSets } = await import('../agree/gold-folder.ts');
  const files = paths.flatMap((path) =>
    isFolder(path) ? [...new Set(goldSets(path)?.flatMap((set) => set.codings))] : [path],
  );
  if (files.length === 0) throw new UsageError(`${paths[0]} holds no codings`, 'Name the files that tag wrote.');
  const read = await Promise.all(files.map((file) => readFile(file, 'tags', options, groups)));
  const instruments = [...new Set(read.map(({ instrument }) => instrument).filter(Boolean))];
  return { coding: joined('tags', read.map(only)), instrument: instruments.join('; ') };
}

function joined(name: string, codings: readonly Coding[]): Coding {
  const moments = codings.flatMap((coding) => coding.moments);
  return { name, moments, missing: new Set(codings.flatMap((coding) => [...coding.missing])) };
}

function only({ codings }: CodingFile): Coding {
  if (codings.length === 1) return codings[0];
  throw new UsageError('a spreadsheet of several coders stands where one coding is wanted', 'Give it first, as GOLD.');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function byId(a: Visit, b: Visit): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
