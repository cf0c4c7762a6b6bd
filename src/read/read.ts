import { InputError, isProblem, type Problem, UsageError } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { emptyFile } from './bytes.ts';
import { readers } from './index.ts';
import { note } from './note.ts';
import type { Reader, ReadOptions, Source } from './reader.ts';
import { text } from './text.ts';

/** How much of a file its format is told by. */
const HEAD = 64 * 1024;

/**
 * Yields the visits of one file in order, a Problem in the place of each that cannot be read. The format is the one of `from`
 * (a reader's id), else the first that the content looks like, else that of the ending. Throws UsageError for an unknown
 * `from`; never InputError.
 */
export function* readSource(
  source: Source,
  options: ReadOptions & { readonly from?: string },
): Generator<Visit | Problem> {
  if (source.text.trim() === '' && !source.channels && !source.before) {
    yield emptyFile(source.name).problem;
    return;
  }
  const reader = readerOf(source, options);
  if (!reader) {
    yield unknownFormat(source);
    return;
  }
  const { kind, from } = options;
  try {
    for (const item of reader.read(source, from === note.id ? { ...options, kind: 'note' } : options)) {
      yield isProblem(item) || kind === undefined || kind === 'both' || item.kind === kind
        ? item
        : wrongKind(item, reader);
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield error.problem;
  }
}

/** The reader of a file, or of a piece of one. Throws UsageError for an unknown `from`. */
export function readerOf(source: Source, options: ReadOptions & { readonly from?: string }): Reader | undefined {
  const { from = source.before?.format } = options;
  return from === undefined ? detect(source, options) : named(from);
}

/**
 * The reader of a file, by content first, ending second. Prose is what a spoilt table or subtitle file looks like, so there the
 * ending outranks the content. `--kind` decides between a note and labelled text.
 */
export function detect(source: Source, options: ReadOptions): Reader | undefined {
  const head = (source.channels?.[0]?.text ?? source.text).slice(0, HEAD);
  const claimed = readers.find((reader) => reader.sniff(head, options));
  const byEnding = readers.filter((reader) => reader.endings.includes(source.ending));
  const isProse = claimed === note && byEnding.length > 0 && !byEnding.includes(note);
  const found = isProse || !claimed ? byEnding[0] : claimed;
  if (found !== text && found !== note) return found;
  if (options.kind === 'note') return note;
  return options.kind === 'transcript' ? text : found;
}

function named(id: string): Reader {
  const found = readers.find((reader) => reader.id === id);
  if (found) return found;
  throw new UsageError(
    `there is no format of the name given with --from`,
    `Give one of: ${readers.map((reader) => reader.id).join(', ')}`,
  );
}

function unknownFormat(source: Source): Problem {
  return {
    code: 'read.unknown-format',
    file: source.name,
    what: 'neither the content nor the ending of the file tells its format',
    fix: `Name it: --from FORMAT, one of ${readers.map((reader) => reader.id).join(', ')}`,
  };
}

function wrongKind(visit: Visit, reader: Reader): Problem {
  const about = { file: visit.source, visit: visit.id };
  return visit.kind === 'note'
    ? {
        ...about,
        code: 'read.not-a-transcript',
        what: 'this is a note and holds no conversation',
        fix: 'Leave --kind away, or say --kind note',
      }
    : {
        ...about,
        code: 'read.not-a-note',
        what: `this is a conversation (${reader.name}) and holds no note`,
        fix: 'Leave --kind away, or say --kind transcript',
      };
}
