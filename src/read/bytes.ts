import { constants, isUtf8 } from 'node:buffer';
import { InputError } from '../problem.ts';
import { hasControls } from './controls.ts';
import { decodeAs, type Encoding, encodingOf, isDamagedUtf8, latin1 } from './encoding.ts';

/**
 * The text of a file: UTF-8, UTF-16 with or without byte order mark, else Windows-1252. Without the mark; line endings stay.
 * Throws InputError where the file is empty or no text.
 */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    throw problem(name, 'file.too-long', 'the file is too long to be read at once', 'Cut it into several files');
  }
  const kind = documentKind(bytes);
  if (kind)
    throw problem(
      name,
      'file.document',
      `this is ${kind}, not text`,
      'Save it as plain text (.txt) or export it as CSV',
    );
  const { encoding, mark } = encodingOf(bytes);
  const text = decodeText(bytes, encoding, mark);
  if (text.trim() === '') throw emptyFile(name);
  const line = encoding.startsWith('utf-16') || hasControls(bytes) ? lineOfControl(text) : undefined;
  if (line) {
    throw problem(
      name,
      'file.binary',
      'the file holds bytes that are no text',
      'Give a text file in UTF-8, UTF-16 or Windows-1252',
      `line ${line}`,
    );
  }
  return text;
}

/** A file without a character in it. */
export function emptyFile(name: string): InputError {
  return problem(name, 'file.empty', 'the file is empty', 'Export it again, or leave it out');
}

function problem(file: string, code: string, what: string, fix: string, at?: string): InputError {
  return new InputError({ code, file, ...(at ? { at } : {}), what, fix });
}

/** What people give where they mean its text. */
const DOCUMENTS: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'a PDF'],
  ['{\\rtf', 'a rich text document (RTF)'],
  ['PK\x03\x04', 'a Word, Excel or zip file'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Word or Excel file'],
  ['\x1f\x8b', 'a compressed file'],
  ['RIFF', 'a recording'],
  ['ID3', 'a recording'],
  ['fLaC', 'a recording'],
  ['OggS', 'a recording'],
];

/** What a file is that is no text, by its first bytes. */
export function documentKind(bytes: Uint8Array): string | undefined {
  if (!OPENS.has(bytes[0]) && bytes[4] !== FTYP) return undefined;
  const head = latin1(bytes.subarray(0, 12));
  if (head.slice(4, 8) === 'ftyp') return 'a recording';
  return DOCUMENTS.find(([start]) => head.startsWith(start))?.[1];
}

/** What they begin with: most files are told by a glance. */
const OPENS = new Set(DOCUMENTS.map(([start]) => start.charCodeAt(0)));
const FTYP = 'ftyp'.charCodeAt(0);

function decodeText(bytes: Uint8Array, encoding: Encoding, mark: number): string {
  const body = bytes.subarray(mark);
  if (encoding !== 'utf-8' || mark > 0 || isUtf8(bytes)) return decodeAs(body, encoding);
  return decodeAs(body, isDamagedUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/**
 * The line where what is no text begins; undefined where all is text. A zero byte never stands in text, other control characters
 * do by accident (copied from a PDF), but not often.
 */
function lineOfControl(text: string): number | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
  const found = text.match(/[\0-\x08\x0e-\x19\x1c-\x1f]/g);
  if (!found || !(found.includes('\0') || found.length > text.length / 50)) return undefined;
  const first = text.indexOf(found.includes('\0') ? '\0' : found[0]);
  return text.slice(0, first).split(/\r\n|\r|\n/).length;
}
