import { type Command, InvalidArgumentError, Option } from 'commander';
import type { WalkOptions } from '../pipeline.ts';
import type { ColumnMap } from '../read/reader.ts';

/** Options of every command that reads visits, as commander gives them. */
export interface ReadingOptions extends Omit<WalkOptions, 'keep'> {
  readonly keep?: readonly string[];
  readonly lexicon?: readonly string[];
  readonly scoring?: string;
  readonly errors?: string;
  readonly skipped?: boolean;
}

/** Options of every command that writes rows. */
export interface WritingOptions {
  readonly output?: string;
  readonly to?: string;
  readonly raw?: boolean;
  readonly quiet?: boolean;
}

/** Options of every command that shows what was said. */
export interface PrivacyOptions {
  /** False under --no-quotes. */
  readonly quotes?: boolean;
  readonly redact?: boolean;
}

/** How much of the machine a run takes, and what it leaves beside its rows. */
export interface CrewOptions {
  readonly workers?: number;
  readonly resume?: boolean;
  readonly manifest?: string;
}

const OUTPUT = new Option('-o, --output <file>', 'write to a file; its ending says the format');
const TO = new Option('--to <format>', 'format of the output (see: bedside formats)');

const MAPPED = ['visit', 'turn', 'speaker', 'text', 'start', 'end', 'note'];

/** PATHs, and what can be said about them. */
export function readingOptions(command: Command): Command {
  const paths = command.argument('<path...>', 'files, folders, patterns, or - for standard input');
  return lexiconOptions(
    visitOptions(paths).option(
      '--keep <columns>',
      'columns of the input to carry through, with commas between',
      toList,
    ),
  )
    .option('--errors <file>', 'write what could not be read as CSV: code, file, at, what, fix, visit_id')
    .option('--skipped', 'name every file of a folder that is skipped, not the first five alone');
}

/** What can be said about the visits that are read. */
export function visitOptions(command: Command): Command {
  return command
    .option('--from <format>', 'format of the input, where it is not found out (see: bedside formats)')
    .option(
      '--map <columns>',
      'columns of a table by name: visit=ID,speaker=WHO,text=SAID, likewise turn, start, end, note',
      toMap,
    )
    .addOption(
      new Option('--kind <kind>', 'what the input is, where the guess is wrong').choices([
        'transcript',
        'note',
        'both',
      ]),
    )
    .option('--clinician <label>', "the clinician's label, or a speaker's number; may repeat", collect)
    .option('--patient <label>', "the patient's label, or a speaker's number; may repeat", collect)
    .option('--id-prefix', "put the file's name before the ids that stand in it");
}

/** Which rules, and by what figures they count. */
export function lexiconOptions(command: Command): Command {
  return command
    .option('-l, --lexicon <folder>', 'lay your own rules over the built-in ones; may repeat', collect)
    .option('--scoring <file>', 'use this file in place of scoring.yaml');
}

/** Where rows go, and how. */
export function writingOptions(command: Command): Command {
  return command
    .addOption(OUTPUT)
    .addOption(TO)
    .option('--raw', 'leave cells that a spreadsheet would run as they are')
    .option('-q, --quiet', 'no progress and no remarks on standard error, errors only');
}

/** How much of what was said is shown. */
export function privacyOptions(command: Command): Command {
  return command
    .option('--no-quotes', 'leave out what was said, and names of speakers: quote columns stay, empty')
    .option(
      '--redact',
      'mask names, places, dates, numbers and addresses in what is shown, by rules: a help, no de-identification',
    );
}

/** How much of the machine a run takes, and what it leaves beside its rows; nothing of these depends on it. */
export function crewOptions(command: Command): Command {
  return command
    .option('--workers <n>', 'threads that work at once (default: one a core where there is much to do)', toCount)
    .option('--resume', 'go on with the run to -o FILE that was broken off, if there is one (see below)')
    .option(
      '--manifest <file>',
      'write what the run was made of as JSON: inputs and output with hashes, options, counts',
    )
    .addHelpText('after', `\n${BROKEN_OFF}`);
}

const BROKEN_OFF = `A run to -o FILE writes to FILE.partial, and to FILE.journal how far it has come; FILE appears when it is whole.
Broken off (Ctrl-C, a full disk, a crash), it goes on with the same command and --resume: not a row is lost or
doubled. --resume begins anew where there is nothing to go on with, does nothing where FILE is finished (it leaves
FILE.journal to tell by), and refuses if inputs, rules, options or version are others. Without it, a run never
writes over a FILE.partial that holds something.`;

/** Where a list goes, and how. */
export function listingOptions(command: Command): Command {
  return command.addOption(OUTPUT).addOption(TO).option('--json', 'the same as --to json');
}

/** Ends a command's help with examples, which work where the project's fixtures are. */
export function examples(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Names with commas between. */
export function toList(value: string, before: readonly string[] = []): readonly string[] {
  const names = value.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}

function toCount(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('Give a number from 1 to 999.');
  return Number(value);
}

/** A comma belongs to a column's name unless one of our names and `=` follow it. */
function toMap(value: string, before: ColumnMap = {}): ColumnMap {
  const map: Record<string, string> = { ...before };
  for (const pair of value.split(/,(?=\s*\w+=)/)) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    const column = pair.slice(at + 1).trim();
    if (at < 0 || column === '' || !MAPPED.includes(name)) {
      throw new InvalidArgumentError(`Write it as NAME=COLUMN, with NAME one of ${MAPPED.join(', ')}.`);
    }
    map[name] = column;
  }
  return map;
}
