import type { Block } from '../agree/agreement.ts';
import type { Disagreement } from '../agree/disagreements.ts';
import type { ReportItem } from '../agree/report.ts';
import { UsageError } from '../problem.ts';
import type { Segmented } from '../segment/types.ts';
import type { Moment, Visit } from '../visit.ts';
import type { AgreeOptions } from './agree.ts';
import type { Studies } from './agree-studies.ts';
import type { Terminal } from './command.ts';

/** All that `agree` has to say. */
export interface Compared {
  readonly blocks: readonly Block[];
  readonly disagreements: readonly Disagreement[];
  readonly report: readonly ReportItem[];
}

/** Compares every study, and tells of moments that found no place. Throws UsageError for a code or column that is not there. */
export async function compareStudies(read: Studies, options: AgreeOptions, terminal: Terminal): Promise<Compared> {
  const { agreementOf } = await import('../agree/agreement.ts');
  const { reportOf } = await import('../agree/report.ts');
  const { scoreVisit } = await import('../score/score.ts');
  const { segmentVisit } = await import('../segment/segment.ts');
  const { studies, groups, lexicon, instrument } = read;
  const { by, codes } = options;
  if (by !== undefined && groups.size === 0) {
    throw new UsageError(`--by ${by}: no visit has that column`, 'Name a column of GOLD, of TAGS or of the text.');
  }
  const segmented = new Map<Visit, Segmented[]>();
  const score = (visit: Visit, moments: readonly Moment[]) => {
    const cut = segmented.get(visit) ?? segmentVisit(visit, lexicon);
    segmented.set(visit, cut);
    return scoreVisit(visit, moments, lexicon, cut);
  };
  const groupOf = by === undefined ? undefined : (visit: Visit) => groups.get(visit.id) ?? '(none)';
  const results = studies.map((study) => agreementOf(study, { codes, groupOf, score }));
  const blocks = results.flatMap((result) => result.blocks);
  const absent = codes?.find(
    (code) => !blocks.some((block) => block.codes.some((row) => row.code === code || row.code.startsWith(`${code}.`))),
  );
  if (absent !== undefined) {
    throw new UsageError(
      `--codes ${absent}: no coder gave that code on these visits`,
      'Give codes as CODEBOOK names them, such as question.open or sdm.',
    );
  }
  const visits = [
    ...new Map(studies.flatMap((study) => study.visits.map((visit) => [`${study.kind} ${visit.id}`, visit]))).values(),
  ];
  await tellStrays(read, visits, terminal);
  if (options.text) tellSilent(read, visits, terminal);
  const report = reportOf({
    blocks,
    visits,
    instrument,
    details: options.disagreements ?? '',
    unmeasured: unmeasured(read, visits, groupOf),
  });
  return { blocks, disagreements: results.flatMap((result) => result.disagreements), report };
}

/** Groups of visits without a moment of GOLD. */
function unmeasured(
  { gold }: Studies,
  visits: readonly Visit[],
  groupOf: ((visit: Visit) => string) | undefined,
): string[] {
  if (!groupOf) return [];
  const coded = codedVisits(gold);
  const measured = new Set(visits.filter(({ id }) => coded.has(id)).map(groupOf));
  return [...new Set(visits.map(groupOf))].filter((group) => !measured.has(group)).sort();
}

/** Tells of moments without a place in the visits. */
async function tellStrays({ gold, tags }: Studies, visits: readonly Visit[], terminal: Terminal): Promise<void> {
  const { straysOf } = await import('../agree/strays.ts');
  for (const coding of tags ? [...gold, tags] : gold) {
    const { visits: elsewhere, turns, roles } = straysOf(visits, coding);
    const parts = [
      elsewhere > 0 ? `${elsewhere} of visits that are not in the text (left out)` : '',
      turns > 0 ? `${turns} of turns that their visit does not have` : '',
      roles > 0 ? `${roles} of turns whose speaker cannot earn the code` : '',
    ].filter(Boolean);
    if (parts.length > 0) terminal.note(`moments of ${coding.name} without a place: ${parts.join(', ')}`);
  }
}

/** Tells of visits without a moment: that nobody read them, only the user can know. */
function tellSilent({ gold }: Studies, visits: readonly Visit[], terminal: Terminal): void {
  const coded = codedVisits(gold);
  const silent = visits.filter(({ id }) => !coded.has(id)).length;
  if (silent === 0) return;
  terminal.note(
    `${silent} of ${visits.length} visits have no moment of GOLD: their turns count as uncoded. Leave visits that nobody coded out of the text.`,
  );
}

function codedVisits(gold: Studies['gold']): Set<string> {
  return new Set(gold.flatMap(({ moments }) => moments.map(({ visit }) => visit)));
}
