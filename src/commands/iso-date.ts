/**
 * A date as `2025-03-07`, of a text that begins so, or is a month, `2025-03`, or a year; a time after it is dropped. A month
 * or year stands for its first day, or with `end` for its last. Undefined for anything else, and for days that there are not.
 * Source: ISO 8601.
 */
export function isoDate(text: string, end = false): string | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?$/.exec(text.trim());
  if (!parts) return undefined;
  const [, year, month = end ? '12' : '01', day] = parts;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const own = day ?? (end ? String(last) : '01');
  return Number(own) < 1 || Number(own) > last ? undefined : `${year}-${month}-${own}`;
}

/** `2025-01..2025-06`: both ends belong to it, and either may be left open. Undefined where a text is no period. */
export function periodOf(text: string): { readonly from: string; readonly to: string } | undefined {
  const ends = /^([\d-]*)\.\.([\d-]*)$/.exec(text.trim());
  if (!ends || text.trim() === '..') return undefined;
  const from = ends[1] === '' ? '0000-01-01' : isoDate(ends[1]);
  const to = ends[2] === '' ? '9999-12-31' : isoDate(ends[2], true);
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
}
