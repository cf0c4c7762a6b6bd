/** A function from UTF-16 offsets to Unicode code points of one text. */
export function points(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  return (offset) => {
    let pairs = 0;
    for (let i = 0; i < offset; i += 1) {
      const code = text.charCodeAt(i);
      if (code >= 0xd800 && code <= 0xdbff) pairs += 1;
    }
    return offset - pairs;
  };
}
