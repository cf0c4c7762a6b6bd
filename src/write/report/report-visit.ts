import type { Kind } from '../../visit.ts';

/** What a report keeps of a visit for its figures; the rest lies in the visit's island. */
export interface ReportVisit {
  /** Place in the report, from 0. */
  readonly index: number;
  /** Opens the visit in the page: `#visit-1`. */
  readonly href: string;
  readonly id: string;
  readonly kind: Kind;
  /** The row of `bedside score`, by column. */
  readonly score: Readonly<Record<string, number | string | null>>;
  /** The input's own columns that `--keep` carries. */
  readonly extra: Readonly<Record<string, string>>;
  /** What it is grouped by, and its day, where they are known. */
  readonly group?: string;
  readonly date?: string;
}
