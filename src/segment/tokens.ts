import { ABOUT, FORM, formOf, formOfWord, HASH, idOf, PRIME, SEVERAL, traitsOf, wordOf } from '../lexicon/forms.ts';
import {
  APOSTROPHE,
  CLASS,
  characters,
  classOf,
  DIGIT,
  HYPHEN,
  LETTER,
  LOWER,
  learn,
  OPENS,
  SOFT,
  SPELLS,
  STOP,
} from './characters.ts';
import { addTerm, type Growing } from './terms.ts';

const LONGEST_MARK = 60;
const QUESTION_MARK = 63;
const BLANK = 32;
const DASH = 45;
const DOT = 46;
const SLASH = 47;

/** What stands between the words read so far and the next; one turn is read at a time. */
let gap = 0;
let mark = 0;
/** The turn's first term, and its words so far. */
let first = 0;
let words = 0;

/** The word that is read, in lower case, as UTF-16 units. */
let codes = new Uint16Array(4096);

/** Of forms that are read as they stand, one term or none. */
const SPECIAL = FORM.filler | FORM.clitic | FORM.na | FORM.restart;

/**
 * Reads a turn's text into terms; the end mark behind the last is left at the place of the term to come. Gives the number of
 * words: marks (`<UNIN/>`, `[laughs]`) are none; fillers and cut-offs count but are no terms.
 */
export function tokenise(text: string, into: Growing): number {
  gap = 0;
  mark = 0;
  first = into.count;
  words = 0;
  const n = text.length;
  if (codes.length < n) codes = new Uint16Array(n * 2);
  const forms = into.words;
  // Where the word read last stands, and whether a full stop behind it is one.
  let wordFrom = 0;
  let wordTo = -1;
  let isPlain = false;
  let i = 0;
  while (i < n) {
    const code = text.charCodeAt(i);
    if (code === BLANK) {
      i += 1;
      continue;
    }
    let found = characters[code] || learn(code);
    const kind = found & CLASS;
    if ((found & SPELLS) !== 0 || (kind === APOSTROPHE && startsWord(text, i))) {
      const start = i;
      let hash = HASH;
      let size = 0;
      let next = code;
      for (;;) {
        const lower = found >>> LOWER;
        codes[size] = lower;
        hash = Math.imul(hash ^ lower, PRIME);
        size += 1;
        i += 1;
        if (i === n) break;
        next = text.charCodeAt(i);
        if (next === BLANK) break;
        found = characters[next] || learn(next);
        if ((found & SPELLS) === 0 && !joins(text, i, n, start, next, found & CLASS)) break;
      }
      const form = formOf(forms, codes, size, hash);
      const { about } = forms;
      const traits = about[form * ABOUT.width + ABOUT.sizeAndTraits];
      const id = about[form * ABOUT.width + ABOUT.id];
      if ((traits & SPECIAL) === 0 && id !== SEVERAL && next !== DASH) {
        words += 1;
        add(into, id, form, start, i);
      } else readSpecial(text, form, start, i, into);
      wordFrom = start;
      wordTo = i;
      isPlain = (traits & FORM.pointed) === 0;
      continue;
    }
    if (kind === STOP) {
      if (code !== DOT || endsSentence(text, i, n, into.words.abbreviations, isPlain && wordTo === i ? wordFrom : -1)) {
        gap = 2;
        // A question mark outweighs what stands beside it: `?!`, `?.`.
        if (mark !== QUESTION_MARK) mark = code;
      } else if (gap < 1) gap = 1;
    } else if (kind === SOFT || kind === HYPHEN) {
      if (gap < 1) gap = 1;
    } else if (kind === OPENS) {
      const close = closes(text, i, code === 60 ? 62 : 93);
      if (close > 0) i = close;
    }
    i += 1;
  }
  into.marks[into.count] = mark;
  return words;
}

/** Where a transcriber's mark that opens at `i` closes; 0 where it is none. */
function closes(text: string, i: number, close: number): number {
  const last = Math.min(text.length - 1, i + LONGEST_MARK);
  for (let k = i + 1; k <= last; k += 1) if (text.charCodeAt(k) === close) return k;
  return 0;
}

