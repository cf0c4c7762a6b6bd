import type { Vocabulary } from '../lexicon/vocabulary.ts';

/** Growing scratch arrays that one turn after the other is read into. */
export interface Scratch {
  ids: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  gaps: Uint8Array;
  /** The end mark before the term, by term; 0 where none. */
  marks: Uint16Array;
  count: number;
  words: number;
  /** The end mark after the last term. */
  last: number;
}

/** Empty scratch arrays. */
export function scratch(): Scratch {
  const n = 256;
  return {
    ids: new Int32Array(n),
    starts: new Int32Array(n),
    ends: new Int32Array(n),
    gaps: new Uint8Array(n),
    marks: new Uint16Array(n),
    count: 0,
    words: 0,
    last: 0,
  };
}

const LETTER = 1;
const DIGIT = 2;
const APOSTROPHE = 3;
const HYPHEN = 4;
const STOP = 5;
const SOFT = 6;
const OPENS = 7;

const classes = new Uint8Array(65536);
const known = new Uint8Array(65536);
for (let c = 0; c < 128; c += 1) known[c] = 1;
for (let c = 48; c <= 57; c += 1) classes[c] = DIGIT;
for (let c = 65; c <= 90; c += 1) classes[c] = LETTER;
for (let c = 97; c <= 122; c += 1) classes[c] = LETTER;
for (const c of '.?!') classes[c.charCodeAt(0)] = STOP;
for (const c of ',;:()"') classes[c.charCodeAt(0)] = SOFT;
for (const c of '–—…“”') {
  classes[c.charCodeAt(0)] = SOFT;
  known[c.charCodeAt(0)] = 1;
}
for (const c of "'’") {
  classes[c.charCodeAt(0)] = APOSTROPHE;
  known[c.charCodeAt(0)] = 1;
}
classes[45] = HYPHEN;
classes[60] = OPENS;
classes[91] = OPENS;

/** Class of a UTF-16 unit; letters beyond ASCII are looked up once. Halves of pairs are letters: they never end a word. */
function classOf(code: number): number {
  if (known[code] === 0) {
    known[code] = 1;
    const char = String.fromCharCode(code);
    if (/[\p{L}\p{M}]/u.test(char)) classes[code] = LETTER;
    else if (/\p{N}/u.test(char)) classes[code] = DIGIT;
  }
  return classes[code];
}

const LONGEST_MARK = 60;

/** Reads a turn's text into terms. Marks (`<UNIN/>`, `[laughs]`) are no words; fillers and cut-offs count but are no terms. */
export function tokenise(text: string, vocabulary: Vocabulary, into: Scratch): void {
  into.count = 0;
  into.words = 0;
  carriedGap = 0;
  carriedMark = 0;
  let gap = 0;
  let mark = 0;
  let i = 0;
  const n = text.length;
  while (i < n) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    if (kind === LETTER || kind === DIGIT || (kind === APOSTROPHE && startsWord(text, i))) {
      const end = wordEnd(text, i, n);
      const cut = end < n && text.charCodeAt(end) === 45;
      push(text, i, end, cut, gap, mark, vocabulary, into);
      gap = 0;
      mark = 0;
      i = end;
      continue;
    }
    if (kind === STOP) {
      if (endsSentence(text, i, n, vocabulary)) {
        gap = 2;
        // A question mark outweighs what stands beside it: `?!`, `?.`.
        if (mark !== 63) mark = code;
      } else if (gap < 1) gap = 1;
    } else if (kind === SOFT || kind === HYPHEN) {
      if (gap < 1) gap = 1;
    } else if (kind === OPENS) {
      const close = text.indexOf(code === 60 ? '>' : ']', i + 1);
      if (close > 0 && close - i <= LONGEST_MARK) i = close;
    }
    i += 1;
  }
  into.last = mark || carriedMark;
}

function startsWord(text: string, i: number): boolean {
  const next = classOf(text.charCodeAt(i + 1));
  const before = i > 0 ? classOf(text.charCodeAt(i - 1)) : 0;
  if (next !== LETTER || before === LETTER || before === DIGIT) return false;
  return /^['’](s|m|d|re|ve|ll|cause|til|em|bout|kay)\b/i.test(text.slice(i, i + 8));
}

function wordEnd(text: string, from: number, n: number): number {
  let i = from + 1;
  while (i < n) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    if (kind === LETTER || kind === DIGIT) {
      i += 1;
      continue;
    }
    const next = i + 1 < n ? classOf(text.charCodeAt(i + 1)) : 0;
    const word = next === LETTER || next === DIGIT;
    if (!word) break;
    const before = classOf(text.charCodeAt(i - 1));
    if (kind === APOSTROPHE && next === LETTER) i += 1;
    else if (kind === HYPHEN && before !== HYPHEN) i += 1;
    else if (before === DIGIT && next === DIGIT && (code === 46 || code === 44 || code === 47 || code === 58)) i += 1;
    // b.i.d., e.g.: single letters with stops between.
    else if (code === 46 && lone(text, i - 1, from) && !letterAt(text, i + 2)) i += 1;
    else break;
  }
  return i;
}

function letterAt(text: string, i: number): boolean {
  return i < text.length && classOf(text.charCodeAt(i)) === LETTER;
}

