import { readBytes, readFileOf, readRange } from './batch/bytes.ts';
import { type Found, findInputs, type Input } from './batch/inputs.ts';
import { repeats } from './batch/repeats.ts';
import type { Slice } from './batch/task.ts';
import { collectSooner } from './heap.ts';
import type { Lexicon } from './lexicon/types.ts';
import { InputError, isProblem, type Problem, UsageError } from './problem.ts';
import { decode } from './read/bytes.ts';
import { channelOf } from './read/channels.ts';
import { decodeAs } from './read/encoding.ts';
import { isForeign } from './read/foreign.ts';
import { readers } from './read/index.ts';
import { ndjson } from './read/ndjson.ts';
import { readSource } from './read/read.ts';
import type { Before, ReadOptions, Source } from './read/reader.ts';
import { type Score, scoreVisit } from './score/score.ts';
import { aliasTest } from './segment/labels.ts';
import { assignRoles, type RoleOptions } from './segment/roles.ts';
import { type Segmented, segmentVisit } from './segment/segment.ts';
import type { Terms } from './segment/types.ts';
import { tagVisit } from './tag/tag.ts';
import type { Moment, Visit } from './visit.ts';

/** What a user says about the inputs; plain data. */
export interface WalkOptions extends Omit<ReadOptions, 'isAlias'>, RoleOptions {
  /** The format, where it is not to be found out. */
  readonly from?: string;
  /** Puts the file's id before the ids that stand in it. */
  readonly idPrefix?: boolean;
}

/** A visit and all that is found in it. */
export interface Walked {
  readonly visit: Visit;
  readonly segmented: readonly Segmented[];
  readonly moments: readonly Moment[];
  readonly score: Score;
}

/** The walk: read, roles, segment, tag, score. What is wrong with a visit, or with a file, comes in its place; the rest goes on. */
export function* walk(
  inputs: Iterable<Input | Problem>,
  lexicon: Lexicon,
  options: WalkOptions,
): Generator<Walked | Problem> {
  for (const visit of visitsOf(inputs, lexicon, options)) {
    yield isProblem(visit) ? visit : walkVisit(visit, lexicon);
  }
}

/** The second half of the walk, for a visit that has its roles. `reuse`, see `segmentVisit`, is of a visit that is done with. */
export function walkVisit(visit: Visit, lexicon: Lexicon, reuse?: Terms): Walked {
  const segmented = segmentVisit(visit, lexicon, reuse);
  const moments = tagVisit(visit, lexicon, segmented);
  return { visit, segmented, moments, score: scoreVisit(visit, moments, lexicon, segmented) };
}

/** The first half of the walk: visits with their roles, each id once a kind. */
export function* visitsOf(
  inputs: Iterable<Input | Problem>,
  lexicon: Lexicon,
  options: WalkOptions,
): Generator<Visit | Problem> {
  const { check } = repeats();
  for (const visit of readInputs(inputs, lexicon, options)) {
    yield isProblem(visit)
      ? visit
      : (check({ ...visit, at: placeOf(visit) }) ?? assignRoles(visit, lexicon, options) ?? visit);
  }
}

/** Where a visit begins in its file. */
export function placeOf({ turns }: Visit): string | undefined {
  return turns[0]?.parts[0]?.place;
}

/** Hears of the bytes of each file that is read as a whole. */
export type Heard = (path: string, bytes: Uint8Array) => void;

/** Visits as they stand in their files: yet without roles, and an id may come again. */
export function* readInputs(
  inputs: Iterable<Slice | Problem>,
  lexicon: Lexicon,
  options: WalkOptions | Reading,
  heard?: Heard,
): Generator<Visit | Problem> {
  const reading = 'isAlias' in options ? options : readingOf(lexicon, options);
  for (const input of inputs) {
    if (isProblem(input)) {
      yield input;
      continue;
    }
    try {
      for (const read of readSource(open(input, heard), reading)) {
        const wantsPrefix = options.idPrefix && !isProblem(read) && read.id !== input.id;
        yield wantsPrefix ? { ...read, id: `${input.id}/${read.id}` } : read;
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // An engine's pipe of lines may be empty: no line in, none out.
      if (error.problem.code === 'file.empty' && input.path === '-' && options.from === ndjson.id) continue;
      yield error.problem;
    }
  }
}

/** What readers are told: the options, and which labels are known. A run tells it once. */
export type Reading = WalkOptions & Pick<ReadOptions, 'isAlias'>;

export function readingOf(lexicon: Lexicon, options: WalkOptions): Reading {
  const labels = [...(options.clinician ?? []), ...(options.patient ?? [])];
  return { ...options, isAlias: aliasTest(lexicon.speakers, labels) };
}

/** A file of so many bytes that is read as one leaves more to be collected than it keeps. */
const LARGE = 1 << 24;

function open(
  { name, id, ending, path, bytes: size, isStream, channels, part, content }: Slice,
  heard?: Heard,
): Source {
  if (part) {
    const before = part.before as Before;
    const bytes = content ?? readRange(path, name, part);
    return { name, id, ending, text: decodeAs(bytes, before.encoding), before };
  }
  const text = (file: string, label: string, bytes: Uint8Array) => {
    if (bytes.length >= LARGE) collectSooner();
    heard?.(file, bytes);
    return decode(bytes, label);
  };
  if (channels) {
    const texts = channels.map((c) => ({ ...c, text: text(c.path, c.name, readBytes(c.path, c.name)) }));
    return { name, id, ending, text: '', channels: texts };
  }
  const isNamed = isStream || path === '-';
  const bytes = content ?? (isNamed ? readBytes(path, name) : readFileOf(path, name, size));
  return { name, id, ending, text: text(path, name, bytes) };
}

/** Finds what PATHs name; with a format, a folder gives the files of that format alone. Throws UsageError for one that is not. */
export function findVisits(paths: readonly string[], from?: string): Found {
  const taken = from === undefined ? readers : readers.filter(({ id }) => id === from);
  if (taken.length > 0) {
    return findInputs(paths, { endings: new Set(taken.flatMap((reader) => reader.endings)), isForeign, channelOf });
  }
  throw new UsageError(`--from ${from}: no such format`, `Take one of ${readers.map(({ id }) => id).join(', ')}.`);
}
