import { type Kind, matches } from './kind.ts';

const WRITTEN = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)+/dgu;
const SPOKEN =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:\s(?:dot|underscore|dash|hyphen)\s[\p{L}\p{N}]+){0,6}\sat\s[\p{L}\p{N}]+(?:\s(?:dot|dash)\s\p{L}+){0,2}(?:\sdot\s|\s?\.\s?)(?:com|org|net|edu|gov|uk|ca|ie|au|info|io)\b/dgiu;

/** E-mail addresses, written and spelt out. */
export const email: Kind = {
  id: 'email',
  *find({ text }) {
    if (text.includes('@')) yield* matches(WRITTEN, text);
    if (/\bat\s/i.test(text) && /\.|\bdot\b/i.test(text)) yield* matches(SPOKEN, text);
  },
};
