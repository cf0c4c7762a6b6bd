import { isAscii, isUtf8 } from 'node:buffer';
import { decodeAs, type Encoding } from './encoding.ts';

/** Finds out about the encoding what only all bytes of a file can tell. */
export interface Examination {
  readonly push: (block: Buffer) => void;
  readonly end: () => Encoding;
}

/**
 * Tells, block by block, what `decode` tells of the whole: whether what began like UTF-8 is that, else rather damaged UTF-8 or
 * Windows-1252. Nothing is left to tell where `isCertain`: a byte order mark, or zeros, have told the encoding.
 */
export function examination(encoding: Encoding, isCertain: boolean): Examination {
  let isValid = true;
  let right = 0;
  let wrong = 0;
  let rest: Buffer = Buffer.alloc(0);
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
  return {
    push(block) {
      if (isCertain || (rest.length === 0 && isAscii(block))) return;
      const whole = Buffer.concat([rest, block]);
      const end = lastBoundary(whole);
      count(whole.subarray(0, end));
      rest = whole.subarray(end);
    },
    end() {
      if (isCertain) return encoding;
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
