import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { type Problem, UsageError } from '../problem.ts';
import type { Visit } from '../visit.ts';
import type { Terminal } from './command.ts';
import { isoDate } from './iso-date.ts';
import { isTemplate, nameTemplate } from './name-template.ts';
import { readVisitSheet, type VisitSheet } from './visit-sheet.ts';

export interface GroupingOptions {
  readonly by?: string;
  readonly meta?: string;
  readonly date?: string;
}

/** Where a visit belongs. */
export interface Belonging {
  readonly group?: string;
  readonly date?: string;
}

/** Sorts visits into groups and dates, one by one. */
export interface Grouping {
  /** What the groups are of: `trainee`; undefined where visits are not grouped. */
  readonly name: string | undefined;
  readonly hasDates: boolean;
  /** Columns of the input that the walk must carry through. */
  readonly keep: readonly string[];
  readonly place: (visit: Visit) => Belonging;
  /** Tells what found no place, once all visits are read. Returns the number of Problems. Throws UsageError where nothing fits. */
  readonly close: (terminal: Terminal) => number;
}

/** Options of every command that compares groups of visits. */
export function groupingOptions(command: Command): Command {
  return command
    .option(
      '--by <name>',
      "what visits are grouped by: a column of --meta or of the input, `folder`, or the names of files as '{trainee}_{date}'",
    )
    .option('--meta <file>', 'a CSV of what is known of the visits: visit_id and other columns')
    .option('--date <column>', 'the column of dates, such as 2025-03-07');
}

/** How many ids a remark lists. */
const LISTED = 5;

/** Prepares the grouping. Throws UsageError and InputError where an option or its file cannot be used. */
export async function groupingOf({ by, meta, date }: GroupingOptions): Promise<Grouping> {
  const sheet = meta === undefined ? undefined : await readVisitSheet(meta);
  const template = by !== undefined && isTemplate(by) ? nameTemplate(by) : undefined;
  const name = template ? (template.names.find((one) => one !== 'date') ?? 'date') : (by ?? onlyColumn(sheet, date));
  const when = date ?? (template?.names.includes('date') ? 'date' : undefined);
  const known = new Set([...(template?.names ?? []), ...(sheet?.columns ?? []), 'folder']);
  const wanted = [...new Set([name, when].filter((one) => one !== undefined))];
  const fitted = new Set<string>();
  const problems: Problem[] = [];
  const seen = { visits: 0, rowless: [] as string[], groupless: [] as string[], dates: 0, dateless: 0 };

  return { name, hasDates: when !== undefined, keep: wanted.filter((one) => !known.has(one)), place, close };

  function place(visit: Visit): Belonging {
    seen.visits += 1;
    const key = sheet ? rowKey(visit, sheet) : undefined;
    const row = key === undefined ? undefined : sheet?.rows.get(key);
    if (key !== undefined) fitted.add(key);
    else if (sheet) seen.rowless.push(visit.id);
    const named = template?.read(textsOf(visit));
    const cell = (column: string): string | undefined =>
      named?.[column] ?? row?.cells[column] ?? (column === 'folder' ? folderOf(visit) : visit.extra?.[column]?.trim());
    const group = (name === undefined ? undefined : cell(name)) || undefined;
    if (name !== undefined && group === undefined) seen.groupless.push(visit.id);
    const text = (when === undefined ? undefined : cell(when)) || undefined;
    return { group, date: text === undefined ? undefined : dated(text, visit, row?.place) };
  }

  function dated(text: string, visit: Visit, place: string | undefined): string | undefined {
    const iso = isoDate(text);
    seen.dates += 1;
    if (iso === undefined) {
      problems.push({
        code: 'date.not-iso',
        file: sheet && place ? sheet.file : visit.source,
        at: place,
        what: `the date of the visit ${visit.id} is no day such as 2025-03-07`,
        fix: 'Write dates as year, month, day: 2025-03-07.',
        visit: visit.id,
      });
    }
    return iso;
  }

  function close(terminal: Terminal): number {
    if (seen.visits === 0) return 0;
    if (sheet && fitted.size === 0)
      throw new UsageError(`--meta ${sheet.file}: no row fits a visit`, 'Write visit_id as bedside score does.');
    if (name !== undefined && seen.groupless.length === seen.visits)
      throw new UsageError(`--by ${by ?? name}: it fits no visit`, BY_FIX);
    if (when !== undefined && seen.dates === 0)
      throw new UsageError(`--date ${when}: no visit has that column`, 'Name a column of --meta or of the input.');
    if (problems.length > 0 && problems.length === seen.dates)
      throw new UsageError(`--date ${when}: none of its cells is a day such as 2025-03-07`, 'Name a column of dates.');
    for (const problem of [...(sheet?.problems ?? []), ...problems]) terminal.problem(problem);
    const stray = [...(sheet?.rows.keys() ?? [])].filter((id) => !fitted.has(id));
    tell(terminal, stray, (n) => `${n === 1 ? 'row' : 'rows'} of ${sheet?.file} of which no visit was read`);
    tell(terminal, seen.rowless, (n) => `${n === 1 ? 'visit' : 'visits'} without a row in ${sheet?.file}`);
    if (!sheet)
      tell(terminal, seen.groupless, (n) => `${n === 1 ? 'visit' : 'visits'} that --by fits not, in no group`);
    if (when !== undefined && seen.dates < seen.visits)
      terminal.note(`${seen.visits - seen.dates} of ${seen.visits} visits have no date`);
    return (sheet?.problems.length ?? 0) + problems.length;
  }
}

const BY_FIX =
  "Name a column of --meta or of the input, or folder, or write how the files are named: --by '{trainee}_{date}', '{trainee}/*'.";

function tell(terminal: Terminal, ids: readonly string[], what: (n: number) => string): void {
  if (ids.length === 0) return;
  const more = ids.length > LISTED ? `, and ${ids.length - LISTED} more` : '';
  terminal.note(`${ids.length} ${what(ids.length)}: ${ids.slice(0, LISTED).join(', ')}${more}`);
}

/** A table of ids with one more column needs no --by. */
function onlyColumn(sheet: VisitSheet | undefined, date: string | undefined): string | undefined {
  const others = (sheet?.columns ?? []).filter((one) => one !== '' && one !== date && !/^visit[ _]?id$/i.test(one));
  return others.length === 1 ? others[0] : undefined;
}

/** The row of a visit: by its id, else by its file's name, if the file holds this one visit. */
function rowKey({ id, source }: Visit, { rows }: VisitSheet): string | undefined {
  const bare = withoutEnding(source);
  const isFile = bare === id || bare.endsWith(`/${id}`);
  return [id, ...(isFile ? [source, bare, basename(source), basename(bare)] : [])].find((key) => rows.has(key));
}

/** What a template is held against: the id, then the path. */
function textsOf({ id, source }: Visit): string[] {
  const path = source.replaceAll('\\', '/');
  return [id, withoutEnding(path), path];
}

/** The last folder of a visit's path. */
function folderOf({ source }: Visit): string | undefined {
  const folder = basename(dirname(source.replaceAll('\\', '/')));
  return folder === '.' || folder === '..' ? undefined : folder;
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}
