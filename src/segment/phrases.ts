import { LINK, type Links, linkAt, mayLead } from './links.ts';
import { type Growing, growPhrases } from './terms.ts';

/** The terms where a phrase may begin. */
let places = new Int32Array(1024);

/**
 * Finds the phrases of the lexicon among the terms, and what may begin at each. No phrase goes beyond a turn, since none has a
 * word that the lexicon does not know, as the term between two turns is. `words`: the symbol of the first phrase.
 */
export function addPhrases(into: Growing, links: Links, words: number): void {
  const { phrasesAt, count } = into;
  if (places.length < count) places = new Int32Array(count * 2);
  readPlaces(into, places, findPlaces(into, places, links), links, words);
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
function findPlaces({ ids, phrasesAt, begins, count }: Growing, list: Int32Array, { heads, filter }: Links): number {
  let found = 0;
  // The last term is none, and has none behind it.
  ids[count] = 0;
  for (let at = 0; at < count; at += 1) {
    const head = ids[at] << 1;
    phrasesAt[at] = 0;
    begins[at] = heads[head + 1];
    list[found] = at;
    found += mayLead(filter, heads[head], ids[at + 1]);
  }
  return found;
}

/** Reads the phrases at `many` places, and notes at each how many there are. */
function readPlaces(into: Growing, list: Int32Array, many: number, links: Links, words: number): void {
  const { ids, phrasesAt, begins } = into;
  const { heads, table, filter, phrases: last } = links;
  let { phrases, sizes } = into;
  let found = 0;
  for (let place = 0; place < many; place += 1) {
    const at = list[place];
    const first = found;
    let k = at + 1;
    let node = heads[ids[at] << 1];
    do {
      const link = linkAt(table, node, ids[k]);
      if (link < 0) break;
      k += 1;
      const child = table[link + LINK.child];
      node = child < 0 ? ~child : child;
      if (node <= last) {
        if (found === phrases.length) {
          growPhrases(into);
          ({ phrases, sizes } = into);
        }
        phrases[found] = words + node - 1;
        sizes[found] = k - at;
        begins[at] |= table[link + LINK.bits];
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
