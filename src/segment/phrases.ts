import { childOf, lastSlotOf, mayLead } from '../lexicon/trie.ts';
import type { WordSets } from '../lexicon/types.ts';
import type { Asking } from './asking.ts';
import { type Growing, growPhrases } from './terms.ts';

/** The terms where a phrase may begin. */
let places = new Int32Array(1024);

/**
 * Finds the phrases of the lexicon among the terms, and what may begin at each. No phrase goes beyond a turn, since none has a
 * word that the lexicon does not know, as the term between two turns is.
 */
export function addPhrases(into: Growing, sets: WordSets, asking: Asking): void {
  const { phrasesAt, count } = into;
  if (places.length < count) places = new Int32Array(count * 2);
  readPlaces(into, places, findPlaces(into, places, sets, asking), sets, asking);
  // From how many begin at each to where they stand.
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    const own = phrasesAt[at];
    phrasesAt[at] = sum;
    sum += own;
  }
  phrasesAt[count] = sum;
  into.phraseCount = sum;
}

/** Lists where the first two words of a phrase may stand, without a decision that no processor foresees; how many they are. */
function findPlaces(into: Growing, list: Int32Array, { firsts, filter }: WordSets, asking: Asking): number {
  const { ids, phrasesAt, begins, count } = into;
  let found = 0;
  // The last term is none, and has none behind it.
  ids[count] = 0;
  for (let at = 0; at < count; at += 1) {
    const id = ids[at];
    phrasesAt[at] = 0;
    begins[at] = asking[id];
    list[found] = at;
    found += mayLead(filter, firsts[id], ids[at + 1]);
  }
  return found;
}

/** Reads the phrases at `many` places, and notes at each how many there are. */
function readPlaces(into: Growing, list: Int32Array, many: number, sets: WordSets, asking: Asking): void {
  const { ids, phrasesAt, begins } = into;
  const { firsts, edges, filter } = sets;
  const lastSlot = lastSlotOf(edges);
  const words = firsts.length;
  const lastPhrase = asking.length - words;
  let { phrases, sizes } = into;
  let found = 0;
  for (let place = 0; place < many; place += 1) {
    const at = list[place];
    const first = found;
    let k = at + 1;
    let node = firsts[ids[at]];
    do {
      const child = childOf(edges, lastSlot, node, ids[k]);
      if (child === 0) break;
      k += 1;
      node = child < 0 ? ~child : child;
      if (node <= lastPhrase) {
        if (found === phrases.length) {
          growPhrases(into);
          ({ phrases, sizes } = into);
        }
        phrases[found] = words + node - 1;
        sizes[found] = k - at;
        begins[at] |= asking[words + node - 1];
        found += 1;
      }
      if (child < 0) break;
    } while (mayLead(filter, node, ids[k]) !== 0);
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
