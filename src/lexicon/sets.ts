import { type Irregular, inflect } from './inflect.ts';
import type { Alternative } from './pattern.ts';
import { termsOf } from './terms.ts';
import type { Marks, WordSet } from './types.ts';

/** Readings of one entry, at most: a phrase of many contractions would multiply. */
const MOST_READINGS = 64;
/** Share per 10,000 words of a word that the frequency table does not name. */
const RARE = 0.3;
/** Words of one entry stand beside each other so many times as often as if they did not know of each other. */
const TOGETHER = 20;

/** Collects word ids and the sets of words and entries that elements point to; equal sets are one. */
export class SetBuilder {
  readonly #ids = new Map<string, number>();
  readonly #sets: WordSet[] = [];
  readonly #known = new Map<string, number>();
  readonly #weights = new Map<number, number>();

  constructor(
    readonly lists: ReadonlyMap<string, readonly string[]>,
    readonly irregular: Irregular,
    readonly marks: Marks,
  ) {}

  id(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#ids.size + 1;
      this.#ids.set(term, id);
    }
    return id;
  }

  words(): string[] {
    return [...this.#ids.keys()];
  }

  all(): WordSet[] {
    return this.#sets;
  }

  longest(set: number): number {
    return this.#sets[set].entries.reduce((n, e) => Math.max(n, e.length), 1);
  }

  /** How often the set's words and entries are met, per 10,000 words; of entries of several words an estimate. */
  weight(set: number, frequency: ReadonlyMap<string, number>): number {
    const known = this.#weights.get(set);
    if (known !== undefined) return known;
    const words = this.words();
    const { words: ids, entries } = this.#sets[set];
    const share = (id: number): number => frequency.get(words[id - 1]) ?? RARE;
    let sum = 0;
    for (const id of ids) sum += share(id);
    for (const entry of entries) {
      const apart = entry.reduce((product, id) => product * (share(id) / 10_000), 10_000);
      sum += Math.min(...entry.map(share), apart * TOGETHER);
    }
    this.#weights.set(set, sum);
    return sum;
  }

  /** Index of the set that takes any of the alternatives. */
  of(alternatives: readonly Alternative[]): number {
    const single = new Set<number>();
    const several = new Map<string, number[]>();
    for (const alternative of alternatives) {
      for (const words of this.#phrases(alternative)) {
        for (const ids of this.#readings(words)) {
          if (ids.length === 1) single.add(ids[0]);
          else several.set(ids.join(' '), ids);
        }
      }
    }
    const set: WordSet = { words: [...single].sort((a, b) => a - b), entries: [...several.values()] };
    const key = JSON.stringify(set);
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.#sets.length;
      this.#sets.push(set);
      this.#known.set(key, index);
    }
    return index;
  }

  /** A list's line or a group's branch as alternatives of plain words: `{feel} down` to `feel down`, `feels down`, … */
  expand(line: string): Alternative[] {
    const groups = line.match(/\([^)]*\)\??|\S+/g) ?? [];
    let phrases: string[][] = [[]];
    for (const group of groups) {
      const optional = group.endsWith(')?');
      const inner = group.startsWith('(') ? group.slice(1, optional ? -2 : -1).split('|') : [group];
      const choices = inner.flatMap((one) => {
        const root = /^\{(\p{L}+)\}$/u.exec(one);
        return root
          ? inflect(root[1], this.irregular).map((f) => [f])
          : [one.toLowerCase().split(/\s+/).filter(Boolean)];
      });
      if (optional) choices.push([]);
      phrases = phrases.flatMap((p) => choices.map((c) => [...p, ...c]));
    }
    return phrases.filter((p) => p.length > 0).map((words) => ({ words }));
  }

  #phrases(alternative: Alternative): readonly (readonly string[])[] {
    if ('words' in alternative) return [alternative.words];
    if ('root' in alternative) return inflect(alternative.root, this.irregular).map((f) => [f]);
    const lines = this.lists.get(alternative.list) ?? [];
    return lines.flatMap((l) => this.expand(l)).map((a) => ('words' in a ? a.words : []));
  }

  /** The ids of a phrase, once a reading: `is not` also as `'s not`, `is n't`. */
  #readings(words: readonly string[]): number[][] {
    let readings: number[][] = [[]];
    for (const word of words) {
      for (const term of termsOf(word, this.marks)) {
        const forms = [term, ...(this.marks.readings[term] ?? [])].map((f) => this.id(f));
        if (readings.length * forms.length > MOST_READINGS) forms.length = 1;
        readings = readings.flatMap((r) => forms.map((f) => [...r, f]));
      }
    }
    return readings;
  }
}
