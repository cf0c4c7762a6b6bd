import { type Kind, matches } from './kind.ts';

const PATTERNS = [
  /\b(?:https?:\/\/|www\s?\.\s?)[^\s<>"]+[^\s<>".,;:!?)]/dgi,
  /(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|edu|gov|co\.uk|ac\.uk|nhs\.uk|info|io)\b(?:\/[^\s<>"]*[^\s<>".,;:!?)])?/dgiu,
  /\b(?:www dot )?[\p{L}\p{N}]+(?: dash [\p{L}\p{N}]+)* dot (?:com|org|net|edu|gov|co dot uk)\b/dgiu,
  /(?<![\p{L}\p{N}.])(?:\d{1,3}\.){3}\d{1,3}(?![\p{N}])/dgu,
  /(?<![\p{L}\p{N}])@[\p{L}_][\p{L}\p{N}_.]+[\p{L}\p{N}_]/dgu,
];

/** Addresses of web pages and machines, and names of accounts after `@`. */
export const web: Kind = {
  id: 'web',
  *find({ text }) {
    if (!/[.@]|\bdot\b|\/\//i.test(text)) return;
    for (const pattern of PATTERNS) yield* matches(pattern, text);
  },
};
