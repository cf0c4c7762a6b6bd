import { InputError } from '../problem.ts';
import type { CodingRecord, CodingRecords } from './records.ts';

type Json = Readonly<Record<string, unknown>>;

/** Keys under which our JSON keeps what lies within a visit or a turn. */
const nests = ['visits', 'turns', 'moments'];

/** Lists and objects in each other; codings need five. What lies deeper is none. */
const DEEPEST = 20;

/** The moments of a JSON or NDJSON that `tag` wrote, or of any list of objects with `visit_id`, `turn` and `code`. */
export function jsonRecords(text: string, file: string): CodingRecords {
  const records: CodingRecord[] = [];
  const columns = new Set(['visit_id', 'turn', 'code']);
  documents(text, file).forEach(([document, place]) => {
    collect(document, {}, place, 0);
  });
  return { columns: [...columns], records };

  /** Goes down to the objects with a code; what stands above them holds for them too. */
  function collect(node: unknown, above: Readonly<Record<string, string>>, place: string, depth: number): void {
    if (depth > DEEPEST) return;
    if (Array.isArray(node)) {
      node.forEach((item, i) => {
        collect(item, above, place || `item ${i + 1}`, depth + 1);
      });
    } else if (typeof node === 'object' && node !== null) {
      const cells = { ...above };
      for (const [key, value] of Object.entries(node as Json)) {
        if (typeof value === 'string' || typeof value === 'number') cells[key.toLowerCase()] = String(value);
      }
      for (const key of nests) collect((node as Json)[key], cells, place, depth + 1);
      if (typeof (node as Json).code !== 'string') return;
      records.push({ cells, place });
      for (const key of Object.keys(cells)) columns.add(key);
    }
  }
}

/** The whole text as one document, or its lines as one each, with their places. */
function documents(text: string, file: string): [unknown, string][] {
  try {
    return [[JSON.parse(text), '']];
  } catch {
    // More than one document: a line each.
  }
  return text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [[JSON.parse(line), `line ${i + 1}`] as [unknown, string]];
    } catch {
      throw new InputError({
        code: 'coding.json',
        file,
        at: `line ${i + 1}`,
        what: 'this is neither JSON nor, line by line, NDJSON',
        fix: 'Write the tags again with --to json, or give them as CSV.',
      });
    }
  });
}
