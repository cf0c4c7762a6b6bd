import type { CodeTrust, MeasureTrust } from '../../../lexicon/agreement.ts';
import { type CohortMeasure, countBehind } from '../../../score/cohort/measures.ts';
import type { Kind } from '../../../visit.ts';
import type { Shared } from '../shared.ts';

/** What is known of a measure's agreement with codings by others than the rules; what has not been measured is undefined. */
export interface Trust {
  /** Visit by visit, of the measure itself or of the count behind its rate. */
  readonly visits: MeasureTrust | undefined;
  /** Turn by turn, of the code that it counts. */
  readonly turns: CodeTrust | undefined;
  readonly experts: CodeTrust | undefined;
  /** Nothing is judged but who speaks. */
  readonly isCounted: boolean;
}

/** Looks a measure's agreement up. */
export function trustOf(measure: CohortMeasure, kind: Kind, { trust }: Shared): Trust {
  const count = countBehind(measure);
  const code = /^(?:moments of |all )([\w.]+?)(?:\.\* moments)?$/.exec(count?.formula ?? '')?.[1];
  const turns = (by: string) => trust.codes.find((one) => one.code === code && one.kind === kind && one.by === by);
  const names = [measure.name, count?.name];
  return {
    visits: trust.measures.find((one) => names.includes(one.measure) && one.kind === kind && one.by === 'readers'),
    turns: turns('readers'),
    experts: turns('experts'),
    isCounted: measure.name === 'clinician_talk_share',
  };
}

/** The same in a line, for under a figure, with the word for the lower end of the interval. */
export function trustLine({ visits, turns, experts, isCounted }: Trust, shared: Shared): string {
  const parts = [
    visits && `visit by visit ${graded(visits, shared)}, ICC ${interval(visits.icc, visits)}`,
    turns && `turn by turn ${graded(turns, shared)}, F1 ${interval(turns.f1, turns)}`,
  ].filter((part) => part !== undefined);
  if (isCounted) return 'Words are counted, so that it is right where the speakers’ roles are.';
  if (parts.length === 0) return 'Agreement with other codings: not measured.';
  const people = experts
    ? ` With human experts: turn by turn ${graded(experts, shared)}, F1 ${interval(experts.f1, experts)}.`
    : '';
  const whose = shared.trust.ownRules ? ', of the built-in rules' : '';
  return `Agreement with codebook readers${whose}: ${parts.join('; ')}.${people}`;
}

/** `.87 [.72, .94]`. */
export function interval(value: number, { low, high }: { readonly low: number; readonly high: number }): string {
  return `${plain(value)} [${plain(low)}, ${plain(high)}]`;
}

function graded({ low }: { readonly low: number }, { texts }: Shared): string {
  return texts.trust.grades.find(({ from }) => low >= from)?.word ?? '';
}

function plain(value: number): string {
  return value.toFixed(2).replace(/^(-?)0\./, '$1.');
}
