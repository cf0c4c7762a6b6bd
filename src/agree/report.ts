import type { Kind, Visit } from '../visit.ts';
import type { Block } from './agreement.ts';

/** What a paper reports of a study of agreement, and what of it we know; '' is for the authors to fill in. */
export interface ReportItem {
  /** `GRRAS 9: were the codings made independently?` */
  readonly item: string;
  readonly value: string;
}

export interface Reported {
  readonly blocks: readonly Block[];
  /** All visits that were compared, each once. */
  readonly visits: readonly Visit[];
  /** What made the tags, where they say so. */
  readonly instrument: string;
  /** The file of disagreements, if one was written. */
  readonly details: string;
  /** Groups without a moment of GOLD. */
  readonly unmeasured: readonly string[];
}

/**
 * The items of the Guidelines for Reporting Reliability and Agreement Studies, filled in as far as the data tell.
 * Source: Kottner et al. 2011, J Clin Epidemiol 64:96–106.
 */
export function reportOf(reported: Reported): ReportItem[] {
  const { blocks, visits, instrument, details, unmeasured } = reported;
  const all = blocks.filter(({ group }) => group === '');
  const kinds = (['transcript', 'note'] as const).filter((kind) => visits.some((visit) => visit.kind === kind));
  const items: Item[] = [
    [1, 'title or abstract says that agreement was investigated', ''],
    [2, 'instrument', instrument],
    [3, 'population the visits stand for', ''],
    [4, 'population the raters stand for', ''],
    [5, 'what is known of the agreement, and why it is studied', ''],
    [6, 'how the sample size was chosen', ''],
    [7, 'sampling of visits', ''],
    [7, 'sampling of raters', ''],
    [
      8,
      'rating process: unit',
      'turns of the role that a code applies to; in notes every line. A turn that nobody coded counts as uncoded',
    ],
    [8, 'rating process: blinding', ''],
    [8, 'rating process: what the raters saw, and time between codings', ''],
    [9, 'independence of the codings', ''],
    [10, 'statistics', STATISTICS],
    [11, 'raters', [...new Set(all.map(({ coders }) => coders.join(', ')))].join('; ')],
    ...kinds.map((kind): Item => [11, kind === 'note' ? 'notes' : 'visits', counted(visits, kind)]),
    [12, "raters' training and experience", ''],
    [12, 'prevalence', 'share of the units that have the code, beside each code'],
    [13, 'estimates with uncertainty', 'each with its 95 % interval, beside each code and each score'],
    ...unmeasured.map((group): Item => [13, 'group without a moment of GOLD: not measured, not to be compared', group]),
    [14, 'practical relevance', ''],
    [15, 'detailed results', details],
  ];
  return items.map(([number, item, value]) => ({ item: `GRRAS ${number}: ${item}`, value }));
}

type Item = [number: number, item: string, value: string];

const STATISTICS =
  'precision, recall and F1; Cohen 1960 kappa; Krippendorff 2011 nominal alpha; Gwet 2008 AC1; percentile intervals of 1,000 ' +
  'bootstrap samples of visits, seeded; per visit ICC(2,1) and ICC(3,1) (Shrout & Fleiss 1979) with F intervals, Pearson r with ' +
  "Fisher's z, limits of agreement (Bland & Altman 1986)";

function counted(visits: readonly Visit[], kind: Kind): string {
  const these = visits.filter((visit) => visit.kind === kind);
  const turns = these.flatMap((visit) => visit.turns);
  if (kind === 'note') return `${these.length}, with ${turns.length} lines`;
  const of = (role: string) => turns.filter((turn) => turn.role === role).length;
  return `${these.length}, with ${turns.length} turns: ${of('clinician')} clinician, ${of('patient')} patient, ${of('other')} other`;
}
