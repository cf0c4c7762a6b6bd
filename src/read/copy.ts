/**
 * The same text with characters of its own. A piece of a string keeps the whole of it in memory; what outlives the visit that it
 * was read with, an id say, must not.
 */
export function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
