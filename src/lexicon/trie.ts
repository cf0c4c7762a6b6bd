import type { WordSets } from './types.ts';

/** Numbers of a slot of the edges' table: node, word id, and the node they lead to, as its complement where no edge leads on. */
const SLOT = 3;

/** Bits of the filter over all edges: of what is none it lets few pass, and it stays in a near cache. */
const FILTER_BITS = 1 << 18;

/** What a search in the edges' table needs to know of its size. */
export function lastSlotOf(edges: Int32Array): number {
  return edges.length / SLOT - 1;
}

/** Where a node leads by a word: another node, or the complement of one that leads nowhere; 0 where it does not. */
export function childOf(edges: Int32Array, lastSlot: number, node: number, word: number): number {
  let slot = mixed(node, word) & lastSlot;
  for (;;) {
    const at = slot * SLOT;
    const owner = edges[at];
    if (owner === node && edges[at + 1] === word) return edges[at + 2];
    if (owner === 0) return 0;
    slot = (slot + 1) & lastSlot;
  }
}

/** Whether a node may lead anywhere by a word, as 1 or 0: 0 is certain. */
export function mayLead(filter: Int32Array, node: number, word: number): number {
  const bit = mixed(node, word) & (FILTER_BITS - 1);
  return (filter[bit >>> 5] >>> (bit & 31)) & 1;
}

function mixed(node: number, word: number): number {
  const product = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return product ^ (product >>> 15);
}

interface Node {
  number: number;
  readonly children: Map<number, Node>;
}

/**
 * Lays phrases, distinct lists of two word ids and more, out as a trie. The node where phrase i ends has the number i + 1, those
 * where none ends have the numbers behind. `count`: words.
 */
export function trieOf(
  phrases: readonly (readonly number[])[],
  count: number,
): Pick<WordSets, 'firsts' | 'edges' | 'filter'> {
  const root: Node = { number: 0, children: new Map() };
  for (const [index, phrase] of phrases.entries()) {
    let node = root;
    for (const word of phrase) {
      const child = node.children.get(word) ?? { number: 0, children: new Map() };
      node.children.set(word, child);
      node = child;
    }
    node.number = index + 1;
  }
  let last = phrases.length;
  const list: [node: number, word: number, child: number][] = [];
  const walk = (node: Node): void => {
    for (const [word, child] of node.children) {
      if (child.number === 0) child.number = ++last;
      if (node !== root) list.push([node.number, word, child.children.size > 0 ? child.number : ~child.number]);
      walk(child);
    }
  };
  walk(root);
  const firsts = new Int32Array(count + 1);
  for (const [word, { number }] of root.children) firsts[word] = number;
  return { firsts, ...tableOf(list) };
}

function tableOf(list: readonly (readonly [node: number, word: number, child: number])[]) {
  // At most half full, so that a search that fails is short.
  let size = 4;
  while (size < list.length * 2) size *= 2;
  const edges = new Int32Array(size * SLOT);
  const filter = new Int32Array(FILTER_BITS / 32);
  for (const edge of list) {
    const hash = mixed(edge[0], edge[1]);
    let slot = hash & (size - 1);
    while (edges[slot * SLOT] !== 0) slot = (slot + 1) & (size - 1);
    edges.set(edge, slot * SLOT);
    const bit = hash & (FILTER_BITS - 1);
    filter[bit >>> 5] |= 1 << (bit & 31);
  }
  return { edges, filter };
}

const known = new WeakMap<WordSets, readonly (readonly number[])[]>();

/** The phrases of a trie, read back, by their numbers less 1. */
export function phrasesOf(sets: WordSets): readonly (readonly number[])[] {
  const phrases = known.get(sets) ?? readBack(sets);
  known.set(sets, phrases);
  return phrases;
}

function readBack({ firsts, edges, heldByAt }: WordSets): number[][] {
  const above = new Map<number, readonly [node: number, word: number]>();
  for (let at = 0; at < edges.length; at += SLOT) {
    const child = edges[at + 2];
    if (edges[at] !== 0) above.set(child < 0 ? ~child : child, [edges[at], edges[at + 1]]);
  }
  const wordOf = new Map<number, number>();
  for (let word = 0; word < firsts.length; word += 1) if (firsts[word] !== 0) wordOf.set(firsts[word], word);
  return Array.from({ length: heldByAt.length - 1 - firsts.length }, (_, index) => {
    const words: number[] = [];
    let node = index + 1;
    for (let edge = above.get(node); edge; edge = above.get(node)) {
      words.unshift(edge[1]);
      node = edge[0];
    }
    return [wordOf.get(node) ?? 0, ...words];
  });
}
