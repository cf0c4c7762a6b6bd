import { Command, CommanderError } from 'commander';
import { agree } from './commands/agree.ts';
import { columns } from './commands/columns.ts';
import type { Run, Terminal } from './commands/command.ts';
import { compare } from './commands/compare.ts';
import { cues } from './commands/cues.ts';
import { formats } from './commands/formats.ts';
import { lexicon } from './commands/lexicon.ts';
import { breakLines } from './commands/lines.ts';
import { merge } from './commands/merge.ts';
import { openOutput } from './commands/output.ts';
import { report } from './commands/report.ts';
import { review } from './commands/review.ts';
import { score } from './commands/score.ts';
import { tag } from './commands/tag.ts';
import { placesOf } from './places.ts';
import { InputError, OutputClosed, OutputError, type Problem, UsageError } from './problem.ts';
import { version } from './version.ts';

/** Adds a command to the program; its action is wrapped by `run`, which keeps its exit code. */
const COMMANDS: readonly ((program: Command, run: Run) => void)[] = [
  score,
  tag,
  cues,
  review,
  report,
  compare,
  merge,
  agree,
  lexicon,
  formats,
  columns,
];

const run: Run =
  (action) =>
  async (...args) => {
    const options = args.at(-2) as { quiet?: boolean };
    process.exitCode = await action(terminal(options.quiet === true), ...args);
  };

function terminal(quiet: boolean): Terminal {
  return {
    problem: (problem) => print(lineOf(problem)),
    trace: (places) => write(`${places}\n`),
    note: (text) => {
      if (!quiet) print(text);
    },
  };
}

const program = new Command('bedside')
  .description(
    'Tags the moments that build trust in medical visits, by rules that anyone can read, and scores each visit.',
  )
  .version(version)
  .exitOverride()
  .configureOutput({ writeOut: printOut, outputError() {} });
for (const add of COMMANDS) add(program, run);

process.on('uncaughtException', (error) => process.exit(settle(error)));
program.parseAsync().catch((error: unknown) => {
  process.exitCode = settle(error);
});

/** Tells what ended the program, and gives its exit code. */
function settle(error: unknown): number {
  if (error instanceof OutputClosed) return 0;
  if (error instanceof CommanderError) return settleUsage(error);
  if (error instanceof UsageError) {
    print(sentences(error.what, error.fix));
    return 2;
  }
  if (error instanceof InputError || error instanceof OutputError) {
    print(lineOf(error.problem));
    return error instanceof InputError ? 1 : 74;
  }
  print(`a fault of bedside ${version}, not of your data. Please report these lines, which hold none of it:`);
  write(`${placesOf(error)}\n`);
  return 70;
}

/** Help and version end like errors, with 0; commander has printed help by then. */
function settleUsage({ exitCode, code, message }: CommanderError): number {
  if (exitCode === 0) return 0;
  if (code !== 'commander.help') {
    const name = program.commands.find((command) => command.name() === process.argv[2])?.name();
    print(
      sentences(message.replace(/^error: /, '').replaceAll('\n', ' '), `See: bedside ${name ? `${name} ` : ''}--help`),
    );
  }
  return 2;
}

/** `FILE: AT: WHAT. FIX` */
function lineOf({ file, at, what, fix }: Problem): string {
  return [file, at, sentences(what, fix)].filter((part) => part !== undefined).join(': ');
}

function sentences(what: string, fix: string): string {
  return `${what}${/[.?!]$/.test(what) ? '' : '.'} ${fix.replace(/\.$/, '')}`;
}

/** Help and version. */
function printOut(text: string): void {
  const output = openOutput();
  output.write(text);
  output.close();
}

/**
 * One line on standard error, broken at words on a terminal. File names may hold anything; a terminal must neither obey it
 * nor be misled by it.
 */
function print(text: string): void {
  const line = `bedside: ${text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '?')}`;
  const { isTTY, columns = 0 } = process.stderr;
  write(`${isTTY ? breakLines(line, columns) : line}
`);
}

/** That nobody reads standard error any more is no reason to stop. */
function write(text: string): void {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {});
  process.stderr.write(text);
}
