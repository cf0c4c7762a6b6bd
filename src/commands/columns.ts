import type { Command } from 'commander';
import type { Run } from './command.ts';
import { examples, lexiconOptions, listingOptions } from './options.ts';
import { ownColumnsOf } from './own-columns.ts';
import { type ListingOptions, writeRows } from './rows.ts';

interface Options extends ListingOptions {
  readonly lexicon?: readonly string[];
  readonly scoring?: string;
}

interface Described {
  readonly name: string;
  readonly type: string;
  readonly unit: string;
  readonly denominator?: string;
  readonly formula: string;
  readonly source: string;
  readonly quotes?: true;
}

/** `bedside columns`: what every column means, and every flag. */
export function columns(program: Command, run: Run): void {
  const command = program
    .command('columns')
    .summary('what every column means')
    .description(
      'What every column of score, tag, cues, compare and agree means, and every flag; with -l those of your own codes too.',
    );
  examples(listingOptions(lexiconOptions(command)), 'bedside columns', 'bedside columns --json').action(
    run(async (_, options: Options) => {
      const outputs = await outputsOf(options);
      const rows = outputs.flatMap(([output, list]) =>
        list.map(({ name, type, unit, denominator, formula, source, quotes }) => [
          output,
          name,
          type,
          unit,
          denominator || null,
          formula,
          source,
          quotes ? 'yes' : null,
        ]),
      );
      await writeRows(LISTED, rows, options);
      return 0;
    }),
  );
}

const LISTED = [
  { name: 'output', type: 'text', rank: 2, least: 15 },
  { name: 'name', type: 'text', rank: 0, least: 26 },
  { name: 'type', type: 'text' },
  { name: 'unit', type: 'text', rank: 3, least: 18 },
  { name: 'denominator', type: 'text' },
  { name: 'formula', type: 'text', rank: 1, least: 36 },
  { name: 'source', type: 'text', rank: 4, least: 30 },
  { name: 'quotes', type: 'text' },
] as const;

async function outputsOf(options: Options): Promise<readonly (readonly [string, readonly Described[]])[]> {
  const { scoreColumns } = await import('../score/columns.ts');
  const { rateColumns } = await import('../score/rates.ts');
  const { longColumns } = await import('../score/long.ts');
  const { tagColumns } = await import('../score/moments.ts');
  const { cueColumns } = await import('../score/cues.ts');
  const { compareColumns } = await import('../score/cohort/compare.ts');
  const { frameworkColumns } = await import('../score/frameworks/rows.ts');
  const { columns: agreeColumns } = await import('../agree/columns.ts');
  const { meaningOf } = await import('../agree/column-meanings.ts');
  const own = await ownColumnsOf(options.lexicon);
  return [
    ['score', scoreColumns],
    ['score --rates', rateColumns],
    ['score --long', longColumns],
    ['score --framework', frameworkColumns],
    ['score --lexicon', own.length > 0 ? own : [ANY_CODE]],
    ['tag', tagColumns],
    ['cues', cueColumns],
    ['compare', compareColumns],
    ['agree', agreeColumns.map(({ name, type }) => ({ name, type, ...meaningOf(name) }))],
    ['flags', await flags(options)],
  ];
}

const ANY_CODE: Described = {
  name: 'CODE',
  type: 'count',
  unit: 'moments',
  formula:
    'moments of a code that only your own rules have: one column each after all others, named for it with _ for dots',
  source: 'your rules; see them with bedside columns -l FOLDER',
};

async function flags({ lexicon: dirs, scoring }: Options): Promise<Described[]> {
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { flagMeanings } = await import('../score/flag-meanings.ts');
  const { scoring: bounds } = await loadLexicon({ dirs, scoring });
  return Object.entries(flagMeanings).map(([name, meaning]) => ({
    name,
    type: 'flag',
    unit: 'in the column flags',
    formula: meaning(bounds.flags[name]),
    source: `scoring.yaml: ${bounds.flags[name].source}`,
  }));
}
