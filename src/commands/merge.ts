import type { Command } from 'commander';
import type { Part } from '../batch/parts/open.ts';
import { isProblem, type Problem, UsageError } from '../problem.ts';
import type { Run, Terminal } from './command.ts';
import { openErrors } from './errors.ts';
import { examples } from './options.ts';
import { openOutput } from './output.ts';

interface Options {
  readonly output?: string;
  readonly errors?: string;
}

/** `bedside merge`: joins the parts of a sharded run. */
export function merge(program: Command, run: Run): void {
  const command = program
    .command('merge')
    .summary('join the parts of a sharded run')
    .description(
      'Joins the parts that --shard wrote, in the order of the whole: byte for byte the file that one run writes with -o.\n' +
        'Refuses parts that are missing, there twice, unfinished, changed, or of different runs.',
    )
    .argument('<part...>', 'the parts, by the name of the file or of the .part.json beside it')
    .option('-o, --output <file>', 'write to a file and not to standard output')
    .option('--errors <file>', 'write what could not be read as CSV: code, file, at, what, fix, visit_id');
  examples(
    command,
    'bedside score fixtures/visits --shard 0/1 -o part-0.csv',
    'bedside merge part-0.csv -o scores.csv',
  ).action(
    run(async (terminal, paths: string[], options: Options) => {
      const { checkParts } = await import('../batch/parts/check.ts');
      const { joinParts } = await import('../batch/parts/join.ts');
      const { openPart } = await import('../batch/parts/open.ts');
      const { partOf, sheetOf } = await import('../batch/parts/part.ts');
      const files = [...new Set(paths.map(partOf))];
      if (files.some((file) => [file, sheetOf(file)].includes(options.output ?? '')))
        throw new UsageError(`-o ${options.output} is a part`, 'Write to another file.');
      const opened = files.map(openPart);
      const parts = opened.filter((part): part is Part => !isProblem(part));
      const faults = [...opened.filter(isProblem), ...(parts.length === files.length ? checkParts(parts) : [])];
      for (const fault of faults) terminal.problem(fault);
      if (faults.length > 0) return 1;
      await checkEnding(options.output, parts[0].head.format);
      // What a pipe has got cannot be called back: there the parts are looked through first.
      if (options.output === undefined) for (const _ of joinParts(parts));
      return write(joinParts(parts), options, terminal);
    }),
  );
}

/** Writes the pieces, and tells of the Problems that stand between them. Gives the exit code. */
async function write(pieces: Iterable<Buffer | Problem>, { output: path, errors: list }: Options, terminal: Terminal) {
  const output = openOutput(path);
  const errors = await openErrors(list);
  let isComplete = true;
  try {
    for (const piece of pieces) {
      if (!isProblem(piece)) output.write(piece);
      else {
        isComplete = false;
        errors.add(piece);
        terminal.problem(piece);
      }
    }
    output.close();
    errors.close();
  } finally {
    output.discard();
    errors.discard();
  }
  return isComplete ? 0 : 1;
}

async function checkEnding(path: string | undefined, format: string): Promise<void> {
  const { writers } = await import('../write/index.ts');
  const ending = /\.([^./\\]+)$/.exec(path ?? '')?.[1].toLowerCase();
  const writer = writers.find(({ endings }) => ending !== undefined && endings.includes(ending));
  if (writer && writer.id !== format)
    throw new UsageError(`-o ${path}: the parts are ${format}`, `End it in .${format}, as the parts do.`);
}
