import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../problem.ts';
import { lexiconFolder } from './load.ts';
import type { Fault } from './schema.ts';
import type { Lexicon } from './types.ts';

/** Moments that are evidence of an item: those of a code or of a family of codes, under conditions that all have to hold. */
export interface Evidence {
  /** `empathy.name`, or `empathy` for all of them. */
  readonly code: string;
  /** In the clinician's first, or last, so many turns that say more than back-channels. */
  readonly first?: number;
  readonly last?: number;
  /** It is the clinician's answer to a patient's cue. */
  readonly answers?: 'cue';
  /** A moment of this code came before it. */
  readonly after?: string;
  /** A moment of this code shares words with it. */
  readonly with?: string;
}

/** An item of an instrument, as `lexicons/en/frameworks/NAME.yaml` has it; `evidence`, or `unseen` where no code can show it. */
export interface FrameworkItem {
  readonly id: string;
  readonly number: string | number;
  readonly section?: string;
  readonly words: string;
  readonly evidence?: readonly Evidence[];
  /** What of the item the codes can show. */
  readonly sees?: string;
  /** Why no code can show it. */
  readonly unseen?: string;
  /** Items that do not count in a volley in which this one does. */
  readonly over?: readonly string[];
}

/** A figure over items' counts. */
export interface FrameworkFigure {
  readonly id: string;
  readonly number: string | number;
  readonly section?: string;
  readonly words: string;
  readonly of: readonly string[];
  readonly per: readonly string[];
  readonly as: 'ratio' | 'percent';
  readonly basic?: number;
  readonly proficient?: number;
}

/** An instrument as a view of the moments: what of each item they show. */
export interface Framework {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly source: string;
  /** Whose words the items are in. */
  readonly wording: string;
  readonly note: string;
  /** What counts once: a moment, or a code in a volley. */
  readonly unit: 'moment' | 'volley';
  /** Words that lead into a set-up, and words that check a reflection; for volleys. */
  readonly setups: readonly string[];
  readonly checks: readonly string[];
  readonly items: readonly FrameworkItem[];
  readonly figures: readonly FrameworkFigure[];
  /** What is told with the figures' bounds. */
  readonly bounds: string;
  /** Of the file, so that a row tells which one it was made by. */
  readonly hash: string;
}

/** Names of the frameworks in the built-in lexicon and in folders laid over it, in code-unit order. */
export function frameworkNames(dirs: readonly string[] = []): string[] {
  const names = [lexiconFolder(), ...dirs].flatMap((dir) => filesIn(dir).map((file) => file.slice(0, -5)));
  return [...new Set(names)].sort();
}

/**
 * Loads a framework by name; a later folder's `frameworks/NAME.yaml` stands in place of an earlier one's. Throws UsageError for
 * a name that is none, and for the first fault of its file: a code that does not exist would be found nowhere.
 */
export async function loadFramework(name: string, lexicon: Lexicon, dirs: readonly string[] = []): Promise<Framework> {
  const names = frameworkNames(dirs);
  if (!names.includes(name))
    throw new UsageError(`--framework ${name}: no such framework`, `Take one of ${names.join(', ')}.`);
  const folder = [lexiconFolder(), ...dirs].reverse().find((dir) => filesIn(dir).includes(`${name}.yaml`)) as string;
  const file = join(folder, 'frameworks', `${name}.yaml`);
  const { framework, faults } = await readFramework(
    file,
    lexicon.codes.map(({ code }) => code),
  );
  if (!framework)
    throw new UsageError(`${faults[0].file}: line ${faults[0].line}: ${faults[0].what}`, `${faults[0].fix}.`);
  return framework;
}

/** What is wrong with the frameworks of a lexicon's folder. */
export async function frameworkFaults(dir: string, codes: readonly string[]): Promise<Fault[]> {
  const read = await Promise.all(filesIn(dir).map((name) => readFramework(join(dir, 'frameworks', name), codes)));
  return read.flatMap(({ faults }) => faults);
}

async function readFramework(
  file: string,
  codes: readonly string[],
): Promise<{ framework?: Framework; faults: Fault[] }> {
  const { parseLines } = await import('./schema.ts');
  const { checkFramework } = await import('./framework-check.ts');
  const text = readFileSync(file, 'utf8');
  const parsed = parseLines(text);
  const faults = checkFramework(parsed, codes).map((fault) => ({ file, ...fault }));
  if (faults.length > 0) return { faults };
  const name = /([^/\\]+)\.yaml$/.exec(file)?.[1] ?? '';
  const hash = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12);
  const blank = { unit: 'moment', setups: [], checks: [], figures: [], bounds: '' };
  return { framework: { ...blank, ...(parsed.data as object), name, hash } as unknown as Framework, faults };
}

function filesIn(dir: string): string[] {
  const folder = join(dir, 'frameworks');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
    .sort();
}
