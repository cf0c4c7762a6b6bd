/** The tags that WebVTT and SRT know. Others (`<UNIN/>`, `<3`) are a transcriber's, and stay. */
const TAG =
  /<\/?(?:c|i|b|u|s|v|q|p|lang|ruby|rt|rb|font|span|strong|em)(?:[. \t][^<>]*)?\/?>|<\d[\d:.]*>|\{\\[^{}]*\}/gi;
const BREAK = /<br[ \t]*\/?>/gi;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/** The words of a cue: its tags taken off, its entities decoded. */
export function plainText(markup: string): string {
  return decodeEntities(markup.replace(BREAK, '\n').replace(TAG, ''));
}

/** Decodes numbers and the names that subtitles use; anything else stays as it stands. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

/** A stretch of a cue under one voice tag; `voice` is undefined before the first tag. */
export interface Voiced {
  readonly voice: string | undefined;
  readonly markup: string;
}

/** Cuts a cue at its voice tags (`<v Name>`, `<v.loud Name>`), closed or left open. */
export function cutVoices(markup: string): Voiced[] {
  const found: Voiced[] = [];
  let voice: string | undefined;
  let from = 0;
  const add = (to: number) => {
    const piece = markup.slice(from, to);
    if (plainText(piece).trim() !== '') found.push({ voice, markup: piece });
  };
  for (const tag of markup.matchAll(/<v(?:\.[^\s<>]*)?(?:[ \t\r\n]([^<>]*))?>/gi)) {
    add(tag.index);
    voice = decodeEntities(tag[1] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    from = tag.index + tag[0].length;
  }
  add(markup.length);
  return found;
}
