import { type Command, Option } from 'commander';
import type { Fault } from '../lexicon/schema.ts';
import { UsageError } from '../problem.ts';
import type { ColumnSpec } from '../write/writer.ts';
import type { Run } from './command.ts';
import { examples, lexiconOptions, listingOptions } from './options.ts';
import { openOutput } from './output.ts';
import type { ListingOptions } from './rows.ts';
import { examplesOf, readRules } from './rules.ts';

interface RuleOptions {
  readonly lexicon?: readonly string[];
  readonly scoring?: string;
}

/** The rule's id holds its code; what it says of itself is what a narrow terminal has room for. */
const LISTED: readonly ColumnSpec[] = [
  { name: 'rule', type: 'text', rank: 0, least: 34 },
  { name: 'code', type: 'text' },
  { name: 'in', type: 'text' },
  { name: 'when', type: 'text', rank: 3, least: 16 },
  { name: 'unless', type: 'text', rank: 2, least: 16 },
  { name: 'span', type: 'text' },
  { name: 'match', type: 'text', rank: 4, least: 36, brief: firstPattern },
  { name: 'note', type: 'text', rank: 1, least: 40 },
];

/** Of all patterns the first, cut short, and how many more there are. */
function firstPattern(match: string): string {
  const [first, ...more] = match.split('\n');
  const head = first.length > 60 ? `${first.slice(0, 59)}…` : first;
  return more.length > 0 ? `${head} +${more.length}` : head;
}

/** A whole rule file, for the help. */
const SHAPE = `    code: humour
    definition: Lightens the talk with a joke.
    source: ours
    speaker: clinician
    rules:
      - id: joking
        note: Says that it was a joke.
        match: |
          (just|only) (joking|kidding)
        yes: |
          I'm [only joking].
          [Just kidding], of course.
        no: |
          I'm only checking.
          No joking.

Patterns and examples stand one a line below \`|\`; brackets in an example give the exact span.
A file that takes built-in rules away needs only code, and rules with id and \`off: true\`.`;

/** `bedside lexicon check|list|test|explain`: work on rules. */
export function lexicon(program: Command, run: Run): void {
  const group = program.command('lexicon').description('work on rules');
  examples(group, 'bedside lexicon list', 'bedside lexicon explain "That sounds really hard."');
  check(group, run);
  list(group, run);
  test(group, run);
  explain(group, run);
}

function check(group: Command, run: Run): void {
  const command = lexiconOptions(group.command('check [folder...]')).description('find what is wrong with rule files');
  command.addHelpText('after', `\nA rule file is named for its code, humour.yaml:\n\n${SHAPE}`);
  examples(command, 'bedside lexicon check', 'bedside lexicon check lexicons/en').action(
    run(async (_, folders: string[], options: RuleOptions) => {
      const { faults, lexicon } = await readRules([...(options.lexicon ?? []), ...folders]);
      const lines = faults.map(lineOf);
      say(lines.length > 0 ? lines : [`${lexicon.rules.length} rules, nothing wrong`]);
      return faults.length > 0 ? 1 : 0;
    }),
  );
}

function list(group: Command, run: Run): void {
  const command = listingOptions(lexiconOptions(group.command('list'))).description('every rule, one row each');
  examples(command, 'bedside lexicon list', 'bedside lexicon list --json').action(
    run(async (_, options: RuleOptions & ListingOptions) => {
      const { loadLexicon } = await import('../lexicon/load.ts');
      const { textsOf } = await import('../lexicon/flat.ts');
      const { writeRows } = await import('./rows.ts');
      const { rules, patterns } = await loadLexicon({ dirs: options.lexicon, scoring: options.scoring });
      const texts = textsOf(patterns);
      const rows = rules.map((rule) => {
        const { id, code, in: kind, when, unless, span, note } = rule;
        const match = rule.patterns.map((index) => texts[index]).join('\n');
        return [id, code, kind, when.join(' '), unless.join(' '), span, match, note];
      });
      await writeRows(LISTED, rows, options);
      return 0;
    }),
  );
}

function test(group: Command, run: Run): void {
  const command = listingOptions(lexiconOptions(group.command('test [folder...]')))
    .description("run the rules' own examples; with --gold, measure each rule on coded visits")
    .option('--gold <folder>', 'a folder of codings with their visits: precision and recall of every rule, by turn');
  examples(command, 'bedside lexicon test', 'bedside lexicon test --gold fixtures/gold').action(
    run(async (terminal, folders: string[], options: RuleOptions & ListingOptions & { gold?: string }) => {
      const { testRule } = await import('../tag/examples.ts');
      const rules = await readRules([...(options.lexicon ?? []), ...folders]);
      if (options.gold === undefined && (options.output ?? options.to ?? options.json) !== undefined) {
        throw new UsageError('-o, --to and --json are for the table of --gold', 'Add --gold FOLDER');
      }
      if (options.gold !== undefined) {
        const { testOnGold } = await import('./lexicon-gold.ts');
        return testOnGold(options.gold, rules, options, terminal);
      }
      const results = examplesOf(rules).flatMap((one) => testRule(one, rules.lexicon));
      const wrong = results.filter(({ outcome }) => outcome !== 'right');
      say([
        ...rules.faults.map(lineOf),
        ...wrong.map(({ rule, kind, outcome, line }) => `${rule}: ${outcome}: ${kind}: ${line}`),
        `${results.length - wrong.length} examples right, ${wrong.length} wrong`,
      ]);
      return wrong.length > 0 || rules.faults.length > 0 ? 1 : 0;
    }),
  );
}

function explain(group: Command, run: Run): void {
  const command = lexiconOptions(group.command('explain <sentence>')).description(
    'what would be tagged in a sentence, by which rule, and what nearly matched',
  );
  command
    .addOption(
      new Option('--role <role>', 'who says it (default: the clinician)').choices(['clinician', 'patient', 'note']),
    )
    .addHelpText('after', '\nTurns before it go before " / ", with P: or C: "P: I can\'t sleep. / That sounds hard."');
  examples(
    command,
    'bedside lexicon explain "That sounds really hard."',
    'bedside lexicon explain --role patient "I am so worried about the scan."',
  ).action(
    run(async (_, sentence: string, options: RuleOptions & { role?: 'clinician' | 'patient' | 'note' }) => {
      const { loadLexicon } = await import('../lexicon/load.ts');
      const { explainLine } = await import('./explain.ts');
      const loaded = await loadLexicon({ dirs: options.lexicon, scoring: options.scoring });
      say(await explainLine(sentence, options.role, loaded));
      return 0;
    }),
  );
}

/** A finding as compilers write it, so that editors can jump to it. */
function lineOf({ file, line, what, fix }: Fault): string {
  return `${file}:${line}: ${what}: ${fix}`;
}

function say(lines: readonly string[]): void {
  const output = openOutput(undefined, { plain: true });
  for (const line of lines) output.write(`${line}\n`);
  output.close();
}
