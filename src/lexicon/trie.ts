import type { WordSets } from './types.ts';

/** Numbers of an edge: node, word id, the node they lead to. */
export const EDGE = 3;

/** Lays phrases, distinct lists of two word ids and more, out as a trie; phrase i gets the number i + 1. `count`: words. */
export function trieOf(
  phrases: readonly (readonly number[])[],
  count: number,
): Pick<WordSets, 'firsts' | 'edges' | 'phraseAt'> {
  const firsts = new Int32Array(count + 1);
  const children = new Map<number, Map<number, number>>();
  const phraseAt = [0];
  const newNode = (): number => phraseAt.push(0) - 1;
  for (const [index, [first, ...rest]] of phrases.entries()) {
    firsts[first] ||= newNode();
    let node = firsts[first];
    for (const word of rest) {
      const own = children.get(node) ?? new Map<number, number>();
      children.set(node, own);
      let child = own.get(word);
      if (child === undefined) {
        child = newNode();
        own.set(word, child);
      }
      node = child;
    }
    phraseAt[node] = index + 1;
  }
  const edges: number[] = [];
  for (const [node, own] of children) for (const [word, child] of own) edges.push(node, word, child);
  return { firsts, edges: Int32Array.from(edges), phraseAt: Int32Array.from(phraseAt) };
}

const known = new WeakMap<WordSets, readonly (readonly number[])[]>();

/** The phrases of a trie, read back, by their numbers less 1. */
export function phrasesOf(sets: WordSets): readonly (readonly number[])[] {
  const phrases = known.get(sets) ?? readBack(sets);
  known.set(sets, phrases);
  return phrases;
}

function readBack({ firsts, edges, phraseAt }: WordSets): number[][] {
  const above = new Map<number, readonly [node: number, word: number]>();
  for (let at = 0; at < edges.length; at += EDGE) {
    above.set(edges[at + 2], [edges[at], edges[at + 1]]);
  }
  const wordOf = new Map<number, number>();
  for (let word = 0; word < firsts.length; word += 1) if (firsts[word] !== 0) wordOf.set(firsts[word], word);
  const phrases: number[][] = [];
  for (let end = 1; end < phraseAt.length; end += 1) {
    if (phraseAt[end] === 0) continue;
    const words: number[] = [];
    let node = end;
    for (let edge = above.get(node); edge; edge = above.get(node)) {
      words.unshift(edge[1]);
      node = edge[0];
    }
    phrases[phraseAt[end] - 1] = [wordOf.get(node) ?? 0, ...words];
  }
  return phrases;
}
