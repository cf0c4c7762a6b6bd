import type { AgreementFigures, CodeTrust, MeasureTrust } from '../../../lexicon/agreement.ts';
import { type CohortMeasure, countBehind } from '../../../score/cohort/measures.ts';
import type { Kind } from '../../../visit.ts';

/** What is known of a measure's agreement with codings by others than the rules. */
export interface Trust {
  /** Visit by visit, of the measure itself or of the count behind its rate. */
  readonly visits: MeasureTrust | undefined;
  /** Turn by turn, of the code that it counts. */
  readonly turns: CodeTrust | undefined;
  readonly experts: CodeTrust | undefined;
}

/** Looks a measure's agreement up; what has not been measured is undefined. */
export function trustOf(measure: CohortMeasure, kind: Kind, known: AgreementFigures | undefined): Trust {
  const count = countBehind(measure);
  const code =
    /^moments of (\S+)$/.exec(count?.formula ?? '')?.[1] ?? /^all (\w+)\.\* moments$/.exec(count?.formula ?? '')?.[1];
  const turns = (by: string) => known?.codes.find((one) => one.code === code && one.kind === kind && one.by === by);
  const names = [measure.name, count?.name];
  return {
    visits: known?.measures.find((one) => names.includes(one.measure) && one.kind === kind && one.by === 'readers'),
    turns: turns('readers'),
    experts: turns('experts'),
  };
}

/** The same in a line, for under a figure. */
export function trustLine({ visits, turns }: Trust): string {
  const parts = [
    visits && `visit by visit ICC ${visits.icc.toFixed(2)} [${visits.low.toFixed(2)} to ${visits.high.toFixed(2)}]`,
    turns && `turn by turn F1 ${turns.f1.toFixed(2)} [${turns.low.toFixed(2)} to ${turns.high.toFixed(2)}]`,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return 'Its agreement with other codings has not been measured.';
  return `Agreement with readers of the codebook: ${parts.join(', ')}.`;
}
