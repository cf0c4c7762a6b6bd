import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexiconFolder } from './load.ts';
import { parseData } from './schema.ts';

/** How the moments of an entry are found; one of the keys. */
export interface Finder {
  readonly answered?: string;
  readonly unanswered?: readonly string[];
  readonly moment?: string;
  readonly run?: string;
  readonly least?: number;
  readonly without?: { readonly codes: readonly string[]; readonly absent: readonly string[] };
}

/** Something to look at together: how it is found, and what is said of it. */
export interface FeedbackEntry {
  readonly id: string;
  readonly find: Finder;
  readonly most?: number;
  readonly title: string;
  /** What is seen; `{n}` stands for what the finder counts. */
  readonly said: string;
  readonly why: string;
  readonly try?: readonly string[];
  readonly ask: string;
  readonly source: string;
}

/** lexicons/en/feedback.yaml: what a report says in words. */
export interface Feedback {
  /** What a rule must have shown on coded visits before its moments are laid before anyone. */
  readonly trust: {
    readonly precision: number;
    readonly tagged: number;
    /** Words for agreement, by the lower end of its interval, the best first. */
    readonly grades: readonly { readonly from: number; readonly word: string }[];
  };
  /** Moments of each kind at most. */
  readonly most: number;
  readonly codes: Readonly<Record<string, { readonly name: string; readonly short: string }>>;
  readonly responses: Readonly<Record<string, { readonly name: string; readonly means: string }>>;
  /** What each flag means, a sentence or two. */
  readonly flags: Readonly<Record<string, string>>;
  /** What stands in place of a figure that a flag makes doubtful. */
  readonly doubts: Readonly<Record<string, string>>;
  readonly well: readonly FeedbackEntry[];
  readonly more: readonly FeedbackEntry[];
}

/** Reads what reports say. */
export function loadFeedback(): Feedback {
  return parseData(readFileSync(join(lexiconFolder(), 'feedback.yaml'), 'utf8')) as Feedback;
}
