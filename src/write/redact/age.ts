import { type Kind, matches } from './kind.ts';

// 90 to 129, in figures and in words.
const OLD =
  '(?:9\\d|1[012]\\d|ninety(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one)\\s?-?hundred(?:\\s(?:and\\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten))?)';
const WHO =
  "(?:i|he|she|they|mother|father|mom|mum|dad|grandmother|grandfather|grandma|grandpa|gran|nan|aunt|uncle|husband|wife|patient)(?:\\s?['’](?:m|s|re)|\\s(?:is|was|am|are|turned|turns|just turned))";
const LAST = '(?=\\s*(?:[.,;?!)]|$|now\\b|and\\b|next\\b|this\\b|in\\b|but\\b|when\\b))(?!\\s*[.,]\\d)';

const PATTERNS = [
  `(${OLD})\\s?-?\\s?(?:years?|yrs?)(?:\\s?-?\\s?olds?\\b|\\sof\\sage\\b|\\syoung\\b)`,
  `\\b(${OLD})\\s?-?\\s?(?:y\\.?\\s?/?o\\b|yo\\b|yr\\s?old)`,
  `\\b(?:aged?|age of|age is|age:|turned|turning|turns|lived to(?: be)?|lived until|died at|passed(?: away)? at|until (?:he|she) was)\\s(${OLD})\\b(?!\\s?(?:%|percent|over|/))`,
  `\\b${WHO}\\s(?:about\\s|almost\\s|nearly\\s|already\\s)?(${OLD})\\b${LAST}`,
  `\\bin (?:his|her|my|their|your) (?:early |mid |late |mid-)?(nineties|90s|90['’]s)\\b`,
].map((pattern) => new RegExp(pattern, 'dgi'));

/** Ages over 89: the safe harbour lets younger ones stand. */
export const age: Kind = {
  id: 'age',
  *find({ text }) {
    if (!/9\d|1[012]\d|ninet|hundred|90/i.test(text)) return;
    for (const pattern of PATTERNS) yield* matches(pattern, text);
  },
};
