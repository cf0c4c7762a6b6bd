import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../visit.ts';
import { lexiconFolder } from './load.ts';
import { parseData } from './schema.ts';

/** Whose labels the tags were compared with; the two are never pooled. */
export type Coders = 'readers' | 'experts';

/** How well a code's tags agree with labels, turn by turn, and its 95 % interval. */
export interface CodeTrust {
  readonly code: string;
  readonly kind: Kind;
  readonly by: Coders;
  readonly visits: number;
  /** Turns compared, and those of them that have the code by the labels. */
  readonly turns: number;
  readonly gold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly low: number;
  readonly high: number;
}

/** How well a column agrees with its value by labels, visit by visit: ICC(2,1), Bland and Altman's bias and limits. */
export interface MeasureTrust {
  readonly measure: string;
  readonly kind: Kind;
  readonly by: Coders;
  readonly visits: number;
  readonly icc: number;
  readonly low: number;
  readonly high: number;
  readonly bias: number;
  readonly limit_low: number;
  readonly limit_high: number;
}

/** How many of a rule's tags are right, by turn. */
export interface RuleTrust {
  readonly rule: string;
  readonly kind: Kind;
  /** The code of the labels that it was measured by. */
  readonly code: string;
  readonly tagged: number;
  readonly right: number;
  readonly precision: number;
}

/** lexicons/en/agreement.yaml, which `npm run validate -- … --write` writes. */
export interface AgreementFigures {
  /** The lexicon that was measured; a hash, as in every row. It is no part of that hash itself: it changes no tag. */
  readonly lexicon: string;
  readonly version: string;
  readonly codes: readonly CodeTrust[];
  readonly measures: readonly MeasureTrust[];
  readonly rules: readonly RuleTrust[];
}

/** Reads the figures of the built-in rules; undefined where none have been written. */
export function loadAgreement(): AgreementFigures | undefined {
  const path = join(lexiconFolder(), 'agreement.yaml');
  if (!existsSync(path)) return undefined;
  return parseData(readFileSync(path, 'utf8')) as AgreementFigures;
}
