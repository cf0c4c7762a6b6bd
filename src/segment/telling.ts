import { FORM, type Forms, traitsOf } from '../lexicon/forms.ts';
import type { Speakers } from '../lexicon/types.ts';
import { readingsOf, wordsOf } from './spellings.ts';
import type { Terms } from './types.ts';

export const CLINICIAN = 1;
export const PATIENT = 2;

/** Phrases that tell who speaks, as a tree over the forms of terms. Nodes are numbered. */
export interface Telling {
  readonly words: Forms;
  /** By form, the node of phrases that begin with it; 0 where none does. */
  readonly firsts: Int32Array;
  /**
   * By form, bits as in `onwards` of the forms that a phrase may go on with behind it, all where it is a phrase itself; 0 where none
   * begins with it. One look at it passes over most words.
   */
  readonly leads: Int32Array;
  /** A hash table of three numbers a slot: a node, a form, the node that it leads to, 0 where the slot is free. */
  readonly edges: Int32Array;
  /** By node, bits of the forms that may go on from it: a form's is `form & 31`. Most words that follow go on with nothing. */
  readonly onwards: Int32Array;
  /** By node, whose the phrase is that ends there; 0 where none does. */
  readonly sides: Uint8Array;
}

/** The nodes where phrases begin, and those that count at the start of a turn only. */
const ANYWHERE = 1;
export const OPENING = 2;

/** What `longestAt` gives: terms of the phrase, from the bit `SIZE_AT` on, and whose it is. */
export const SIDE = 3;
export const SIZE_AT = 2;

/**
 * The longest telling phrase from `node` on, at terms [at, to): how many terms it takes, from `SIZE_AT` on, and its `SIDE`; 0 where
 * there is none. `read` terms have been taken to come to the node. None ends within a contraction: `it's` is not `it`.
 */
export function longestAt(telling: Telling, node: number, terms: Terms, at: number, to: number, read: number): number {
  const { edges, onwards, sides } = telling;
  const { forms, words } = terms;
  let best = 0;
  let next = node;
  for (let k = at; ; k += 1) {
    if (sides[next] > 0 && (k === to || (traitsOf(words, forms[k]) & FORM.clitic) === 0)) {
      best = ((k - at + read) << SIZE_AT) | sides[next];
    }
    if (k === to || ((onwards[next] >>> (forms[k] & 31)) & 1) === 0) return best;
    next = edges[slotOf(edges, next, forms[k]) + 2];
    if (next === 0) return best;
  }
}

const made = new WeakMap<Forms, Telling>();

/** The telling phrases of a lexicon's speakers, in the forms of its words; built once. */
export function tellingOf({ says }: Speakers, forms: Forms): Telling {
  let telling = made.get(forms);
  if (!telling) {
    telling = build(says, forms);
    made.set(forms, telling);
  }
  return telling;
}

const SLOT = 3;

/** The slot of a node's edge by a form, or the free one where it is to be put. */
function slotOf(edges: Int32Array, node: number, form: number): number {
  const slots = (edges.length / SLOT) | 0;
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(form, 0x85ebca6b);
  for (let slot = mixed ^ (mixed >>> 15); ; slot += 1) {
    const at = (slot & (slots - 1)) * SLOT;
    if (edges[at + 2] === 0 || (edges[at] === node && edges[at + 1] === form)) return at;
  }
}

/** The tree while it grows. */
interface Growing {
  edges: Int32Array;
  count: number;
  readonly sides: number[];
}

function build(says: Speakers['says'], forms: Forms): Telling {
  const tree: Growing = { edges: new Int32Array(1024 * SLOT), count: 0, sides: [0, 0, 0] };
  const known = new Map<string, number[][]>();
  for (const phrase of says.clinician) addPhrase(tree, phrase, CLINICIAN, forms, known);
  for (const phrase of says.patient) addPhrase(tree, phrase, PATIENT, forms, known);
  const { edges } = tree;
  const sides = Uint8Array.from(tree.sides);
  const onwards = new Int32Array(sides.length);
  let last = 0;
  for (let at = 0; at < edges.length; at += SLOT) {
    if (edges[at + 2] === 0) continue;
    onwards[edges[at]] |= 1 << (edges[at + 1] & 31);
    last = Math.max(last, edges[at + 1]);
  }
  const firsts = new Int32Array(last + 1);
  const leads = new Int32Array(last + 1);
  for (let at = 0; at < edges.length; at += SLOT) {
    const node = edges[at + 2];
    if (node === 0 || edges[at] !== ANYWHERE) continue;
    firsts[edges[at + 1]] = node;
    leads[edges[at + 1]] = sides[node] > 0 ? -1 : onwards[node];
  }
  return { words: forms, firsts, leads, edges, onwards, sides };
}

/** Adds a phrase in every way that its words may be written: it ends at as many nodes. */
function addPhrase(tree: Growing, phrase: string, side: number, forms: Forms, known: Map<string, number[][]>): void {
  let ends = [phrase.startsWith('^') ? OPENING : ANYWHERE];
  for (const word of wordsOf(phrase)) {
    let readings = known.get(word);
    if (!readings) {
      readings = readingsOf(word, forms);
      known.set(word, readings);
    }
    const next: number[] = [];
    for (const end of ends) {
      for (const reading of readings) {
        let node = end;
        for (const form of reading) node = childOf(tree, node, form);
        next.push(node);
      }
    }
    ends = next;
  }
  for (const node of ends) tree.sides[node] = side;
}

/** The node that a form leads to, made where there is none. */
function childOf(tree: Growing, node: number, form: number): number {
  const at = slotOf(tree.edges, node, form);
  if (tree.edges[at + 2] !== 0) return tree.edges[at + 2];
  const child = tree.sides.push(0) - 1;
  tree.edges[at] = node;
  tree.edges[at + 1] = form;
  tree.edges[at + 2] = child;
  tree.count += 1;
  if (tree.count * SLOT * 2 > tree.edges.length) widen(tree);
  return child;
}

function widen(tree: Growing): void {
  const { edges } = tree;
  tree.edges = new Int32Array(edges.length * 2);
  for (let at = 0; at < edges.length; at += SLOT) {
    if (edges[at + 2] === 0) continue;
    const place = slotOf(tree.edges, edges[at], edges[at + 1]);
    for (let k = 0; k < SLOT; k += 1) tree.edges[place + k] = edges[at + k];
  }
}
