/** A function from UTF-16 offsets to Unicode code points of one text. */
export function points(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  // Counted once: a turn of many moments is not read anew for each.
  const before = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i += 1) before[i + 1] = before[i] + (isPair(text, i) ? 1 : 0);
  return (offset) => offset - before[offset];
}

function isPair(text: string, i: number): boolean {
  const first = text.charCodeAt(i);
  const second = text.charCodeAt(i + 1);
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff;
}
