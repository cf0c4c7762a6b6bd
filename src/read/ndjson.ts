import type { Problem } from '../problem.ts';
import { planLines } from './cutlines.ts';
import { isRecord } from './fields.ts';
import { type Item, readItems } from './items.ts';
import { findFault } from './jsonfault.ts';
import { parseJson } from './jsonparse.ts';
import type { Reader } from './reader.ts';

/** One JSON object a line, as engines and databases pipe them. A line that is broken costs no other. */
export const ndjson: Reader = {
  id: 'ndjson',
  name: 'JSON lines',
  endings: ['ndjson', 'jsonl'],
  about:
    'A line with "turns" or "note" is a visit as in JSON, a line with "text" a turn; turns of a visit stand together.',
  sniff: isNdjson,
  cut: planLines,
  read: (source, options) => {
    const lines = source.text.split(source.text.includes('\r') ? /\r\n|\n|\r/ : '\n');
    const isOnly = !source.before && lines.filter((line) => line.trim() !== '').length === 1;
    return readItems(
      parsed(lines, source.name, source.before?.records ?? 0),
      { format: 'ndjson', source, isOnly },
      options,
    );
  },
};

/** Whether a text is objects, each on a line of its own; the last line at hand may be cut off. */
export function isNdjson(head: string): boolean {
  if (!/^\s*\{/.test(head)) return false;
  const lines = firstLines(head, 3);
  // After a whole object JSON ends: what stands below is lines, though some of them may be broken.
  if (lines.length < 2 || isObject(lines[0])) return lines.length > 1;
  return lines.length === 3 && lines.every((line) => /^\s*\{\s*["}]/.test(line)) && isObject(lines[1]);
}

/** The first lines with something on them. */
function firstLines(text: string, count: number): string[] {
  const lines: string[] = [];
  const ends = /[\r\n]|$/g;
  for (let at = 0; at < text.length && lines.length < count; at = ends.lastIndex) {
    ends.lastIndex = at;
    const end = ends.exec(text)?.index ?? text.length;
    const line = text.slice(at, end);
    if (line.trim() !== '') lines.push(line);
    ends.lastIndex = end + 1;
  }
  return lines;
}

function* parsed(lines: readonly string[], file: string, before: number): Generator<Item | Problem> {
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const at = `line ${before + i + 1}`;
    try {
      yield { value: parseJson(line), at };
    } catch {
      const { column, what } = findFault(line);
      yield {
        code: 'ndjson.syntax',
        file,
        at: `${at}, column ${column}`,
        what,
        fix: 'Export the line again, or mend it in an editor.',
      };
    }
  }
}

function isObject(line: string): boolean {
  // What is thrown costs more than all else that a file of text is asked.
  if (!line.trimStart().startsWith('{')) return false;
  try {
    return isRecord(JSON.parse(line));
  } catch {
    return false;
  }
}
