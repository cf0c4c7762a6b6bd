import {
  FORM,
  formOfWord,
  idOf,
  PACKED,
  SEVERAL,
  SLOT,
  slotOf,
  slotOfWord,
  traitsOf,
  UNPACKED,
  wordOf,
} from '../lexicon/forms.ts';
import {
  APOSTROPHE,
  CLASS,
  characters,
  classOf,
  DIGIT,
  HYPHEN,
  LETTER,
  learn,
  OPENS,
  PACK,
  SOFT,
  SPELLS,
  STOP,
} from './characters.ts';
import { addTerm, type Growing, makeRoom } from './terms.ts';

const LONGEST_MARK = 60;
const QUESTION_MARK = 63;
const BLANK = 32;
const DASH = 45;
const DOT = 46;
const SLASH = 47;

/** How the turn that is read stands: what one word leaves to the next. */
const reading = {
  /** Where its text begins and ends among the units. */
  base: 0,
  end: 0,
  text: '',
  /** Its first term, and its words so far. */
  first: 0,
  words: 0,
  /** What stands between the words read so far and the next. */
  gap: 0,
  mark: 0,
  /** Where the word read last stands, and whether a full stop behind it is one. */
  wordFrom: 0,
  wordTo: -1,
  isPlain: false,
};

/**
 * Reads a turn's text, which begins at `base` of the visit's units, into terms; the end mark behind the last is left at the place of
 * the term to come. Gives the number of words: marks (`<UNIN/>`, `[laughs]`) are none; fillers and cut-offs count but are no terms.
 */
export function tokenise(units: Uint16Array, base: number, text: string, into: Growing): number {
  const first = into.count;
  const end = base + text.length;
  let at = base;
  reading.base = base;
  reading.end = end;
  reading.text = text;
  reading.first = first;
  reading.words = 0;
  reading.gap = 0;
  reading.mark = 0;
  reading.wordTo = -1;
  reading.isPlain = false;
  while (at < end) {
    // Between two words stands a character at least; a word of several terms looks for room itself.
    makeRoom(into, ((end - at) >> 1) + 1);
    at = readOn(units, at, into);
  }
  into.marks[into.count] = reading.mark;
  return reading.words;
}

/** Reads from `at` on, up to the turn's end or until the terms lie in other arrays. Gives where it stands. */
function readOn(units: Uint16Array, at: number, into: Growing): number {
  const { base, end, first } = reading;
  const { ids, forms, starts, ends, gaps, marks, words: known } = into;
  let { words, gap, mark, wordFrom, wordTo, isPlain } = reading;
  let count = into.count;
  let last = count > first ? ids[count - 1] : 0;
  let i = at;
  while (i < end) {
    const code = units[i];
    if (code === BLANK) {
      i += 1;
      continue;
    }
    let found = characters[code] || learn(code);
    const kind = found & CLASS;
    if ((found & SPELLS) !== 0 || (kind === APOSTROPHE && startsWord(units, i, base))) {
      const start = i;
      let low = 0;
      let high = 0;
      let seen = 0;
      let next = 0;
      for (;;) {
        const packed = found >>> PACK;
        seen |= packed;
        high = (high << 5) | (low >>> 27);
        low = (low << 5) | packed;
        i += 1;
        // Behind the last word of a turn stands a blank.
        next = units[i];
        found = characters[next];
        if ((found & SPELLS) !== 0) continue;
        if (next === BLANK) break;
        if (found === 0) found = learn(next);
        if ((found & SPELLS) === 0 && !joins(units, i, start, next, found & CLASS)) break;
      }
      let slot = (seen & UNPACKED) === 0 && i - start <= PACKED ? slotOf(known.slots, low, high) : -1;
      if (slot < 0) slot = slotOfWord(known, units, start, i);
      const { slots } = known;
      const id = slots[slot + SLOT.id];
      const formAndTraits = slots[slot + SLOT.formAndTraits];
      wordFrom = start;
      wordTo = i;
      isPlain = (formAndTraits & FORM.pointed) === 0;
      if ((formAndTraits & FORM.plain) !== 0 && next !== DASH) {
        words += 1;
        // A word said twice in a row is said once: the later stands.
        if (id === last && id > 0 && gap < 2 && ends[count - 1] - starts[count - 1] === i - start) count -= 1;
        else {
          // Punctuation before a word that is left out stands before the next one; none counts before the first.
          gaps[count] = count === first ? 0 : gap;
          marks[count] = mark;
        }
        ids[count] = id;
        forms[count] = formAndTraits >>> 8;
        starts[count] = start - base;
        ends[count] = i - base;
        count += 1;
        last = id;
        gap = 0;
        mark = 0;
        continue;
      }
      into.count = count;
      reading.words = words;
      reading.gap = gap;
      reading.mark = mark;
      readSpecial(formAndTraits >>> 8, start - base, i - base, into);
      ({ words, gap, mark } = reading);
      count = into.count;
      last = count > first ? into.ids[count - 1] : 0;
      if (into.ids === ids && count + ((end - i) >> 1) + 2 < ids.length) continue;
      break;
    }
    if (kind === STOP) {
      if (code !== DOT || endsSentence(units, i, isPlain && wordTo === i ? wordFrom : -1, known.abbreviations)) {
        gap = 2;
        // A question mark outweighs what stands beside it: `?!`, `?.`.
        if (mark !== QUESTION_MARK) mark = code;
      } else if (gap < 1) gap = 1;
    } else if (kind === SOFT || kind === HYPHEN) {
      if (gap < 1) gap = 1;
    } else if (kind === OPENS) {
      const close = closes(units, i, end, code === 60 ? 62 : 93);
      if (close > 0) i = close;
    }
    i += 1;
  }
  into.count = count;
  reading.words = words;
  reading.gap = gap;
  reading.mark = mark;
  reading.wordFrom = wordFrom;
  reading.wordTo = wordTo;
  reading.isPlain = isPlain;
  return i;
}

