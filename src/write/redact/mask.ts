import type { Span } from './kind.ts';

/** In the place of one character; characters of two UTF-16 units have a mask of two, so that offsets hold in either count. */
const MASK = '█';
const WIDE_MASK = '🔳';

/** Covers spans of a text, character for character; blanks stay, so that words can still be counted. */
export function mask(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    masked += text.slice(at, Math.max(at, start));
    masked += text.slice(Math.max(at, start), end).replace(/[^\s]/gu, (char) => (char.length > 1 ? WIDE_MASK : MASK));
    at = end;
  }
  return masked + text.slice(at);
}
