import { readdirSync, readFileSync } from 'node:fs';

/** So many word patterns, of two words and more. */
const PATTERNS = 1500;

/**
 * The least that a scan for word patterns has to do: letters to tokens, tokens to numbers (every word that comes gets one), numbers
 * down a trie. No sentences, no roles, no conditions, nothing written. Gives the count of matches in a text of UTF-8 bytes.
 */
export function trieScan(): (bytes: Uint8Array) => number {
  let slots = new Int32Array(1 << 16);
  let hashes = new Int32Array(1 << 15);
  /** Where the letters of each word end; those of word n begin where those of n - 1 end. */
  let ends = new Int32Array(1 << 15);
  let letters = new Uint8Array(1 << 18);
  let count = 0;
  const enter = (number: number): void => {
    let slot = (hashes[number] ^ (hashes[number] >>> 15)) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number;
  };
  const add = (bytes: Uint8Array, from: number, to: number, hash: number): number => {
    count += 1;
    if (count === hashes.length) {
      hashes = grown(hashes);
      ends = grown(ends);
      slots = new Int32Array(slots.length * 2);
      for (let number = 1; number < count; number += 1) enter(number);
    }
    const start = ends[count - 1];
    const end = start + to - from;
    while (end > letters.length) letters = grown(letters);
    for (let k = 0; k < to - from; k += 1) letters[start + k] = bytes[from + k] | 32;
    hashes[count] = hash;
    ends[count] = end;
    enter(count);
    return count;
  };
  const isWord = (number: number, bytes: Uint8Array, from: number, to: number): boolean => {
    const start = ends[number - 1];
    if (ends[number] - start !== to - from) return false;
    for (let k = 0; k < to - from; k += 1) if (letters[start + k] !== (bytes[from + k] | 32)) return false;
    return true;
  };
  const numberOf = (bytes: Uint8Array, from: number, to: number, hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    for (let number = slots[slot]; number !== 0; number = slots[slot]) {
      if (hashes[number] === hash && isWord(number, bytes, from, to)) return number;
      slot = (slot + 1) & (slots.length - 1);
    }
    return add(bytes, from, to, hash);
  };
  let tokens = new Int32Array(4096);
  const tokenise = (bytes: Uint8Array): number => {
    if (tokens.length < bytes.length) tokens = new Int32Array(bytes.length);
    let size = 0;
    for (let i = 0; i < bytes.length; ) {
      let code = bytes[i] | 32;
      if (code < 97 || code > 122) {
        i += 1;
        continue;
      }
      const from = i;
      let hash = HASH;
      do {
        hash = Math.imul(hash ^ code, PRIME);
        i += 1;
        code = bytes[i] | 32;
      } while (code >= 97 && code <= 122);
      tokens[size++] = numberOf(bytes, from, i, hash);
    }
    return size;
  };
  const children: Map<number, number>[] = [new Map()];
  const isEnd: boolean[] = [false];
  for (const phrase of phrases()) {
    let node = 0;
    const size = tokenise(Buffer.from(phrase));
    for (const number of tokens.subarray(0, size)) {
      let child = children[node].get(number);
      if (child === undefined) {
        child = children.push(new Map()) - 1;
        isEnd.push(false);
        children[node].set(number, child);
      }
      node = child;
    }
    isEnd[node] = true;
  }
  const firsts = new Int32Array(count + 1);
  for (const [number, child] of children[0]) firsts[number] = child;
  return (bytes) => {
    const size = tokenise(bytes);
    let matches = 0;
    for (let at = 0; at < size; at += 1) {
      let node = tokens[at] < firsts.length ? firsts[tokens[at]] : 0;
      for (let k = at + 1; node > 0 && k < size; k += 1) {
        node = children[node].get(tokens[k]) ?? 0;
        if (isEnd[node]) matches += 1;
      }
    }
    return matches;
  };
}

const HASH = -2128831035;
const PRIME = 16777619;

function grown<A extends Int32Array | Uint8Array>(array: A): A {
  const wider = new (array.constructor as new (size: number) => A)(array.length * 2);
  wider.set(array);
  return wider;
}

/** Phrases out of the word lists, of two words and more. */
function* phrases(): Generator<string> {
  let count = 0;
  for (const file of readdirSync('lexicons/en/words').sort()) {
    for (const line of readFileSync(`lexicons/en/words/${file}`, 'utf8').split('\n')) {
      const words = line.toLowerCase().match(/[a-z]+/g) ?? [];
      if (words.length < 2 || line.startsWith('#')) continue;
      yield words.join(' ');
      count += 1;
      if (count === PATTERNS) return;
    }
  }
}
