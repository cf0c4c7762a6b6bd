/** `1:02:03.500`, `02:03,5`, `00:12`; a fourth number is an editing program's frame and is left out. */
const TIME = String.raw`\d{1,3}:\d{2}(?::\d{2}){0,2}(?:[.,]\d{1,9})?`;

/** A time, or a range of two, bare or in brackets. Captures the first and the second time. */
export const STAMP = String.raw`(?:[\[(<]\s*)?(${TIME})(?:\s*(?:-->|-|–|—|to)\s*(${TIME}))?(?:\s*[\])>])?`;

/** The same, in brackets only: bare, `11:30` may be what somebody said. */
export const BRACKETED_STAMP = String.raw`[\[(<]\s*(${TIME})(?:\s*(?:-->|-|–|—|to)\s*(${TIME}))?\s*[\])>]`;

/** Seconds of `h:mm:ss.mmm` or `mm:ss`, to the millisecond; undefined where the text is no time. */
export function seconds(text: string): number | undefined {
  const found = /^(\d{1,3}):(\d{1,2})(?::(\d{1,2}))?(?::\d{1,2})?(?:[.,](\d{1,9}))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, a, b, c, fraction] = found;
  const whole = c === undefined ? Number(a) * 60 + Number(b) : Number(a) * 3600 + Number(b) * 60 + Number(c);
  return Math.round((whole + Number(`0.${fraction ?? 0}`)) * 1000) / 1000;
}
