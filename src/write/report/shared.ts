import type { AgreementFigures, CodeTrust, MeasureTrust } from '../../lexicon/agreement.ts';
import type { Feedback } from '../../lexicon/feedback.ts';
import type { Lexicon, Scoring } from '../../lexicon/types.ts';
import { scoreColumns } from '../../score/columns.ts';

/** What all visits of a report share: what the codes mean, what was measured, and the words of the page. */
export interface Shared {
  readonly version: string;
  readonly lexicon: string;
  /** Whether words of the visits are shown. */
  readonly quotes: boolean;
  /** In the order of the lexicon. */
  readonly codes: readonly CodeText[];
  /** Those that found something, by the index that moments give. */
  readonly rules: readonly RuleText[];
  readonly columns: Readonly<Record<string, ColumnText>>;
  readonly scoring: Scoring;
  readonly texts: Pick<Feedback, 'trust' | 'most' | 'responses' | 'flags' | 'doubts' | 'well' | 'more'>;
  readonly trust: Trust;
}

export interface CodeText {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly definition: string;
  readonly source: string;
}

export interface RuleText {
  readonly id: string;
  readonly note: string;
  /** Right ones of its tags on coded visits; absent where it was not measured. */
  readonly right?: number;
  readonly tagged?: number;
}

export interface ColumnText {
  readonly type: string;
  readonly formula: string;
  readonly denominator: string;
  readonly source: string;
}

/** How far tags and figures can be trusted. */
export interface Trust {
  /** The lexicon that was measured; '' where there are no figures. */
  readonly lexicon: string;
  /** Rules of the user's own were laid over those that were measured. */
  readonly ownRules: boolean;
  readonly codes: readonly CodeTrust[];
  readonly measures: readonly MeasureTrust[];
}

export interface SharedSources {
  readonly lexicon: Lexicon;
  readonly feedback: Feedback;
  readonly agreement: AgreementFigures | undefined;
  readonly ownRules: boolean;
  readonly version: string;
  readonly quotes: boolean;
  /** Ids of the rules that found something. */
  readonly rules: readonly string[];
}

/** Gathers what the page tells besides the visits. */
export function sharedOf(from: SharedSources): Shared {
  const { lexicon, feedback, agreement, ownRules, rules } = from;
  const { codes, ...texts } = feedback;
  return {
    version: from.version,
    lexicon: lexicon.hash,
    quotes: from.quotes,
    codes: lexicon.codes.map(({ code, definition, source }) => ({
      code,
      name: codes[code]?.name ?? code,
      short: codes[code]?.short ?? code,
      definition,
      source,
    })),
    rules: rules.map((id) => {
      const note = lexicon.rules.find((rule) => rule.id === id)?.note ?? '';
      const figures = ownRules ? undefined : agreement?.rules.find(({ rule }) => rule === id);
      return figures ? { id, note, right: figures.right, tagged: figures.tagged } : { id, note };
    }),
    columns: Object.fromEntries(
      scoreColumns
        .filter(({ type }) => type !== 'text')
        .map(({ name, type, formula, denominator, source }) => [name, { type, formula, denominator, source }]),
    ),
    scoring: lexicon.scoring,
    texts,
    trust: {
      lexicon: agreement?.lexicon ?? '',
      ownRules,
      codes: agreement?.codes ?? [],
      measures: agreement?.measures ?? [],
    },
  };
}