function startsWord(text: string, i: number): boolean {
  const next = classOf(text.charCodeAt(i + 1));
  const before = i > 0 ? classOf(text.charCodeAt(i - 1)) : 0;
  if (next !== LETTER || before === LETTER || before === DIGIT) return false;
  return /^['’](s|m|d|re|ve|ll|cause|til|em|bout|kay)\b/i.test(text.slice(i, i + 8));
}

/** Reads the word [start, end) of a form that is more or less than one term, or behind which a dash stands. */
function readSpecial(text: string, written: number, start: number, end: number, into: Growing): void {
  const forms = into.words;
  let form = written;
  let from = start;
  const traits = traitsOf(forms, form);
  const joined = (traits & FORM.clitic) !== 0 || ((traits & FORM.na) !== 0 && joinsNa(text, start));
  if (!joined || words === 0) words += 1;
  const isCut = text.charCodeAt(end) === DASH && isCutOff(text, end, wordOf(forms, form), (traits & FORM.known) !== 0);
  if (isCut) return;
  if ((traits & FORM.restart) !== 0) {
    const word = wordOf(forms, form);
    from = start + word.lastIndexOf('-') + 1;
    form = formOfWord(forms, word.slice(from - start));
  }
  const id = idOf(forms, form);
  if (id !== SEVERAL) add(into, id, form, from, end);
  else if ((traitsOf(forms, form) & FORM.filler) === 0) addReading(into, form, from, end);
}

/** Whether a character that is neither letter nor digit goes on with the word that began at `from`. */
function joins(text: string, i: number, n: number, from: number, code: number, kind: number): boolean {
  if (kind === 0 && code !== SLASH) return false;
  const next = i + 1 < n ? classOf(text.charCodeAt(i + 1)) : 0;
  if (next !== LETTER && next !== DIGIT) return false;
  const before = classOf(text.charCodeAt(i - 1));
  if (kind === APOSTROPHE && next === LETTER) return true;
  if (kind === HYPHEN) return before !== HYPHEN;
  if (before === DIGIT && next === DIGIT && (code === DOT || code === SLASH || code === 44 || code === 58)) return true;
  // b.i.d., e.g.: single letters with stops between.
  return code === DOT && lone(text, i - 1, from) && !letterAt(text, i + 2);
}

function letterAt(text: string, i: number): boolean {
  return i < text.length && classOf(text.charCodeAt(i)) === LETTER;
}

function lone(text: string, i: number, from: number): boolean {
  return classOf(text.charCodeAt(i)) === LETTER && (i === from || text.charCodeAt(i - 1) === DOT);
}

/**
 * Whether the full stop at `i` ends a sentence: not in an ellipsis, which is a pause, nor behind an abbreviation. `plain` is where
 * the word before it began, if that is letters alone and no abbreviation; else -1.
 */
function endsSentence(text: string, i: number, n: number, abbreviations: ReadonlySet<string>, plain: number): boolean {
  if (text.charCodeAt(i + 1) === DOT || (i > 0 && text.charCodeAt(i - 1) === DOT)) return false;
  if (plain === 0 || (plain > 0 && text.charCodeAt(plain - 1) === BLANK)) return true;
  let from = i;
  while (from > 0 && i - from <= 8 && (letterAt(text, from - 1) || text.charCodeAt(from - 1) === DOT)) from -= 1;
  if (from < i && i - from <= 8) {
    const word = text.slice(from, i).toLowerCase();
    if (abbreviations.has(word)) return false;
    if (word.includes('.') && i + 1 < n && !/^\s+[A-Z]/.test(text.slice(i + 1, i + 4))) return false;
  }
  return true;
}

/** Adds the terms of a word that has several, or that is spelled otherwise. */
function addReading(into: Growing, form: number, start: number, end: number): void {
  const reading = into.words.readings[form];
  if (!reading) return;
  const { ids, forms, lengths } = reading;
  let at = start;
  for (let k = 0; k < ids.length; k += 1) {
    const size = lengths?.[k];
    add(into, ids[k], forms[k], size === undefined ? start : at, size === undefined ? end : at + size);
    at += size ?? 0;
  }
}

function add(into: Growing, id: number, form: number, start: number, end: number): void {
  const k = into.count;
  // Punctuation before a word that is left out stands before the next one; none counts before the first.
  const before = k === first ? 0 : gap;
  // A word said twice in a row is said once: the later stands.
  if (k > first && id > 0 && before < 2 && into.ids[k - 1] === id && isSameSize(into, k, start, end)) {
    into.forms[k - 1] = form;
    into.starts[k - 1] = start;
    into.ends[k - 1] = end;
  } else addTerm(into, id, form, start, end, before, mark);
  gap = 0;
  mark = 0;
}

function isSameSize({ starts, ends }: Growing, k: number, start: number, end: number): boolean {
  return ends[k - 1] - starts[k - 1] === end - start;
}

function joinsNa(text: string, start: number): boolean {
  return /(gon|wan)\s*$/i.test(text.slice(Math.max(0, start - 6), start));
}

/** `wh-` before `what`, `a-` before a space: begun and not said. `cigarette-` is a whole word, broken in upon. */
function isCutOff(text: string, end: number, word: string, isKnown: boolean): boolean {
  if (isKnown && word.length > 2) {
    const said = text.slice(end, end + word.length + 6).replace(/^-+[\s,.]*/, '');
    return said.toLowerCase().startsWith(word);
  }
  if (word.length <= 2) return !isKnown || text.slice(end, end + 2) === '- ';
  return !isKnown && /^-+\s/.test(text.slice(end, end + 3)) && word.length <= 4;
}
