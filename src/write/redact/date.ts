import { type Kind, matches } from './kind.ts';

const MONTH = '(?:january|february|april|june|july|august|september|october|november|december)';
/** `may` and `march` alone are verbs unless the words about them say otherwise. */
const NOT_VERB =
  '(?!\\s(?:be|have|not|i|we|you|he|she|it|they|need|want|help|cause|also|come|get|feel|or|as|up|down|on\\b(?!\\sthe)))';
const ANY_MONTH = `(?:${MONTH}|(?:march|may)\\b${NOT_VERB})`;
/** Short forms, which are months beside a day or a year alone. */
const SHORT = '(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?';
const UNIT = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)';
const ORDINAL = `(?:(?:twenty|thirty)[\\s-]${UNIT}|${UNIT}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)`;
const DAY = `(?:\\d{1,2}\\s?(?:st|nd|rd|th)?\\b(?![:/])|${ORDINAL})`;
const ONES = '(?:one|two|three|four|five|six|seven|eight|nine)';
const TEENS = '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const TENS = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\\s-]${ONES})?)`;
const YEAR = `(?:(?:19|20)\\d{2}\\b|['’]\\d{2}\\b|(?:nineteen|twenty)[\\s-](?:${TENS}|${TEENS}|(?:oh|o)[\\s-]${ONES})|nineteen hundred|two thousand(?:\\s(?:and\\s)?(?:${TENS}|${TEENS}|${ONES}))?)`;
/** What a number with the look of a year counts instead. */
const COUNTED =
  '(?!\\s?(?:mg|milligrams?|mcg|micrograms?|ml|millilit|iu\\b|units?|calor|kcal|steps|dollars|pounds|bucks|hours|times|people|words|cc\\b|miles|feet|grams?|kg|percent|%|minutes|days|weeks|years))';
const TIME =
  '(?:in|since|until|till|of|from|by|around|during|before|after|back in|early|late|mid|last|next|year|circa|summer|winter|spring|fall|autumn|christmas)';
const PATTERNS = [
  /(?<![\p{N}./-])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})(?![\p{N}/]|[.-]\d)/dgu,
  /(?<![\p{N}./-])(?:19|20)\d{2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{1,2}(?![\p{N}])/dgu,
  /(?<![\p{N}./-])(?:0?[1-9]|1[0-2])\s?\/\s?(?:19|20)\d{2}(?![\p{N}/])/dgu,
  /\b(?:on|dated|dob|since|until|from)\s((?:0?[1-9]|1[0-2])\s?\/\s?(?:0?[1-9]|[12]\d|3[01]))(?![\p{N}/]|\s?(?:of|out|pain))/dgiu,
  // The third of May 1987, 3rd May, on the twenty-first of June.
  spoken(
    `\\b(?:the\\s)?(${DAY}\\s(?:of\\s)?(?:${ANY_MONTH}|${SHORT}(?=[\\s,.]))\\b(?:\\s?,?\\s?(?:in\\s)?${YEAR}${COUNTED})?)`,
  ),
  // March 3rd, May the fourth, Jan. 5, 2020.
  spoken(
    `\\b((?:${ANY_MONTH}|${SHORT})\\s(?:the\\s)?${DAY}(?!\\s?(?:mg|milligrams?|percent|times|months?|weeks?))(?:\\s?,?\\s?(?:of\\s|in\\s)?${YEAR}${COUNTED})?)`,
  ),
  spoken(`\\b((?:${ANY_MONTH}|${SHORT})\\s?,?\\s?(?:of\\s|in\\s)?${YEAR})${COUNTED}`),
  spoken(`\\b(${MONTH})\\b`),
  // With a capital it is the month, whatever follows.
  /\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Ll]ast|[Ll]ate|[Ee]arly|[Bb]efore|[Aa]fter|of) (May|March)\b/dg,
  spoken(`\\b${TIME}\\s(march)\\b${NOT_VERB}`),
  spoken(`\\b(?:in|since|until|till|during|before|after|by|of|early|late|mid|last|next)\\s(may)\\b${NOT_VERB}`),
  spoken(`\\b${TIME}\\s(?:the\\s)?(?:year\\s|about\\s|around\\s|early\\s|late\\s|mid-?\\s?)?(${YEAR})${COUNTED}`),
  spoken(
    `\\b(?:born|diagnosed|surgery|operation|retired|married|moved|graduated|dob|birth)\\b[^.?!]{0,20}?\\b((?:19|20)\\d{2})\\b${COUNTED}`,
  ),
  /\b(?:on|until|from|since|by) the (\d{1,2}(?:st|nd|rd|th))(?=\s*(?:[.,?!;]|$|at\b|and\b|for\b))/dgi,
  /(?<!\p{L})(?:the\s)?(?:(?:early|mid|late)[\s-])?((?:19|20)\d0['’]?s)\b/dgu,
];

/** A text without any of these holds no date. */
const HINT = /\d|nineteen|twenty|thousand|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function spoken(pattern: string): RegExp {
  return new RegExp(pattern, 'dgi');
}

/** Dates in figures and words, months and years; not weekdays, feasts or times of day. */
export const date: Kind = {
  id: 'date',
  *find({ text }) {
    if (!HINT.test(text)) return;
    for (const pattern of PATTERNS) yield* matches(pattern, text);
  },
};
