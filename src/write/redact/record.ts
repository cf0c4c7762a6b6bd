import { runAt } from './digits.ts';
import { type Kind, matches, type Span } from './kind.ts';
import { listOf } from './lists.ts';
import { phraseEnd } from './phrase.ts';
import type { Text } from './text.ts';

const BARE = [
  /(?<![\p{L}\p{N}-])\d{3}\s?-\s?\d{2}\s?-\s?\d{4}(?![\d-])/dgu,
  /(?<![\p{L}\p{N}.])\d{3}\s\d{3}\s\d{4}(?!\d)/dgu,
  /(?<![\p{L}\p{N}.,])\d{7,}(?![\p{N}.,]\d)/dgu,
  /\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/dg,
  /\b(?:mrn|nhs|ssn|dob|id)[a-z]?\d{4,}\b/dgi,
  /(?<![\p{L}\p{N}])#\s?(\d{4,})\b/dgu,
];
/** What may stand between the name of a number and the number. */
const LINK = new Set(
  'is was number no id its it thats that s are reads ends in with the be should code um uh so my for under'.split(' '),
);
const REACH = 6;
const SHORTEST = 3;

/** Numbers of records, insurance, licences, accounts: by what they are called, and by the forms that some have. */
export const record: Kind = {
  id: 'record',
  *find(text) {
    for (const pattern of BARE) yield* matches(pattern, text.text);
    const list = listOf('record-words');
    for (let at = 0; at < text.words.length; at += 1) {
      const end = phraseEnd(text, at, list);
      if (end === at) continue;
      const span = numberAfter(text, end);
      if (span) yield span;
      at = end - 1;
    }
  },
};

function numberAfter({ text, words }: Text, from: number): Span | undefined {
  for (let at = from; at < words.length && at < from + REACH; at += 1) {
    const start = words[at].start;
    // Letters and digits in one: `A1234567`, `XK-22-918`, `WP 4471 9902`.
    const code = /^(?=[\p{L}\-/]{0,6}[\s-]?\d)[\p{L}\p{N}]+(?:[-/ ]?\d[\p{L}\p{N}]*|-\p{L}+| \p{Lu}{2,4}\b)*/u.exec(
      text.slice(start),
    );
    if (code && isCode(code[0])) {
      return { start, end: start + code[0].length };
    }
    const run = runAt(words, at);
    if (run && run.digits >= SHORTEST) return { start, end: words[run.to - 1].end };
    if (!LINK.has(words[at].key)) return undefined;
  }
  return undefined;
}

/** Enough digits, or fewer among capitals: `LK14 XYZ`. */
function isCode(code: string): boolean {
  const digits = code.replace(/\P{N}/gu, '').length;
  if (/^\p{Ll}{2,} /u.test(code)) return false;
  return digits >= SHORTEST || (digits > 0 && digits + code.replace(/\P{Lu}/gu, '').length >= SHORTEST + 2);
}