/** Where a transcriber's mark that opens at `i` closes, before `end`; 0 where it is none. */
function closes(units: Uint16Array, i: number, end: number, close: number): number {
  const last = Math.min(end - 1, i + LONGEST_MARK);
  for (let k = i + 1; k <= last; k += 1) if (units[k] === close) return k;
  return 0;
}

function startsWord(units: Uint16Array, i: number, base: number): boolean {
  const next = classOf(units[i + 1]);
  const before = classOf(units[i - 1]);
  if (next !== LETTER || before === LETTER || before === DIGIT) return false;
  const at = i - base;
  return /^['’](s|m|d|re|ve|ll|cause|til|em|bout|kay)\b/i.test(reading.text.slice(at, at + 8));
}

/** Reads the word [start, end) of the text, of a form that is more or less than one term, or behind which a dash stands. */
function readSpecial(written: number, start: number, end: number, into: Growing): void {
  const { text } = reading;
  const forms = into.words;
  let form = written;
  let from = start;
  const traits = traitsOf(forms, form);
  const joined = (traits & FORM.clitic) !== 0 || ((traits & FORM.na) !== 0 && joinsNa(text, start));
  if (!joined || reading.words === 0) reading.words += 1;
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
function joins(units: Uint16Array, i: number, from: number, code: number, kind: number): boolean {
  if (kind === 0 && code !== SLASH) return false;
  const next = classOf(units[i + 1]);
  if (next !== LETTER && next !== DIGIT) return false;
  const before = classOf(units[i - 1]);
  if (kind === APOSTROPHE && next === LETTER) return true;
  if (kind === HYPHEN) return before !== HYPHEN;
  if (before === DIGIT && next === DIGIT && (code === DOT || code === SLASH || code === 44 || code === 58)) return true;
  // b.i.d., e.g.: single letters with stops between.
  return code === DOT && lone(units, i - 1, from) && classOf(units[i + 2]) !== LETTER;
}

function lone(units: Uint16Array, i: number, from: number): boolean {
  return classOf(units[i]) === LETTER && (i === from || units[i - 1] === DOT);
}

/**
 * Whether the full stop at `i` ends a sentence: not in an ellipsis, which is a pause, nor behind an abbreviation. `plain` is where
 * the word before it began, if that is letters alone and no abbreviation; else -1.
 */
function endsSentence(units: Uint16Array, i: number, plain: number, abbreviations: ReadonlySet<string>): boolean {
  if (units[i + 1] === DOT || units[i - 1] === DOT) return false;
  if (plain >= 0 && units[plain - 1] === BLANK) return true;
  const { text, base } = reading;
  let from = i;
  // Before the turn stands a blank.
  while (i - from <= 8 && (classOf(units[from - 1]) === LETTER || units[from - 1] === DOT)) from -= 1;
  if (from < i && i - from <= 8) {
    const at = i - base;
    const word = text.slice(from - base, at).toLowerCase();
    if (abbreviations.has(word)) return false;
    if (word.includes('.') && at + 1 < text.length && !/^\s+[A-Z]/.test(text.slice(at + 1, at + 4))) return false;
  }
  return true;
}

/** Adds the terms of a word that has several, or that is spelled otherwise. */
function addReading(into: Growing, form: number, start: number, end: number): void {
  const terms = into.words.readings[form];
  if (!terms) return;
  const { ids, forms, lengths } = terms;
  makeRoom(into, ids.length);
  let at = start;
  for (let k = 0; k < ids.length; k += 1) {
    const size = lengths?.[k];
    add(into, ids[k], forms[k], size === undefined ? start : at, size === undefined ? end : at + size);
    at += size ?? 0;
  }
}

function add(into: Growing, id: number, form: number, start: number, end: number): void {
  const k = into.count;
  const before = k === reading.first ? 0 : reading.gap;
  if (k > reading.first && id > 0 && before < 2 && into.ids[k - 1] === id && isSameSize(into, k, start, end)) {
    into.forms[k - 1] = form;
    into.starts[k - 1] = start;
    into.ends[k - 1] = end;
  } else addTerm(into, id, form, start, end, before, reading.mark);
  reading.gap = 0;
  reading.mark = 0;
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
