import { statSync } from 'node:fs';
import type { Study } from '../agree/agreement.ts';
import type { Coding, CodingFile } from '../agree/codings.ts';
import type { GoldSet } from '../agree/gold-folder.ts';
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

const NO_GOLD = 'Put visits.csv with a folder visits, rare.csv with rare or notes.csv with notes into it';

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
    throw new UsageError(`${gold} holds no gold`, `${NO_GOLD}, or name a file`);
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
    const codings = await readSets(sets, options, groups);
    for (const set of sets) studies.push(await studyOf(set, codings, visits, tagged));
    coders = [joined('gold', [...codings.values()].flat())];
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

/** Reads a folder of gold with its visits, to be compared with what the lexicon in use tags. */
export async function readGold(folder: string, lexicon: Lexicon, terminal: Terminal) {
  const { goldSets } = await import('../agree/gold-folder.ts');
  const sets = isFolder(folder) ? goldSets(folder) : undefined;
  if (!sets) throw new UsageError(`${folder} holds no gold`, NO_GOLD);
  const visits = visitReader({}, lexicon, terminal, new Map());
  const codings = await readSets(sets, {}, new Map());
  const studies: Study[] = [];
  for (const set of sets) studies.push(await studyOf(set, codings, visits, undefined));
  return { studies, problems: visits.problems() };
}

type Codings = ReadonlyMap<string, readonly Coding[]>;

/** The codings of a folder of gold, by file. */
async function readSets(
  sets: readonly GoldSet[],
  options: AgreeOptions,
  groups: Map<string, string>,
): Promise<Codings> {
  const codings = new Map<string, readonly Coding[]>();
  for (const path of new Set(sets.flatMap((set) => set.codings)))
    codings.set(path, (await readFile(path, 'gold', options, groups)).codings);
  return codings;
}

async function studyOf(
  set: GoldSet,
  codings: Codings,
  visits: ReturnType<typeof visitReader>,
  tags: Coding | undefined,
): Promise<Study> {
  const texts: Visit[] = [];
  for (const folder of set.texts) texts.push(...(await visits.read([folder], set.kind)));
  const gold = joined(
    'gold',
    set.codings.flatMap((file) => codings.get(file) ?? []),
  );
  return { ...set, visits: texts.sort(byId), gold: [gold], tags };
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