function lone(text: string, i: number, from: number): boolean {
  return classOf(text.charCodeAt(i)) === LETTER && (i === from || text.charCodeAt(i - 1) === 46);
}

function endsSentence(text: string, i: number, n: number, vocabulary: Vocabulary): boolean {
  const code = text.charCodeAt(i);
  if (code !== 46) return true;
  // An ellipsis is a pause.
  if (text.charCodeAt(i + 1) === 46 || (i > 0 && text.charCodeAt(i - 1) === 46)) return false;
  let from = i;
  while (from > 0 && (letterAt(text, from - 1) || text.charCodeAt(from - 1) === 46)) from -= 1;
  if (from < i && i - from <= 8) {
    const word = text.slice(from, i).toLowerCase();
    if (vocabulary.abbreviations.has(word)) return false;
    if (word.includes('.') && i + 1 < n && !/^\s+[A-Z]/.test(text.slice(i + 1, i + 4))) return false;
  }
  return true;
}

function push(
  text: string,
  start: number,
  end: number,
  cut: boolean,
  gap: number,
  mark: number,
  vocabulary: Vocabulary,
  into: Scratch,
): void {
  let from = start;
  let word = text.slice(start, end).toLowerCase();
  if (word.includes('’')) word = word.replaceAll('’', "'");
  const joins = word === "n't" || word.charCodeAt(0) === 39 || (word === 'na' && joinsNa(text, start));
  if (!joins || into.words === 0) into.words += 1;
  if (cut && isCutOff(text, end, word, vocabulary)) {
    carry(into, gap, mark);
    return;
  }
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0 && !vocabulary.ids.has(word)) {
    const last = word.slice(hyphen + 1);
    const first = word.slice(word.lastIndexOf('-', hyphen - 1) + 1, hyphen);
    // i-it, what-what: the speaker began again.
    if (last.startsWith(first)) {
      word = last;
      from = end - last.length;
    }
  }
  let id = vocabulary.ids.get(word);
  if (id === undefined) {
    const digit = classOf(word.charCodeAt(0)) === DIGIT;
    if (digit) id = vocabulary.number;
    else if (word.includes("'")) id = -1;
    else id = 0;
  }
  if (id >= 0) {
    add(into, id, from, end, gap, mark);
    return;
  }
  const reading = vocabulary.reading(word);
  if (reading.filler) {
    carry(into, gap, mark);
    return;
  }
  let at = from;
  for (let k = 0; k < reading.ids.length; k += 1) {
    const size = reading.lengths?.[k];
    add(
      into,
      reading.ids[k],
      size === undefined ? from : at,
      size === undefined ? end : at + size,
      k ? 0 : gap,
      k ? 0 : mark,
    );
    at += size ?? 0;
  }
}

/** Punctuation before a word that is left out stands before the next one. */
let carriedGap = 0;
let carriedMark = 0;

function carry(into: Scratch, gap: number, mark: number): void {
  carriedGap = into.count === 0 ? 0 : Math.max(carriedGap, gap);
  if (mark && carriedMark !== 63) carriedMark = mark;
}

function add(into: Scratch, id: number, start: number, end: number, gap: number, mark: number): void {
  let k = into.count;
  let before = Math.max(gap, carriedGap);
  let with_ = mark || carriedMark;
  carriedGap = 0;
  carriedMark = 0;
  // A word said twice in a row is said once: the later stands.
  if (k > 0 && id > 0 && into.ids[k - 1] === id && before < 2 && sameWord(into, k, start, end)) {
    k -= 1;
    before = into.gaps[k];
    with_ = into.marks[k];
  }
  if (k === into.ids.length) grow(into);
  into.ids[k] = id;
  into.starts[k] = start;
  into.ends[k] = end;
  into.gaps[k] = before;
  into.marks[k] = with_;
  into.count = k + 1;
}

function sameWord(into: Scratch, k: number, start: number, end: number): boolean {
  return into.ends[k - 1] - into.starts[k - 1] === end - start;
}

function grow(into: Scratch): void {
  const size = into.ids.length * 2;
  const wider = <T extends Int32Array | Uint8Array | Uint16Array>(old: T, fresh: T): T => {
    fresh.set(old);
    return fresh;
  };
  into.ids = wider(into.ids, new Int32Array(size));
  into.starts = wider(into.starts, new Int32Array(size));
  into.ends = wider(into.ends, new Int32Array(size));
  into.gaps = wider(into.gaps, new Uint8Array(size));
  into.marks = wider(into.marks, new Uint16Array(size));
}

function joinsNa(text: string, start: number): boolean {
  return /(gon|wan)\s*$/i.test(text.slice(Math.max(0, start - 6), start));
}

/** `wh-` before `what`, `a-` before a space: begun and not said. `cigarette-` is a whole word, broken in upon. */
function isCutOff(text: string, end: number, word: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.ids.has(word) && word.length > 2) {
    return new RegExp(`^-+[\\s,.]*${word}`, 'i').test(text.slice(end, end + word.length + 6));
  }
  if (word.length <= 2) return !vocabulary.ids.has(word) || text.slice(end, end + 2) === '- ';
  return !vocabulary.ids.has(word) && /^-+\s/.test(text.slice(end, end + 3)) && word.length <= 4;
}
