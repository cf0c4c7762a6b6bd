import type { WordSets } from './types.ts';

/** Numbers of a slot of the edges' table: node, word id, the node they lead to. */
const SLOT = 3;

/** The child of a trie's node by a word; 0 where there is none. */
export function childOf(edges: Int32Array, node: number, word: number): number {
  const last = edges.length / SLOT - 1;
  let slot = slotOf(node, word) & last;
  for (;;) {
    const at = slot * SLOT;
    const owner = edges[at];
    if (owner === 0) return 0;
    if (owner === node && edges[at + 1] === word) return edges[at + 2];
    slot = (slot + 1) & last;
  }
}

/** Bits of a filter over all edges: of those that are not there it lets few pass, and it stays in a near cache. */
const FILTER_BITS = 1 << 18;

/** The filter of a trie's edges, for `mayLead`. */
export function filterOf(edges: Int32Array): Uint32Array {
  const filter = new Uint32Array(FILTER_BITS / 32);
  for (let at = 0; at < edges.length; at += SLOT) {
    if (edges[at] === 0) continue;
    const bit = slotOf(edges[at], edges[at + 1]) & (FILTER_BITS - 1);
    filter[bit >>> 5] |= 1 << (bit & 31);
  }
  return filter;
}

/** Whether a node may have a child by a word, as 1 or 0: 0 is certain. */
export function mayLead(filter: Uint32Array, node: number, word: number): number {
  const bit = slotOf(node, word) & (FILTER_BITS - 1);
  return (filter[bit >>> 5] >>> (bit & 31)) & 1;
}

function slotOf(node: number, word: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** Lays phrases, distinct lists of two word ids and more, out as a trie; phrase i gets the number i + 1. `count`: words. */
export function trieOf(
  phrases: readonly (readonly number[])[],
  count: number,
): Pick<WordSets, 'firsts' | 'edges' | 'phraseAt'> {
  const firsts = new Int32Array(count + 1);
  const children = new Map<number, Map<number, number>>();
  const phraseAt = [0];
  let edgeCount = 0;
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
        edgeCount += 1;
      }
      node = child;
    }
    phraseAt[node] = index + 1;
  }
  // At most half full, so that a search that fails is short.
  let size = 4;
  while (size < edgeCount * 2) size *= 2;
  const edges = new Int32Array(size * SLOT);
  for (const [node, own] of children) {
    for (const [word, child] of own) {
      let slot = slotOf(node, word) & (size - 1);
      while (edges[slot * SLOT] !== 0) slot = (slot + 1) & (size - 1);
      edges.set([node, word, child], slot * SLOT);
    }
  }
  return { firsts, edges, phraseAt: Int32Array.from(phraseAt) };
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
  for (let at = 0; at < edges.length; at += SLOT) {
    if (edges[at] !== 0) above.set(edges[at + 2], [edges[at], edges[at + 1]]);
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
