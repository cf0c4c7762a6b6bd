import { fieldsOf, isRecord } from './fields.ts';
import { isTurn, visitIdOf } from './jsonvisit.ts';
import type { CutPlan, ReadOptions, Source } from './reader.ts';

/** What a line is to the lines about it: a turn of some visit, something that ends one, or nothing that can be told. */
type Line = { readonly turnOf: string } | 'ends' | 'unknown';

/** Plans how JSON lines are cut: not between turns of a visit, nor where a line is broken that may have been one. */
export function planLines(source: Source, options: ReadOptions): CutPlan {
  const lineOf = (text: string): Line => {
    if (text.trim() === '') return 'unknown';
    try {
      const value: unknown = JSON.parse(text);
      const fields = isRecord(value) ? fieldsOf(value) : undefined;
      return fields && isTurn(fields, options)
        ? { turnOf: visitIdOf(fields, options.map, 'turn') ?? source.id }
        : 'ends';
    } catch {
      return 'unknown';
    }
  };
  return {
    format: 'ndjson',
    top: 0,
    isFilled: (record) => record.trim() !== '',
    seek: (count, tried, text) => {
      const known = new Map<number, Line>();
      const line = (k: number): Line => {
        const found = known.get(k) ?? lineOf(text(k));
        known.set(k, found);
        return found;
      };
      /** The visit whose turns may go on at line `k`. */
      const openBefore = (k: number): string | undefined => {
        let at = k - 1;
        while (at >= 0 && line(at) === 'unknown') at -= 1;
        const last = at < 0 ? 'ends' : line(at);
        return typeof last === 'object' ? last.turnOf : undefined;
      };
      if (count > 0 && openBefore(count) === undefined) return count;
      for (let k = count - 1; k >= Math.max(1, tried); k -= 1) {
        const here = line(k);
        if (here === 'ends' || (here !== 'unknown' && openBefore(k) !== here.turnOf)) return k;
      }
      return undefined;
    },
  };
}
