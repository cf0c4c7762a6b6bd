import { isAscii } from 'node:buffer';

/** How the bytes of a file are read as text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the beginning of a file tells: UTF-8 may yet turn out to be Windows-1252. `mark` is the length of a byte order mark. */
export function encodingOf(head: Uint8Array): { readonly encoding: Encoding; readonly mark: number } {
  const a = head[0];
  const b = head[1];
  if (a === 0xef && b === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  return { encoding: unmarkedUtf16(head) ?? 'utf-8', mark: 0 };
}

/** The text of bytes without a mark; what is no text in that encoding becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'windows-1252') return windows1252(bytes);
  if (encoding === 'utf-8' && isAscii(bytes)) return latin1(bytes);
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
    decoders.set(encoding, decoder);
  }
  return decoder.decode(bytes);
}

/** Made at first need: to make one takes longer than to decode a visit. */
const decoders = new Map<Encoding, InstanceType<typeof TextDecoder>>();

/** English in UTF-16 has a zero in nearly every second byte, on the side of the order. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = Math.min(bytes.length, 4096) & ~1;
  const first = bytes.indexOf(0);
  if (first < 0 || first >= sample) return undefined;
  const zeros = [0, 0];
  for (let i = first; i < sample; i++) if (bytes[i] === 0) zeros[i & 1]++;
  const half = sample / 2;
  if (zeros[1] > half * 0.6 && zeros[0] < half * 0.05) return 'utf-16le';
  if (zeros[0] > half * 0.6 && zeros[1] < half * 0.05) return 'utf-16be';
  return undefined;
}

/** A cut-off or spoilt file: most of what is not ASCII reads as UTF-8, which text in Windows-1252 does not do by chance. */
export function isDamagedUtf8(bytes: Uint8Array): boolean {
  let right = 0;
  let wrong = 0;
  for (const character of decodeAs(bytes, 'utf-8')) {
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

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
