import { runAt } from './digits.ts';
import { type Kind, matches } from './kind.ts';

const WRITTEN = [
  /(?<![\p{L}\p{N}.])(?:\+|00)\d{1,3}[\s.-]?\(?\d{1,5}\)?(?:[\s.-]?\d{2,4}){2,4}(?!\d)/dgu,
  /(?<![\p{L}\p{N}.])(?:1[\s.-])?\(?\d{3}\)?\s?[.\-–]?\s?\d{3}\s?[.\-–\s]\s?\d{4}(?!\d)/dgu,
  /(?<![\p{L}\p{N}.])\(?0\d{2,4}\)?[\s-]\d{3,4}(?:[\s-]?\d{3,4})?(?!\d)/dgu,
  /(?<![\p{L}\p{N}.-])\d{3}\s?[-–]\s?\d{4}(?![\d-])/dgu,
  /\bext(?:ension|\.)?\s?(\d{2,6})\b/dgi,
];
/** What is said of a telephone, in the words before a number. */
const ABOUT =
  /\b(?:phone|telephone|cell|mobile|landline|fax|pager|call|ring|text|reach)\b[^.?!]{0,40}?\b(?:at|on|is|number|it's)\b[\s:,]*$/i;

/** As many digits said one by one are a telephone number or another identifier; fewer where the words before say so. */
const LONG = 7;
const SHORT = 4;

/** Telephone and fax numbers, written and spelt out. */
export const phone: Kind = {
  id: 'phone',
  *find({ text, words }) {
    for (const pattern of WRITTEN) yield* matches(pattern, text);
    for (let at = 0; at < words.length; at += 1) {
      const run = runAt(words, at);
      if (!run) continue;
      const start = words[run.from].start;
      const isSpelt = run.digits >= LONG && run.single >= run.digits - 4;
      if (isSpelt || (run.digits >= SHORT && ABOUT.test(text.slice(Math.max(0, start - 70), start)))) {
        yield { start, end: words[run.to - 1].end };
      }
      at = run.to;
    }
  },
};
