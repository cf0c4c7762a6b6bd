import { lstatSync, type Stats, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { isProblem, type Problem } from '../problem.ts';
import { listFolder } from './folder.ts';
import { parseGlob } from './glob.ts';
import { headOf } from './head.ts';
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
  readonly inputs: readonly (Input | Problem)[];
  /** Files in folders that hold no visits, as they are reached from here. */
  readonly skipped: readonly string[];
}

/** Finds the files that PATHs name: files, folders, patterns, and `-` for standard input. */
export function findInputs(paths: readonly string[], choice: Choice): Found {
  const inputs: (Input | Problem)[] = [];
  const skipped: string[] = [];
  for (const path of paths) {
    const found = findOne(path, choice);
    for (const input of found.inputs) inputs.push(input);
    for (const name of found.skipped) skipped.push(name);
  }
  return { inputs: joinChannels(inputs, choice), skipped };
}

function findOne(path: string, choice: Choice): Found {
  if (path === '-') return { inputs: [{ name: 'stdin', id: 'stdin', ending: '', path, bytes: 0 }], skipped: [] };
  const stats = look(path);
  if (stats?.isDirectory()) return walkFolder(path, choice);
  if (stats) {
    const input = fileInput(path, basename(path), stats);
    return { inputs: [stats.isFile() ? input : { ...input, isStream: true }], skipped: [] };
  }
  const glob = parseGlob(path);
  if (!glob) return { inputs: [missing(path)], skipped: [] };
  const files = listFolder(glob.base).files.filter(glob.matches);
  if (files.length === 0)
    return one(path, 'path.no-match', 'no file matches', 'Check the pattern; hidden files and links do not count.');
  return { inputs: files.map((file) => fileInput(below(glob.base, file), file)), skipped: [] };
}

function walkFolder(folder: string, choice: Choice): Found {
  const { files, closed } = listFolder(folder);
  const inputs: (Input | Problem)[] = closed.map((inner) => ({
    file: below(folder, inner),
    ...(hasLostName(inner) ? LOST_NAME : CLOSED),
  }));
  const skipped: string[] = [];
  for (const file of files) {
    const path = below(folder, file);
    const ending = endingOf(file);
    if (isElse(path, ending, choice)) skipped.push(path);
    else inputs.push(fileInput(path, file));
  }
  if (inputs.length > 0) return { inputs, skipped };
  const fix =
    skipped.length > 0
      ? 'Name the files themselves, with --from FORMAT where their ending says nothing.'
      : 'Check the path.';
  return { inputs: one(folder, 'path.no-visits', 'the folder holds no visits', fix).inputs, skipped };
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

/**
 * `relative` is the path below the PATH given, and what `path` ends in. There may be a million of these: the id is a piece of the
 * path, which takes no room of its own.
 */
function fileInput(path: string, relative: string, stats = look(path)): Input {
  const id = path.slice(path.length - relative.length, path.length - extname(relative).length);
  return { name: path, id, ending: endingOf(relative), path, bytes: stats?.size ?? 0, modified: stats?.mtimeMs };
}

/** Puts the recordings of one visit's speakers together, where the first of them stands. */
function joinChannels(inputs: readonly (Input | Problem)[], { channelOf }: Choice): (Input | Problem)[] {
  const groups = new Map<string, Input[]>();
  for (const input of inputs) {
    const channel = isProblem(input) ? undefined : channelOf(input.path);
    if (!channel) continue;
    const group = groups.get(channel.key);
    if (group) group.push(input as Input);
    else groups.set(channel.key, [input as Input]);
  }
  if (![...groups.values()].some(({ length }) => length > 1)) return inputs as (Input | Problem)[];
  return inputs.flatMap((input) => {
    const channel = isProblem(input) ? undefined : channelOf(input.path);
    const group = channel ? (groups.get(channel.key) as Input[]) : [];
    if (group.length < 2) return [input];
    return group[0] === input ? [joined(group, channelOf)] : [];
  });
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

function one(file: string, code: string, what: string, fix: string): Found {
  return { inputs: [{ code, file, what, fix }], skipped: [] };
}

function below(folder: string, path: string): string {
  if (folder !== '.') return join(folder, path);
  // A file called so is not standard input.
  return path === '-' ? './-' : path;
}

/** Endings that have come, each but once. */
const ENDINGS = new Map<string, string>();

function endingOf(path: string): string {
  const ending = extname(path).slice(1).toLowerCase();
  const known = ENDINGS.get(ending);
  if (known === undefined) ENDINGS.set(ending, ending);
  return known ?? ending;
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
