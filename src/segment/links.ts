import { EDGE } from '../lexicon/trie.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import type { Asking } from './asking.ts';

/**
 * The trie of a lexicon's phrases, laid out so that one look at memory answers all that is asked of a step in it. A node is known by the
 * phrase that ends there, of which there are `phrases`, or by a greater number.
 */
export interface Links {
  /** By word id, two numbers: the node of phrases that begin with it, 0 where none does, and its bits of `Asking`. */
  readonly heads: Int32Array;
  /** A hash table with open addressing; see `LINK`. */
  readonly table: Int32Array;
  /** For `mayLead`, over all links. */
  readonly filter: Uint32Array;
  readonly phrases: number;
}

/** Numbers of a link. */
export enum LINK {
  /** 0 where the slot is free. */
  node = 0,
  word = 1,
  /** Where it leads; below 0, and its complement, where nothing leads on from there. */
  child = 2,
  /** Bits of `Asking` of the phrase that ends there. */
  bits = 3,
  width = 4,
}

/** Bits of the filter: few pass that are no links, and it stays in a near cache. */
const FILTER_BITS = 1 << 18;

const made = new WeakMap<Vocabulary, Links>();

/** The links of a lexicon; built once. */
export function linksOf(vocabulary: Vocabulary, asking: Asking): Links {
  let links = made.get(vocabulary);
  if (!links) {
    links = build(vocabulary, asking);
    made.set(vocabulary, links);
  }
  return links;
}

function build({ sets, words }: Vocabulary, asking: Asking): Links {
  const { firsts, edges, phraseAt } = sets;
  const phrases = asking.length - words;
  const leads = new Uint8Array(phraseAt.length);
  for (let from = 0; from < edges.length; from += EDGE) leads[edges[from]] = 1;
  // At most half full, so that a search that fails is short.
  let slots = 4;
  while (slots < (edges.length / EDGE) * 2) slots *= 2;
  const table = new Int32Array(slots * LINK.width);
  const filter = new Uint32Array(FILTER_BITS / 32);
  const numberOf = (node: number): number => phraseAt[node] || phrases + node;
  for (let from = 0; from < edges.length; from += EDGE) {
    const node = numberOf(edges[from]);
    const word = edges[from + 1];
    const child = numberOf(edges[from + 2]);
    const mixed = mix(node, word);
    let at = (mixed & (slots - 1)) * LINK.width;
    while (table[at] !== 0) at = (at + LINK.width) & (table.length - 1);
    table[at] = node;
    table[at + LINK.word] = word;
    table[at + LINK.child] = leads[edges[from + 2]] === 1 ? child : ~child;
    table[at + LINK.bits] = child <= phrases ? asking[words + child - 1] : 0;
    const bit = mixed & (FILTER_BITS - 1);
    filter[bit >>> 5] |= 1 << (bit & 31);
  }
  const heads = new Int32Array(words * 2);
  for (let word = 0; word < words; word += 1) {
    if (firsts[word] !== 0) heads[word * 2] = numberOf(firsts[word]);
    heads[word * 2 + 1] = asking[word];
  }
  return { heads, table, filter, phrases };
}

function mix(node: number, word: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** Whether a link may lead from a node by a word, as 1 or 0: 0 is certain. */
export function mayLead(filter: Uint32Array, node: number, word: number): number {
  const bit = mix(node, word) & (FILTER_BITS - 1);
  return (filter[bit >>> 5] >>> (bit & 31)) & 1;
}

/** Where in the table the link from a node by a word stands; below 0 where there is none. */
export function linkAt(table: Int32Array, node: number, word: number): number {
  const last = table.length - LINK.width;
  let at = (mix(node, word) << 2) & last;
  for (;;) {
    const owner = table[at];
    if (owner === node && table[at + LINK.word] === word) return at;
    if (owner === 0) return -1;
    at = (at + LINK.width) & last;
  }
}
