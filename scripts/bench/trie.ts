import { readdirSync, readFileSync } from 'node:fs';

/** So many word patterns, of two words and more. */
const PATTERNS = 1500;
const SLOTS = 1 << 16;

/**
 * The least that a scan for word patterns has to do: letters to tokens, tokens to numbers, numbers down a trie. No sentences, no
 * roles, no conditions, nothing written. Gives the count of matches in a text of UTF-8 bytes.
 */
export function trieScan(): (bytes: Uint8Array) => number {
  const words = new Map<string, number>();
  const slots = new Int32Array(SLOTS);
  const hashes: number[] = [0];
  const numberOf = (word: string): number => {
    let number = words.get(word);
    if (number === undefined) {
      number = words.size + 1;
      words.set(word, number);
      let hash = HASH;
      for (const byte of Buffer.from(word)) hash = Math.imul(hash ^ byte, PRIME);
      hashes.push(hash);
      let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      slots[slot] = number;
    }
    return number;
  };
  const children: Map<number, number>[] = [new Map()];
  const ends: boolean[] = [false];
  for (const words of patterns()) {
    let node = 0;
    for (const word of words) {
      const number = numberOf(word);
      let child = children[node].get(number);
      if (child === undefined) {
        child = children.push(new Map()) - 1;
        ends.push(false);
        children[node].set(number, child);
      }
      node = child;
    }
    ends[node] = true;
  }
  const firsts = new Int32Array(words.size + 1);
  for (const [number, child] of children[0]) firsts[number] = child;
  const known = Int32Array.from(hashes);
  let tokens = new Int32Array(4096);
  return (bytes) => {
    if (tokens.length < bytes.length) tokens = new Int32Array(bytes.length);
    let count = 0;
    for (let i = 0; i < bytes.length; ) {
      let code = bytes[i] | 32;
      if (code < 97 || code > 122) {
        i += 1;
        continue;
      }
      let hash = HASH;
      do {
        hash = Math.imul(hash ^ code, PRIME);
        i += 1;
        code = bytes[i] | 32;
      } while (code >= 97 && code <= 122);
      let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
      while (slots[slot] !== 0 && known[slots[slot]] !== hash) slot = (slot + 1) & (SLOTS - 1);
      tokens[count++] = slots[slot];
    }
    let matches = 0;
    for (let at = 0; at < count; at += 1) {
      let node = firsts[tokens[at]];
      for (let k = at + 1; node > 0 && k < count; k += 1) {
        node = children[node].get(tokens[k]) ?? 0;
        if (ends[node]) matches += 1;
      }
    }
    return matches;
  };
}

const HASH = -2128831035;
const PRIME = 16777619;

/** Phrases out of the word lists. */
function* patterns(): Generator<string[]> {
  let count = 0;
  for (const file of readdirSync('lexicons/en/words').sort()) {
    for (const line of readFileSync(`lexicons/en/words/${file}`, 'utf8').split('\n')) {
      const words = line.toLowerCase().match(/[a-z]+/g) ?? [];
      if (words.length < 2 || line.startsWith('#')) continue;
      yield words;
      count += 1;
      if (count === PATTERNS) return;
    }
  }
}
