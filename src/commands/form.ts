import { UsageError } from '../problem.ts';
import type { WriteOptions, Writer } from '../write/writer.ts';
import type { WritingOptions } from './options.ts';
import { isTerminal } from './terminal.ts';

/** A format of output and how it is to look. */
export interface Form {
  readonly writer: Writer;
  readonly options: WriteOptions;
}

/** Columns of a terminal that does not say how wide it is. */
const WIDTH = 100;

/** Chooses the format: --to, else the ending of -o, else a table on a terminal and CSV elsewhere. Throws UsageError. */
export async function pickForm(wanted: WritingOptions): Promise<Form> {
  const form = await choose(wanted);
  await form.writer.load?.();
  return form;
}

async function choose({ output, to, raw }: WritingOptions): Promise<Form> {
  const { writers } = await import('../write/index.ts');
  const terminal = output === undefined && (await isTerminal(1));
  const options = { guard: output !== undefined && !raw, width: width(terminal), colour: wantsColour(terminal) };
  const byId = (id: string) => writers.find((writer) => writer.id === id) as Writer;
  if (to !== undefined) {
    const writer = writers.find(({ id }) => id === to.toLowerCase());
    if (writer) return { writer, options };
    throw new UsageError(`--to ${to}: no such format`, `Take one of ${writers.map(({ id }) => id).join(', ')}.`);
  }
  if (output === undefined) return { writer: byId(terminal ? 'table' : 'csv'), options };
  const ending = /\.([^./\\]+)$/.exec(output)?.[1].toLowerCase();
  const writer = writers.find(({ endings }) => ending !== undefined && endings.includes(ending));
  if (writer) return { writer, options };
  const known = writers.flatMap(({ endings }) => endings).map((e) => `.${e}`);
  throw new UsageError(`${output}: its ending names no format`, `End it in ${known.join(', ')}, or say --to FORMAT.`);
}

/** Columns of a terminal; those that COLUMNS says, elsewhere. */
export function width(terminal: boolean): number {
  if (terminal && process.stdout.columns > 0) return process.stdout.columns;
  return Number(process.env.COLUMNS) > 0 ? Number(process.env.COLUMNS) : WIDTH;
}

/** https://no-color.org, https://force-color.org */
export function wantsColour(terminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return terminal && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb';
}
