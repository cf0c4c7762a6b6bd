import { findColumns, normalise } from './columns.ts';
import { firstRow } from './table.ts';

/**
 * Whether the beginning of a file (CSV, TSV, JSON or NDJSON) shows codes, scores or other results instead of visits: what
 * `tag`, `score`, `cues` and `--errors` write, and codings by hand. A walk through a folder leaves such files out.
 */
export function isForeign(head: string): boolean {
  if (/^\s*[[{]/.test(head)) return isOurJson(head);
  return [',', ';', '\t'].some((delimiter) => isCodingHeader(firstRow(head, delimiter)));
}

/** Names a visit and what was found in it, but no words: a coded transcript with its text is still a transcript. */
export function isCodingHeader(header: readonly string[]): boolean {
  const columns = findColumns(header);
  if ((columns.text ?? columns.dialogue ?? columns.note) !== undefined) return false;
  const names = new Set(header.map(normalise));
  const has = (...all: string[]) => all.every((name) => names.has(name));
  if (has('file', 'what', 'fix') || has('code', 'quote') || has('lexicon', 'version')) return true;
  if (columns.visit === undefined) return false;
  return columns.turn !== undefined || has('code') || has('measure', 'value');
}

/** Every row that we write names the lexicon and the version; a coding has a code and its quote. */
function isOurJson(head: string): boolean {
  const has = (key: string) => head.includes(`"${key}":`) || new RegExp(`"${key}"\\s+:`).test(head);
  return (
    (has('lexicon') && has('version')) ||
    (has('code') && has('quote')) ||
    (has('visit_id') && has('measure') && has('value'))
  );
}
