import type { Frame } from '../batch/collect.ts';
import type { Problem } from '../problem.ts';
import type { ColumnSpec } from '../write/writer.ts';
import type { Form } from './form.ts';

/**
 * What stands about and between the texts of visits. NDJSON has a line in the place of a visit that could not be read, so that
 * who feeds us line by line can count on them; the other formats leave it out.
 */
export function frameOf({ writer, options }: Form, columns: readonly ColumnSpec[]): Frame {
  const { id, format } = writer;
  if (!format) return { head: '', joint: 0, tail: () => '' };
  const { joint, open, tail } = format;
  const head = format.head(columns, options);
  return { head, joint, open, tail, ...(id === 'ndjson' && { problem: errorLine }) };
}

function errorLine({ visit, code, at }: Problem): string {
  return `${JSON.stringify({ visit_id: visit ?? null, error: { code, at: at ?? null } })}\n`;
}
