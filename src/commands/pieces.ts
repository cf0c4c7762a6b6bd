import type { Problem } from '../problem.ts';
import type { Cell, ColumnSpec } from '../write/writer.ts';
import type { Form } from './form.ts';

type Row = readonly Cell[];

/** What is written of one visit: its rows, or one object; or the Problem in its place. */
export type Shown = { readonly rows: readonly Row[] } | { readonly object: object } | { readonly problem: Problem };

/**
 * Makes the text of a run, in pieces, as its visits come. NDJSON has a line in the place of a visit that could not be read,
 * so that who feeds us line by line can count on them; the other formats leave it out.
 */
export function* pieces(
  { writer, options }: Form,
  columns: readonly ColumnSpec[],
  /** Whether JSON holds the visits' objects instead of rows. */
  asObjects: boolean,
  run: Iterable<Shown>,
): Generator<string> {
  if (writer.id === 'ndjson') {
    for (const shown of run) {
      if ('rows' in shown) yield* writer.write(columns, shown.rows, options);
      else yield `${JSON.stringify('object' in shown ? shown.object : errorOf(shown.problem))}\n`;
    }
  } else if (asObjects) {
    yield* jsonArray(run);
  } else if (writer.id === 'table') {
    const rows = [...rowsOf(run)];
    // Headings over nothing tell nobody anything.
    if (rows.length > 0) yield* writer.write(columns, rows, options);
  } else {
    yield* writer.write(columns, rowsOf(run), options);
  }
}

function* rowsOf(run: Iterable<Shown>): Generator<Row> {
  for (const shown of run) if ('rows' in shown) yield* shown.rows;
}

function* jsonArray(run: Iterable<Shown>): Generator<string> {
  let before = '[\n';
  for (const shown of run) {
    if (!('object' in shown)) continue;
    yield before + JSON.stringify(shown.object);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function errorOf({ visit, code, at }: Problem) {
  return { visit_id: visit ?? null, error: { code, at: at ?? null } };
}
