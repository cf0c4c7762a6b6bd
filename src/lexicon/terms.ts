import type { Marks } from './types.ts';

const BASES: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

/**
 * Cuts a lower-case word into the terms the scan reads: `that's` to `that 's`, `can't` to `can n't`, `gonna` to
 * `gon na`. Patterns and text go through the same cut, so that a contraction matches whole or as any reading.
 */
export function termsOf(word: string, marks: Marks): readonly string[] {
  const listed = Object.hasOwn(marks.split, word) ? marks.split[word] : undefined;
  if (listed !== undefined) return listed.split(' ');
  if (word.length > 3 && word.endsWith("n't")) {
    const base = word.slice(0, -3);
    return [BASES[base] ?? base, "n't"];
  }
  const at = word.lastIndexOf("'");
  if (at > 0 && /^(s|re|ve|ll|d|m)$/.test(word.slice(at + 1))) return [word.slice(0, at), word.slice(at)];
  return [word];
}
