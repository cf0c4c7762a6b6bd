import { lstatSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isProblem, type Problem } from '../problem.ts';
import { filesBelow } from './folder.ts';
import { parseGlob } from './glob.ts';
import { headOf } from './head.ts';
import { endingOf, fileInput, type InputList, type Inputs, inputList } from './input-list.ts';
import { hasLostName, LOST_NAME } from './names.ts';

/** One file to read, or the files of one visit's speakers; plain data, so that it can be sent to a worker. */
export interface Input {
  /** The path as the user named it; `stdin` for standard input. */
  readonly name: string;
  /** Path below the PATH given, without ending. */
  readonly id: string;
  /** Lower case, without the dot. */
  readonly ending: string;
  /** What to open; `-` is standard input. */
  readonly path: string;
  readonly bytes: number;
  /** A pipe or a device: what is read of it is not there a second time. */
  readonly isStream?: true;
  /** What such a one held. */
  readonly content?: Uint8Array;
  /** When it was last written, in milliseconds since 1970; of several files, the sum. */
  readonly modified?: number;
  readonly channels?: readonly { readonly name: string; readonly path: string; readonly speaker: string }[];
}

/** What a folder's files are chosen and joined by. */
export interface Choice {
  /** Endings of the formats that are read, lower case, without dots. */
  readonly endings: ReadonlySet<string>;
  /** Whether the beginning of a table or of JSON shows codings or results instead of visits. */
  readonly isForeign: (head: string) => boolean;
  /** Tells which speaker's recording a file is, and of what. */
  readonly channelOf: (path: string) => { readonly key: string; readonly speaker: string } | undefined;
}

/** The inputs in order, with a Problem in the place of each path that has none. */
export interface Found {
  readonly inputs: Inputs;
  /** Files in folders that hold no visits, as they are reached from here. */
  readonly skipped: readonly string[];
}

/** Finds the files that PATHs name: files, folders, patterns, and `-` for standard input. */
export function findInputs(paths: readonly string[], choice: Choice): Found {
  const inputs = inputList();
  const skipped: string[] = [];
  for (const path of paths) findOne(path, choice, inputs, skipped);
  return { inputs: joinChannels(inputs, choice), skipped };
}

function findOne(path: string, choice: Choice, inputs: InputList, skipped: string[]): void {
  if (path === '-') {
    inputs.add({ name: 'stdin', id: 'stdin', ending: '', path, bytes: 0 });
    return;
  }
  const stats = look(path);
  if (stats?.isDirectory()) walkFolder(path, choice, inputs, skipped);
  else if (stats) {
    const input = inputOf(path, basename(path), stats);
    inputs.add(stats.isFile() ? input : { ...input, isStream: true });
  } else matchGlob(path, inputs);
}

function matchGlob(path: string, inputs: InputList): void {
  const glob = parseGlob(path);
  if (!glob) {
    inputs.add(missing(path));
    return;
  }
  const before = inputs.length;
  for (const file of filesBelow(glob.base, [])) {
    if (glob.matches(file)) inputs.add(inputOf(below(glob.base, file), file));
  }
  if (inputs.length > before) return;
  const fix = 'Check the pattern; hidden files and links do not count.';
  inputs.add({ code: 'path.no-match', file: path, what: 'no file matches', fix });
}

function walkFolder(folder: string, choice: Choice, inputs: InputList, skipped: string[]): void {
  const before = inputs.length;
  const passed = skipped.length;
  const closed: string[] = [];
  const place = inputs.mark();
  for (const file of filesBelow(folder, closed)) {
    const path = below(folder, file);
    if (isElse(path, endingOf(file), choice)) skipped.push(path);
    else inputs.add(inputOf(path, file));
  }
  const problems = closed.sort().map((inner) => ({
    file: below(folder, inner),
    ...(hasLostName(inner) ? LOST_NAME : CLOSED),
  }));
  inputs.insert(problems, place);
  if (inputs.length > before) return;
  const fix =
    skipped.length > passed
      ? 'Name the files themselves, with --from FORMAT where their ending says nothing.'
      : 'Check the path.';
  inputs.add({ code: 'path.no-visits', file: folder, what: 'the folder holds no visits', fix });
}

const CLOSED = {
  code: 'path.denied',
  what: 'the folder cannot be listed',
  fix: 'Give yourself the right to read it (chmod u+rx).',
} as const;

/** Why nothing can be found at a path that somebody has named. */
function missing(file: string): Problem {
  try {
    statSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES') {
      const fix = 'Give yourself the right to enter its folder (chmod u+x).';
      return { code: 'path.denied', file, what: 'no permission to look there', fix };
    }
  }
  if (hasLostName(file)) return { file, ...LOST_NAME };
  if (isLink(file)) {
    return { code: 'path.link', file, what: 'a link that leads to no file', fix: 'Name the file itself.' };
  }
  return { code: 'path.missing', file, what: 'no such file or folder', fix: 'Check the path.' };
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Pages about a folder, by name. */
const ABOUT = /^(readme|licen[cs]e|copying|notice|changelog|contributing|authors|citation)\b/i;
/** Endings of files that may hold codings and results as well as visits. */
const MIXED = new Set(['csv', 'tsv', 'json', 'ndjson', 'jsonl']);

/** Whether a file in a folder is something else than visits. */
function isElse(path: string, ending: string, { endings, isForeign }: Choice): boolean {
  if (!endings.has(ending) || ABOUT.test(basename(path))) return true;
  return MIXED.has(ending) && isForeign(headOf(path));
}

function inputOf(path: string, relative: string, stats = look(path)): Input {
  return fileInput(path, relative, stats?.size ?? 0, stats?.mtimeMs);
}

/** Puts the recordings of one visit's speakers together, where the first of them stands. */
function joinChannels(inputs: InputList, { channelOf }: Choice): Inputs {
  const groups = new Map<string, Input[]>();
  for (const input of inputs) {
    const channel = isProblem(input) ? undefined : channelOf(input.path);
    if (!channel) continue;
    const group = groups.get(channel.key);
    if (group) group.push(input as Input);
    else groups.set(channel.key, [input as Input]);
  }
  if (![...groups.values()].some(({ length }) => length > 1)) return inputs;
  const all = inputList();
  const there = new Set<string>();
  for (const input of inputs) {
    const key = isProblem(input) ? undefined : channelOf(input.path)?.key;
    const group = key === undefined ? [] : (groups.get(key) as Input[]);
    if (key === undefined || group.length < 2) all.add(input);
    else if (!there.has(key)) all.add(joined(group, channelOf));
    if (key !== undefined) there.add(key);
  }
  return all;
}

function joined(group: readonly Input[], channelOf: Choice['channelOf']): Input {
  const first = group[0];
  return {
    ...first,
    id: channelOf(`${first.id}.${first.ending}`)?.key ?? first.id,
    bytes: group.reduce((sum, { bytes }) => sum + bytes, 0),
    modified: group.reduce((sum, { modified = 0 }) => sum + modified, 0),
    channels: group.map(({ name, path }) => ({ name, path, speaker: channelOf(path)?.speaker ?? '' })),
  };
}

function below(folder: string, path: string): string {
  if (folder !== '.') return join(folder, path);
  // A file called so is not standard input.
  return path === '-' ? './-' : path;
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
