import { FORM, formOfWord, idOf, SEVERAL, SLOT, slotOf, slotOfWord, traitsOf, wordOf } from '../lexicon/forms.ts';
import { UNIT } from './characters.ts';
import { addTerm, type Growing, makeRoom } from './terms.ts';
import { BEFORE, cutWords, WORD, words } from './words.ts';

/** How the turn that is read stands: what one word leaves to the next. */
const reading = {
  text: '',
  /** Its first term, and its words so far. */
  first: 0,
  words: 0,
  /** What stands between the words read so far and the next. */
  gap: 0,
  mark: 0,
};

/**
 * Reads a turn's text, which begins at `base` of the visit's units, into terms; the end mark behind the last is left at the place of
 * the term to come. Gives the number of words: marks (`<UNIN/>`, `[laughs]`) are none; fillers and cut-offs count but are no terms.
 */
export function tokenise(units: Uint16Array, base: number, text: string, into: Growing): number {
  const end = base + text.length;
  reading.text = text;
  reading.first = into.count;
  reading.words = 0;
  reading.gap = 0;
  reading.mark = 0;
  words.next = base;
  do {
    const size = cutWords(units, words.next, end, into.words.abbreviations);
    let at = 0;
    while (at < size) {
      // A word of several terms looks for room itself.
      makeRoom(into, (size - at) / WORD.width);
      at = readWords(units, base, at, size, into);
    }
    pass(words.list[size + WORD.before]);
  } while (words.next < end);
  into.marks[into.count] = reading.mark;
  return reading.words;
}

/** Notes what stands before the next word. A question mark outweighs what stands beside it. */
function pass(before: number): void {
  const gap = before & BEFORE.gap;
  if (gap > reading.gap) reading.gap = gap;
  if (before > BEFORE.gap && reading.mark !== UNIT.question) reading.mark = before >>> BEFORE.markAt;
}

/** Reads the words [from, to) of the list, or until the terms lie in other arrays. Gives where it stands. */
function readWords(units: Uint16Array, base: number, from: number, to: number, into: Growing): number {
  const { list } = words;
  const { first } = reading;
  const { ids, forms, starts, ends, gaps, marks, words: known } = into;
  let count = into.count;
  let last = count > first ? ids[count - 1] : 0;
  // What is left of punctuation before words that are no terms.
  let left = (reading.gap | reading.mark) !== 0;
  let plain = 0;
  let at = from | 0;
  while (at < to) {
    const high = list[at + WORD.high];
    const start = list[at + WORD.from];
    const end = list[at + WORD.to];
    const before = list[at + WORD.before];
    let slot = high < 0 ? -1 : slotOf(known.slots, list[at], high);
    if (slot < 0) slot = slotOfWord(known, units, start, end);
    const { slots } = known;
    const id = slots[slot + SLOT.id];
    const formAndTraits = slots[slot + SLOT.formAndTraits];
    at += WORD.width;
    if ((formAndTraits & FORM.plain) !== 0 && !left && units[end] !== UNIT.dash) {
      plain += 1;
      // A word said twice in a row is said once: the later stands.
      if (id === last && id > 0 && (before & BEFORE.gap) < 2 && ends[count - 1] - starts[count - 1] === end - start)
        count -= 1;
      else {
        // None counts before the first.
        gaps[count] = count === first ? 0 : before & BEFORE.gap;
        marks[count] = before >>> BEFORE.markAt;
      }
      ids[count] = id;
      forms[count] = formAndTraits >>> 8;
      starts[count] = start - base;
      ends[count] = end - base;
      count += 1;
      last = id;
      continue;
    }
    into.count = count;
    pass(before);
    readSpecial(formAndTraits >>> 8, start - base, end - base, plain > 0, into);
    left = (reading.gap | reading.mark) !== 0;
    count = into.count;
    last = count > first ? into.ids[count - 1] : 0;
    if (into.ids !== ids || count + (to - at) / WORD.width + 2 >= ids.length) break;
  }
  into.count = count;
  reading.words += plain;
  return at;
}

/**
 * Reads the word [start, end) of the text, of a form that is more or less than one term, or behind which a dash stands, or one behind
 * it. `isLater`: there are words before it that are yet to be counted.
 */
function readSpecial(written: number, start: number, end: number, isLater: boolean, into: Growing): void {
  const { text } = reading;
  const forms = into.words;
  let form = written;
  let from = start;
  const traits = traitsOf(forms, form);
  const joined = (traits & FORM.clitic) !== 0 || ((traits & FORM.na) !== 0 && joinsNa(text, start));
  if (!joined || (reading.words === 0 && !isLater)) reading.words += 1;
  const isCut =
    text.charCodeAt(end) === UNIT.dash && isCutOff(text, end, wordOf(forms, form), (traits & FORM.known) !== 0);
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
