import { constants } from 'node:buffer';
import { InputError } from '../problem.ts';

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
  const text = decodeText(bytes);
  if (text.trim() === '') throw emptyFile(name);
  const line = lineOfControl(text);
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

function documentKind(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 12));
  if (head.slice(4, 8) === 'ftyp') return 'a recording';
  return DOCUMENTS.find(([start]) => head.startsWith(start))?.[1];
}

function decodeText(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return utf8(bytes.subarray(3));
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const order = unmarkedUtf16(bytes);
  if (order) return new TextDecoder(order).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return isDamagedUtf8(bytes) ? utf8(bytes) : windows1252(bytes);
  }
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** English in UTF-16 has a zero in nearly every second byte, on the side of the order. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = Math.min(bytes.length, 4096) & ~1;
  if (sample < 2) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) zeros[i & 1]++;
  const half = sample / 2;
  if (zeros[1] > half * 0.6 && zeros[0] < half * 0.05) return 'utf-16le';
  if (zeros[0] > half * 0.6 && zeros[1] < half * 0.05) return 'utf-16be';
  return undefined;
}

/** A cut-off or spoilt file: most of what is not ASCII reads as UTF-8, which text in Windows-1252 does not do by chance. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let right = 0;
  let wrong = 0;
  for (const character of utf8(bytes)) {
    if (character === '\ufffd') wrong++;
    else if (character > '\x7f') right++;
  }
  return right > wrong;
}

/** Windows-1252 differs from Latin-1 in these 32 places only (WHATWG's table; TextDecoder of some Node 20 reads Latin-1 there). */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80]);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
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
