import { copyOf } from './copy.ts';

/**
 * What a speaker's label may look like: up to four words, a bracket behind them at most (`Jane Doe (Patient)`). Bounded
 * everywhere, so that a line costs no more than its length.
 */
export const LABEL = (() => {
  const word = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’_&/#-]{0,30}`;
  return String.raw`(?:${word},?[ \t]{1,4}){0,3}${word}(?:[ \t]{0,4}\([^():\d][^():]{0,30}\))?`;
})();

/** `Speaker 1`, `SPEAKER_00`, `Unknown Speaker`, `Participant B`, `S2`. */
const NUMBERED =
  /^(?:(?:unknown|unidentified)[ \t]+)?(?:speaker|spkr|spk|participant|person|voice|channel)(?:[ \t_#-]*(?:\d{1,4}|[a-z]))?$|^[sp]\d{1,2}$/i;

/** Words that stand before a colon in speech and in notes, and are nobody's name. */
const NO_NAME =
  /^(?:remember|reminder|note|notes|nb|n\.b|ps|p\.s|plan|the plan|summary|in summary|example|for example|e\.g|i\.e|important|warning|caution|options?|advice|instructions?|medications?|meds|allerg(?:y|ies)|history|diagnosis|assessment|results?|findings?|follow[- ]?up|goals?|rule (?:one|two|three)|(?:one|two|three)|first|second|third|finally|next|so|and|but|well|okay|ok|yes|no|step \d+|day \d+|week \d+|number \d+|date|time|title|subject|duration|re|page \d+)\.?$/i;

/** Small words inside names. */
const PARTICLE = /^(?:of|the|de|da|di|du|del|der|den|la|le|van|von|bin|al|el|and)$/;

export interface Judgement {
  /** The label as it is written: of all that are written alike one string, so that to compare them is to compare places. */
  readonly label: string;
  /** A label we know for certain: an alias, or a numbered speaker. */
  readonly known: boolean;
  /** Written as names are: capitals, or a word alone. */
  readonly nameLike: boolean;
  /** Labels that differ in case, blanks or a closing dot only are one speaker's. */
  readonly key: string;
}

export type Judge = (label: string) => Judgement;

/** What has been judged, for each way of telling aliases. */
const judges = new WeakMap<(label: string) => boolean, Judge>();

/** Judgements that are kept from one file to the next. */
const KEPT = 4096;

/** Judges labels, each but once: files have few, on many lines. */
export function judgeOf(isAlias: (label: string) => boolean): Judge {
  const known = judges.get(isAlias);
  if (known) return known;
  const judge = newJudge(isAlias);
  judges.set(isAlias, judge);
  return judge;
}

function newJudge(isAlias: (label: string) => boolean): Judge {
  const judged = new Map<string, Judgement>();
  // Two speak by turns: the label is that of the line before the last, mostly.
  let last: Judgement | undefined;
  let before: Judgement | undefined;
  return (label) => {
    if (label === before?.label) {
      const found = before;
      before = last;
      last = found;
      return found;
    }
    if (label === last?.label) return last;
    let judgement = judged.get(label);
    if (!judgement) {
      judgement = judgementOf(label, isAlias);
      if (judged.size >= KEPT) judged.clear();
      judged.set(judgement.label, judgement);
    }
    before = last;
    last = judgement;
    return judgement;
  };
}

function judgementOf(label: string, isAlias: (label: string) => boolean): Judgement {
  const isNone = NO_NAME.test(label);
  return {
    label: copyOf(label),
    known: NUMBERED.test(label) || (!isNone && isAlias(label)),
    nameLike: !isNone && isNameLike(label),
    key: label
      .replace(/[ \t]+/g, ' ')
      .replace(/\.$/, '')
      .toLowerCase(),
  };
}

function isNameLike(label: string): boolean {
  const words = label.split(/[ \t]+/);
  if (words.length === 1) return true;
  return words.every((word) => /^[(\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word) || PARTICLE.test(word));
}
