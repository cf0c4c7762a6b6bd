import type { Turn } from '../visit.ts';

let units = new Uint16Array(1 << 16);
let bytes = Buffer.from(units.buffer);

/**
 * The texts of turns as UTF-16 units, end to end, a blank before each and behind the last. They stand until the next call. A native
 * call writes them all: most texts are slices of a file's text, whose characters are slow to be had one by one.
 */
export function unitsOf(turns: readonly Turn[]): Uint16Array {
  let text = ' ';
  for (const turn of turns) text += `${turn.text} `;
  if (units.length < text.length) {
    units = new Uint16Array(text.length + (1 << 16));
    bytes = Buffer.from(units.buffer);
  }
  // Written in little-endian order, which is that of the array wherever Node runs.
  bytes.write(text, 'utf16le');
  return units;
}

/** How many they are. */
export function sizeOf(turns: readonly Turn[]): number {
  let size = 1;
  for (const { text } of turns) size += text.length + 1;
  return size;
}
