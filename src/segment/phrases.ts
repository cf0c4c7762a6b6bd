import { childOf, mayLead } from '../lexicon/trie.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import type { Asking } from './asking.ts';
import { type Growing, growPhrases } from './terms.ts';

/** The terms where a phrase may begin. */
let places = new Int32Array(1024);

/**
 * Finds the phrases of the lexicon among the terms, and what may begin at each. No phrase goes beyond a turn, since none has a
 * word that the lexicon does not know, as the term between two turns is.
 */
export function addPhrases(into: Growing, { sets, filter, words }: Vocabulary, asking: Asking): void {
  const { count } = into;
  if (places.length < count) places = new Int32Array(count * 2);
  const found = findPlaces(into, sets.firsts, filter, asking);
  readPlaces(into, found, sets, filter, words, asking);
  // From how many begin at each to where they stand.
  const { phrasesAt } = into;
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    const own = phrasesAt[at];
    phrasesAt[at] = sum;
    sum += own;
  }
  phrasesAt[count] = sum;
  into.phraseCount = sum;
}

/** Notes where the first two words of a phrase may stand, in `places`, without a decision that nobody could foresee; how many they are. */
function findPlaces(into: Growing, firsts: Int32Array, filter: Uint32Array, asking: Asking): number {
  const { ids, phrasesAt, begins, count } = into;
  const list = places;
  let found = 0;
  let id = ids[0];
  for (let at = 0; at < count; at += 1) {
    // Behind the last stands a term of no word.
    const next = at + 1 < count ? ids[at + 1] : 0;
    phrasesAt[at] = 0;
    begins[at] = asking[id];
    list[found] = at;
    found += mayLead(filter, firsts[id], next);
    id = next;
  }
  return found;
}

function readPlaces(
  into: Growing,
  many: number,
  { firsts, edges, phraseAt }: Vocabulary['sets'],
  filter: Uint32Array,
  words: number,
  asking: Asking,
): void {
  const { ids, phrasesAt, begins, count } = into;
  const list = places;
  let found = 0;
  for (let place = 0; place < many; place += 1) {
    const at = list[place];
    const first = found;
    let k = at + 1;
    let node = firsts[ids[at]];
    do {
      node = childOf(edges, node, ids[k]);
      k += 1;
      const phrase = phraseAt[node];
      if (phrase === 0) continue;
      const symbol = words + phrase - 1;
      if (found === into.phrases.length) growPhrases(into);
      into.phrases[found] = symbol;
      into.sizes[found] = k - at;
      begins[at] |= asking[symbol];
      found += 1;
    } while (node !== 0 && k < count && mayLead(filter, node, ids[k]) !== 0);
    phrasesAt[at] = found - first;
    if (found - first > 1) reverse(into, first, found - 1);
  }
}

/** Puts the longest first. */
function reverse({ phrases, sizes }: Growing, from: number, to: number): void {
  let low = from;
  let high = to;
  while (low < high) {
    const phrase = phrases[low];
    const size = sizes[low];
    phrases[low] = phrases[high];
    sizes[low] = sizes[high];
    phrases[high] = phrase;
    sizes[high] = size;
    low += 1;
    high -= 1;
  }
}
