import { InputError, type Problem } from '../problem.ts';

/** What a table says of visits: a row a visit, with any columns. */
export interface VisitSheet {
  readonly file: string;
  readonly columns: readonly string[];
  /** Cells by column, of each visit_id. */
  readonly rows: ReadonlyMap<string, SheetRow>;
  readonly problems: readonly Problem[];
}

export interface SheetRow {
  /** `row 14`. */
  readonly place: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Reads `--meta FILE`, a CSV or TSV with a column visit_id. Throws InputError where the file cannot be read or has no such column. */
export async function readVisitSheet(file: string): Promise<VisitSheet> {
  const { readBytes } = await import('../batch/bytes.ts');
  const { decode } = await import('../read/bytes.ts');
  const { indexOf } = await import('../read/columns.ts');
  const { parseTable } = await import('../read/table.ts');
  const text = decode(readBytes(file, file), file);
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const { rows, open } = parseTable(text, ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ',');
  const header = rows[0] ?? [];
  const at = indexOf(header, 'visit_id');
  if (at < 0) {
    throw new InputError({
      code: 'meta.no-visit-id',
      file,
      what: 'no column visit_id in the first row',
      fix: 'Name the column of the ids visit_id, as score writes it.',
    });
  }
  const found = new Map<string, SheetRow>();
  const problems: Problem[] = [];
  for (const [k, cells] of rows.entries()) {
    const place = `row ${k + 1}`;
    if (k === 0 || cells?.every((cell) => cell.trim() === '')) continue;
    const id = cells?.[at]?.trim();
    const fault = faultOf(id, cells, header);
    if (fault) problems.push({ file, at: place, ...fault });
    else if (id !== undefined && found.has(id)) {
      const what = `a row of the visit ${id} was there before`;
      problems.push({ code: 'meta.duplicate', file, at: place, what, fix: 'Leave one row a visit.', visit: id });
    } else if (id !== undefined) {
      found.set(id, {
        place,
        cells: Object.fromEntries(header.map((name, i) => [name.trim(), (cells?.[i] ?? '').trim()])),
      });
    }
  }
  if (open) {
    problems.push({
      code: 'meta.quote',
      file,
      at: `row ${rows.length + 1}`,
      what: 'a quote opens that never closes',
      fix: 'Close it; a quote inside a cell is written twice ("").',
    });
  }
  return { file, columns: header.map((name) => name.trim()), rows: found, problems };
}

function faultOf(id: string | undefined, cells: readonly string[] | null, header: readonly string[]) {
  const fix = 'Put cells that hold the delimiter or a line break into quotes.';
  if (cells === null) return { code: 'meta.quote', what: 'a quote opens in this row and closes in the next', fix };
  if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '')) {
    return { code: 'meta.fields', what: `the row has ${cells.length} cells, the first row ${header.length}`, fix };
  }
  return id ? undefined : { code: 'meta.no-id', what: 'the row names no visit', fix: 'Fill its visit_id in.' };
}
