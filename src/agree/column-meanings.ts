/** What a column of `agree` says; `unit` is '' for text. */
export interface Meaning {
  readonly unit: string;
  readonly formula: string;
  readonly source: string;
}

const SHARE = 'share, 0 to 1';
const MINUS = '-1 to 1';
const TURNS = 'turns';

const MEANINGS: Readonly<Record<string, readonly [unit: string, formula: string, source: string]>> = {
  level: [
    'text',
    'what a row is: turn (a code over turns), visit (a figure of score over visits), report',
    'bedside agree',
  ],
  group: ['text', 'the value of --by; empty for all visits together', 'bedside agree'],
  kind: ['text', 'transcript or note', 'input'],
  coders: ['text', 'whose codings are compared', 'input'],
  code: ['text', 'the code, or a family of codes', 'input'],
  measure: ['text', 'the figure of score, or the item of the report', 'bedside columns; GRRAS (Kottner et al. 2011)'],
  visits: ['visits', 'visits compared', 'count'],
  turns: [TURNS, 'turns that can carry the code', 'count'],
  gold: ['moments', "moments of the code in GOLD, or in the first coder's coding", 'count'],
  tagged: ['moments', "moments of the code in TAGS, or in the second coder's coding", 'count'],
  tp: [TURNS, 'both give the code', 'count'],
  fp: [TURNS, 'the second alone gives it', 'count'],
  fn: [TURNS, 'the first alone gives it', 'count'],
  tn: [TURNS, 'neither gives it', 'count'],
  prevalence: [
    SHARE,
    'share of turns with the code in GOLD; of all ratings where there are more than two coders',
    'count',
  ],
  precision: [SHARE, 'tp / (tp + fp)', 'by turn'],
  recall: [SHARE, 'tp / (tp + fn)', 'by turn'],
  f1: [SHARE, '2 tp / (2 tp + fp + fn); mean over pairs of more than two coders', 'by turn'],
  kappa: [MINUS, 'agreement beyond chance; mean over pairs of more than two coders', 'Cohen 1960; Light 1971'],
  alpha: [MINUS, 'agreement beyond chance, nominal, turns left out by a coder allowed', 'Krippendorff 2011'],
  ac1: [MINUS, 'agreement beyond chance, steady where a code is rare', 'Gwet 2008'],
  moment_f1: [SHARE, '2 matched / (moments of both), a pair matched where its quotes overlap', 'by moment'],
  visit_r: [MINUS, "correlation of the coders' figures per visit", 'Pearson'],
  icc21: [MINUS, 'intraclass correlation (2,1): coders drawn at random', 'Shrout & Fleiss 1979'],
  icc31: [MINUS, 'intraclass correlation (3,1): these coders', 'Shrout & Fleiss 1979'],
  gold_mean: ['that of the measure', 'mean of the figure by GOLD', 'count'],
  tagged_mean: ['that of the measure', 'mean of the figure by TAGS', 'count'],
  bias: ['that of the measure', 'tagged_mean - gold_mean', 'Bland & Altman 1986'],
  limit_low: ['that of the measure', 'bias - 1.96 SD of the differences', 'Bland & Altman 1986'],
  limit_high: ['that of the measure', 'bias + 1.96 SD of the differences', 'Bland & Altman 1986'],
  value: ['text', 'what the report says of the item', 'bedside agree'],
};

/** The meaning of a column of `agree`; the bounds of an interval are those of its figure. */
export function meaningOf(column: string): Meaning {
  const own = MEANINGS[column];
  if (own) return { unit: own[0], formula: own[1], source: own[2] };
  const [, name, end] = /^(.*)_(low|high)$/.exec(column) ?? [];
  const [unit] = MEANINGS[name];
  const how = /^(?:icc|visit_r)/.test(name)
    ? name === 'visit_r'
      ? "Fisher's z"
      : 'F distribution'
    : '1,000 bootstrap samples of visits';
  return { unit, formula: `${end === 'low' ? 'lower' : 'upper'} end of the 95 % interval of ${name}`, source: how };
}
