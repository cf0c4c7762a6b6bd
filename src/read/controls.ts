const BLANK = 32;
const TAB = 9;
const LF = 10;
const CR = 13;

/** Whether there is a control character other than tabs and line ends; of an encoding in which a byte below 32 is always one. */
export function hasControls(bytes: Uint8Array): boolean {
  // Four bytes at a time: looked at one by one, they take longer than all else that is done to decode a file.
  const start = Math.min(bytes.length, -bytes.byteOffset & 3);
  const count = (bytes.length - start) >> 2;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + start, count);
  for (let i = 0; i < count; i += 1) {
    const word = words[i];
    // Subtracting 32 from each byte borrows where one is less, and only there its highest bit comes to be set.
    if (((word - 0x20202020) & ~word & 0x80808080) !== 0 && hasControlIn(bytes, start + 4 * i, start + 4 * i + 4)) {
      return true;
    }
  }
  return hasControlIn(bytes, 0, start) || hasControlIn(bytes, start + 4 * count, bytes.length);
}

function hasControlIn(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i];
    if (byte < BLANK && byte !== LF && byte !== CR && byte !== TAB) return true;
  }
  return false;
}
