import { stringify } from 'yaml';
import type { AgreementFigures, Coders, CodeTrust, MeasureTrust, RuleTrust } from '../../src/lexicon/agreement.ts';
import type { Kind } from '../../src/visit.ts';

/** A row of `bedside agree --to json`. */
export type Row = Readonly<Record<string, string | number | null>>;

const HEAD = `# How far the tags of the built-in rules can be trusted; written by \`npm run validate -- GOLD --annomi ANNOMI --write\`, not by hand.
# by: readers are automated readers of the codebook, experts are AnnoMI's people who label motivational interviewing. The two are
#   never pooled. gold: turns that have the code by the labels, of \`turns\` compared.
# The measured visits are those that the rules were written with: expect somewhat less on others.
# Reports print these figures. They change no tag and no score, and are no part of the hash that \`lexicon\` names.
`;

/** The figures of each code that the labels have. */
export function codeFigures(rows: readonly Row[], by: Coders): CodeTrust[] {
  return rows
    .filter((row) => row.level === 'turn' && (row.gold ?? 0) !== 0 && row.f1 !== null)
    .map((row) => ({
      code: `${row.code}`,
      kind: row.kind as Kind,
      by,
      visits: Number(row.visits),
      turns: Number(row.turns),
      gold: Number(row.gold),
      precision: rounded(row.precision),
      recall: rounded(row.recall),
      f1: rounded(row.f1),
      low: rounded(row.f1_low),
      high: rounded(row.f1_high),
    }));
}

/** The figures of each column that is compared visit by visit. */
export function measureFigures(rows: readonly Row[], by: Coders): MeasureTrust[] {
  return rows
    .filter((row) => row.level === 'visit' && row.icc21 !== null)
    .map((row) => ({
      measure: `${row.measure}`,
      kind: row.kind as Kind,
      by,
      visits: Number(row.visits),
      icc: rounded(row.icc21),
      low: rounded(row.icc21_low),
      high: rounded(row.icc21_high),
      bias: rounded(row.bias),
      limit_low: rounded(row.limit_low),
      limit_high: rounded(row.limit_high),
    }));
}

/** The precision of each rule that tagged anything, from the cells of `bedside lexicon test --gold`. */
export function ruleFigures(rows: readonly Readonly<Record<string, string>>[]): RuleTrust[] {
  return rows
    .filter(({ tagged }) => Number(tagged) > 0)
    .map((row) => ({
      rule: row.rule,
      kind: row.in as Kind,
      code: row.measured_by,
      tagged: Number(row.tagged),
      right: Number(row.right),
      precision: rounded(row.precision),
    }));
}

/** The whole file: one figure a line. */
export function agreementYaml({ lexicon, version, ...lists }: AgreementFigures): string {
  const parts = Object.entries(lists).map(([name, figures]) => {
    const lines = figures.map(
      (figure: object) => `  - ${stringify(figure, { collectionStyle: 'flow', lineWidth: 0 })}`,
    );
    return `${name}:\n${lines.join('')}`;
  });
  return `${HEAD}${stringify({ lexicon, version })}${parts.join('')}`;
}

function rounded(value: string | number | null): number {
  return Number(Number(value).toFixed(2));
}
