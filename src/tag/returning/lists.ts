import type { Lexicon } from '../../lexicon/types.ts';
import type { Sentence, Terms } from '../../segment/types.ts';
import type { Said } from './evidence.ts';

/** The word lists that signs ask about, a bit each. */
export const LIST = {
  So: 1 << 0,
  ReflectionLead: 1 << 1,
  SaidBefore: 1 << 2,
  SecondPerson: 1 << 3,
  Your: 1 << 4,
  YouAre: 1 << 5,
  YouMay: 1 << 6,
  OtherSubject: 1 << 7,
  FirstPerson: 1 << 8,
  Asks: 1 << 9,
  AsksInside: 1 << 10,
  Examined: 1 << 11,
  Information: 1 << 12,
  PlanWord: 1 << 13,
  Courtesy: 1 << 14,
  Supposing: 1 << 15,
  InnerLife: 1 << 16,
  ItOrThat: 1 << 17,
  Verdict: 1 << 18,
  Bodily: 1 << 19,
  InPassing: 1 << 20,
} as const;

/** Reads the lists of a sentence. */
export type ListReader = (terms: Terms, sentence: Sentence, into: Said) => void;

const made = new WeakMap<Lexicon, ListReader>();

/** The list reader of a lexicon; built once. */
export function listReaderOf(lexicon: Lexicon): ListReader {
  let reader = made.get(lexicon);
  if (!reader) {
    reader = build(lexicon);
    made.set(lexicon, reader);
  }
  return reader;
}

function build(lexicon: Lexicon): ListReader {
  const { lists, sets } = lexicon;
  const { heldBy, heldByAt } = sets;
  const bitOf = new Map<number, number>();
  for (const [name, bit] of Object.entries(LIST)) {
    const set = lists[name];
    if (set !== undefined) bitOf.set(set, (bitOf.get(set) ?? 0) | bit);
  }
  const masks = new Int32Array(heldByAt.length).fill(-1);
  const maskOf = (symbol: number): number => {
    let mask = 0;
    for (let k = heldByAt[symbol]; k < heldByAt[symbol + 1]; k += 1) mask |= bitOf.get(heldBy[k]) ?? 0;
    masks[symbol] = mask;
    return mask;
  };
  return ({ ids, phrasesAt, phrases, sizes }, { from, head, to }, into) => {
    let openers = 0;
    let begins = 0;
    let holds = 0;
    for (let term = from; term < to; ) {
      let mask = masks[ids[term]];
      if (mask < 0) mask = maskOf(ids[term]);
      /** Terms that are said in passing. */
      let passed = (mask & LIST.InPassing) === 0 ? 0 : 1;
      // The longest phrase stands first.
      for (let k = phrasesAt[term + 1] - 1; k >= phrasesAt[term]; k -= 1) {
        if (term + sizes[k] > to) continue;
        let more = masks[phrases[k]];
        if (more < 0) more = maskOf(phrases[k]);
        mask |= more;
        if ((more & LIST.InPassing) !== 0) passed = sizes[k];
      }
      if (term < head) {
        openers |= mask;
        term += 1;
        continue;
      }
      if (term === head) begins = mask;
      if (passed === 0) {
        holds |= mask;
        term += 1;
      } else term += passed;
    }
    into.openers = openers;
    into.begins = begins;
    into.holds = holds;
  };
}
