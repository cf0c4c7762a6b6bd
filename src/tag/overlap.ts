import { grown } from '../lexicon/grown.ts';
import type { Lexicon } from '../lexicon/types.ts';

/** A moment before it is written out: terms [from, to) of a turn, with its rule and its code, by number. */
export interface Candidate {
  code: number;
  rule: number;
  from: number;
  to: number;
}

/** The candidates of a turn: the first `count` of `all`, whose objects are used again. */
export interface Candidates {
  readonly all: Candidate[];
  count: number;
}

/** A lexicon's codes, numbered in the order of their names. */
export interface Codes {
  readonly names: readonly string[];
  /** By rule, the number of its code. */
  readonly ofRule: Int32Array;
  /** By code, 1 where others yield to it, and by code and code, 1 where the second yields to the first. */
  readonly rules: Uint8Array;
  readonly yields: Uint8Array;
}

/** The codes of a lexicon. */
export function codesOf({ codes, rules }: Lexicon): Codes {
  const over = new Map(codes.map((c) => [c.code, c.over]));
  const names = [...over.keys()].sort();
  const { length } = names;
  const yields = new Uint8Array(length * length);
  for (const [k, name] of names.entries()) {
    for (const other of over.get(name) ?? []) if (over.has(other)) yields[k * length + names.indexOf(other)] = 1;
  }
  return {
    names,
    ofRule: Int32Array.from(rules, ({ code }) => names.indexOf(code)),
    rules: Uint8Array.from(names, (_, k) => (yields.subarray(k * length, (k + 1) * length).includes(1) ? 1 : 0)),
    yields,
  };
}

/** The next candidate to be filled. */
export function added(candidates: Candidates): Candidate {
  const { all } = candidates;
  if (candidates.count === all.length) all.push({ code: 0, rule: 0, from: 0, to: 0 });
  candidates.count += 1;
  return all[candidates.count - 1];
}

/**
 * Within a turn: of one code, candidates are taken by start, then longer, then rule order, and one that shares a word
 * with one taken is dropped; then a code's moments yield to those of a code that stands over it on the same words. Those left
 * come by start, end, code and rule.
 */
export function resolve(candidates: Candidates, codes: Codes): void {
  if (candidates.count < 2) return;
  sort(candidates, (a, b) => a.from - b.from || b.to - a.to || a.rule - b.rule);
  if (dropped.length < candidates.count) {
    dropped = grown(dropped, candidates.count * 2);
    next = grown(next, candidates.count * 2);
  }
  if (reached.length < codes.names.length) {
    reached = grown(reached, codes.names.length);
    heads = grown(heads, codes.names.length);
  }
  dropRepeated(candidates);
  dropYielding(candidates, codes);
  sort(candidates, (a, b) => a.from - b.from || a.to - b.to || a.code - b.code || a.rule - b.rule);
}

/** By candidate, 1 for one that is to be left out; the next candidate of the same code. */
let dropped = new Uint8Array(64);
let next = new Int32Array(64);
/** By code, the end of its last candidate; its first candidate that does not end before the one that is judged. */
let reached = new Int32Array(64);
let heads = new Int32Array(64);

function dropRepeated(candidates: Candidates): void {
  const { all, count } = candidates;
  for (let k = 0; k < count; k += 1) reached[all[k].code] = 0;
  for (let k = 0; k < count; k += 1) {
    const { code, from, to } = all[k];
    dropped[k] = reached[code] > from ? 1 : 0;
    if (dropped[k] === 0) reached[code] = to;
  }
  leaveOut(candidates);
}

/** Leaves out what yields. Those of one code share no word and come by their start, as all do: one walk for each code. */
function dropYielding(candidates: Candidates, { names, rules, yields }: Codes): void {
  const { all, count } = candidates;
  const ruling: number[] = [];
  for (let k = 0; k < count; k += 1) heads[all[k].code] = -1;
  for (let k = count - 1; k >= 0; k -= 1) {
    const { code } = all[k];
    if (rules[code] === 0) continue;
    if (heads[code] < 0) ruling.push(code);
    next[k] = heads[code];
    heads[code] = k;
  }
  if (ruling.length === 0) return;
  for (let k = 0; k < count; k += 1) {
    const { code, from, to } = all[k];
    dropped[k] = 0;
    for (const above of ruling) {
      while (heads[above] >= 0 && all[heads[above]].to <= from) heads[above] = next[heads[above]];
      if (yields[above * names.length + code] === 0 || heads[above] < 0) continue;
      if (all[heads[above]].from < to) dropped[k] = 1;
    }
  }
  leaveOut(candidates);
}

function leaveOut(candidates: Candidates): void {
  const { all, count } = candidates;
  let left = 0;
  for (let k = 0; k < count; k += 1) {
    if (dropped[k] === 1) continue;
    const kept = all[k];
    all[k] = all[left];
    all[left] = kept;
    left += 1;
  }
  candidates.count = left;
}

/** More candidates than this are not sorted one by one. */
const FEW = 16;

/** Sorts in place what is not in order already, as it mostly is. */
function sort({ all, count }: Candidates, order: (a: Candidate, b: Candidate) => number): void {
  for (let k = 1; k < count; k += 1) {
    if (order(all[k - 1], all[k]) <= 0) continue;
    if (count > FEW) {
      const sorted = all.slice(0, count).sort(order);
      for (let i = 0; i < count; i += 1) all[i] = sorted[i];
      return;
    }
    const late = all[k];
    let at = k;
    for (; at > 0 && order(all[at - 1], late) > 0; at -= 1) all[at] = all[at - 1];
    all[at] = late;
  }
}
