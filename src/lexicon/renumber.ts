import type { WordSet } from './types.ts';

/** Words in their order: a word's id is its place, counted from 1. */
interface Numbered {
  readonly words: readonly string[];
  readonly sets: readonly WordSet[];
}

/**
 * Numbers words anew, those that are met most, then those that most sets hold, first: what is looked up for nearly every word of a
 * text then stands together, in each set and in each table by word, and stays in a near cache. `frequency` is a share per word.
 */
export function renumbered({ words, sets }: Numbered, frequency: ReadonlyMap<string, number>): Numbered {
  const held = new Int32Array(words.length + 1);
  for (const { words: ids, entries } of sets) {
    for (const id of ids) held[id] += 1;
    for (const entry of entries) for (const id of entry) held[id] += 1;
  }
  const share = (id: number): number => frequency.get(words[id - 1]) ?? 0;
  const order = words.map((_, k) => k + 1).sort((a, b) => share(b) - share(a) || held[b] - held[a] || a - b);
  const numbers = new Int32Array(words.length + 1);
  for (const [k, id] of order.entries()) numbers[id] = k + 1;
  return {
    words: order.map((id) => words[id - 1]),
    sets: sets.map((set) => ({
      words: set.words.map((id) => numbers[id]).sort((a, b) => a - b),
      entries: set.entries.map((entry) => entry.map((id) => numbers[id])),
    })),
  };
}
