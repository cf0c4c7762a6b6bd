/** A shorter piece of a string has characters of its own: V8 copies them. */
const PIECE = 13;

/**
 * The same text with characters of its own. A piece of a string keeps the whole of it in memory; what outlives the visit that it
 * was read with, an id say, must not.
 */
export function copyOf(text: string): string {
  if (text.length < PIECE) return text;
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
