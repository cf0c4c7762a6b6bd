import { isUtf8 } from 'node:buffer';
import { decodeAs, type Encoding } from './encoding.ts';

/** What can be told of a file only by all of its bytes. */
export interface Examination {
  readonly push: (block: Uint8Array) => void;
  /** The encoding that the file turns out to have; undefined where it holds what is no text, or may do. */
  readonly end: () => Encoding | undefined;
}

/** Control characters that a file may have by accident, fewer than one in so many bytes: surely no more than `decode` lets pass. */
const RARE = 200;

/**
 * Examines a file block by block, as `decode` would as a whole: whether it is UTF-8, else rather damaged UTF-8 or Windows-1252;
 * and whether it is text. `isCertain`: a byte order mark has told the encoding.
 */
export function examination(encoding: Encoding, isCertain: boolean): Examination {
  let bytes = 0;
  let controls = 0;
  let isBinary = false;
  let isValid = true;
  let right = 0;
  let wrong = 0;
  let rest: Buffer = Buffer.alloc(0);
  const isUtf16 = encoding.startsWith('utf-16');
  const count = (block: Buffer): void => {
    if (block.length === 0) return;
    if (!isUtf8(block)) {
      isValid = false;
      for (const character of decodeAs(block, 'utf-8')) {
        if (character === '\ufffd') wrong += 1;
        else if (character > '\x7f') right += 1;
      }
      return;
    }
    for (let i = 0; i < block.length; i += 1) if (block[i] >= 0xc0) right += 1;
    for (let at = block.indexOf('\ufffd'); at >= 0; at = block.indexOf('\ufffd', at + 3)) {
      right -= 1;
      wrong += 1;
    }
  };
  const isAscii = (block: Uint8Array): boolean => {
    let high = 0;
    for (let i = 0; i < block.length; i += 1) {
      const byte = block[i];
      high |= byte;
      if (byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b) continue;
      if (byte === 0) isBinary = true;
      else controls += 1;
    }
    return high < 0x80;
  };
  return {
    push(block) {
      bytes += block.length;
      if (isUtf16) {
        for (let i = 0; i + 1 < block.length; i += 2) {
          const unit = encoding === 'utf-16le' ? block[i] | (block[i + 1] << 8) : (block[i] << 8) | block[i + 1];
          if (unit === 0) isBinary = true;
          else if (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d) && unit !== 0x1a && unit !== 0x1b) controls += 1;
        }
        return;
      }
      if (isAscii(block) && rest.length === 0) return;
      if (isCertain) return;
      const whole = Buffer.concat([rest, block]);
      const end = lastBoundary(whole);
      count(whole.subarray(0, end));
      rest = whole.subarray(end);
    },
    end() {
      if (isBinary || controls > bytes / RARE || (isUtf16 && bytes % 2 > 0)) return undefined;
      if (isUtf16 || isCertain) return encoding;
      count(rest);
      return isValid || right > wrong ? 'utf-8' : 'windows-1252';
    },
  };
}

/** Where the last character that is surely whole ends. */
function lastBoundary(bytes: Uint8Array): number {
  for (let back = 1; back <= 4 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return bytes.length - back + 1;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}
