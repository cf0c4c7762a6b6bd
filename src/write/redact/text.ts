/** A word or number of a text, as the finders of identifiers see it. */
export interface Word {
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Small letters without apostrophes: `dont`, `johns`. */
  readonly key: string;
  /** The key without a closing `'s`. */
  readonly base: string;
  /** Where the base ends in the text. */
  readonly baseEnd: number;
  readonly capital: boolean;
  /** Whether a sentence may begin here, so that a capital says nothing. */
  readonly opens: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

/** A text in words; `cased` where capitals tell names from words. */
export interface Text {
  readonly text: string;
  readonly words: readonly Word[];
  readonly cased: boolean;
}

// Transcribers write `i 'm` and `mary 's` as well.
const WORD = /[\p{L}\p{M}]+(?:\s?['’](?:s|m|re|ve|ll|d|t)(?![\p{L}\p{N}])|['’]\p{L}+)*|\p{N}+(?:st|nd|rd|th)?/giu;
const OWNED = /\s?['’]s?$/i;
const ABBREVIATION = /^(dr|drs|mr|mrs|ms|mx|prof|rev|st|jr|sr|mt|[a-z])$/;

/** Cuts a text into words. */
export function readText(text: string, cased: boolean): Text {
  const words: Word[] = [];
  let at = 0;
  for (const found of text.matchAll(WORD)) {
    const start = found.index;
    const whole = found[0];
    const base = whole.replace(OWNED, '');
    const gap = text.slice(at, start);
    at = start + whole.length;
    words.push({
      start,
      end: at,
      key: keyOf(whole),
      base: keyOf(base),
      baseEnd: start + base.length,
      capital: /^\p{Lu}/u.test(whole),
      opens: opensAfter(gap, words.at(-1)),
      gap,
    });
  }
  return { text, words, cased };
}

/** The keys of an entry's words. */
export function keysOf(entry: string): string[] {
  return readText(entry, false).words.map(({ key }) => key);
}

/** Fewer capitals than this share of words, or mostly capitals, tell nothing: speech recognition writes so. */
const FEW = 0.02;
const MANY = 0.6;

/** Whether capitals tell names from words in these texts. */
export function isCased(texts: Iterable<string>): boolean {
  let words = 0;
  let capital = 0;
  let upper = 0;
  for (const text of texts) {
    for (const [word] of text.matchAll(/\p{L}+/gu)) {
      words += 1;
      if (!/^\p{Lu}/u.test(word)) continue;
      capital += 1;
      if (word.length > 1 && word === word.toUpperCase()) upper += 1;
    }
  }
  return capital > words * FEW && upper < words * MANY;
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[\s'’]/g, '');
}

function opensAfter(gap: string, before: Word | undefined): boolean {
  if (!before) return true;
  if (/[?!:…“"([\n•–—>]|--|\s-\s/.test(gap)) return true;
  return gap.includes('.') && !ABBREVIATION.test(before.key);
}
