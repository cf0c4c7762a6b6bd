import { lowerOf, packedOf } from '../lexicon/forms.ts';

/** What a character is to the reading of words. */
export const LETTER = 1;
export const DIGIT = 2;
export const APOSTROPHE = 3;
export const HYPHEN = 4;
/** Ends a sentence. */
export const STOP = 5;
/** A comma or the like. */
export const SOFT = 6;
/** Begins a transcriber's mark. */
export const OPENS = 7;

/** Of `characters`: the bits of a class, the bit of letters and digits, and where the unit begins as words are packed. */
export const CLASS = 7;
export const SPELLS = 8;
export const PACK = 4;

/** By UTF-16 unit its class, whether it spells words, and what `packedOf` makes of it in lower case; 0 where it is yet to be looked up. */
export const characters = new Uint16Array(65536);

for (let code = 0; code < 128; code += 1) enter(code, 0);
for (let code = 48; code < 58; code += 1) enter(code, DIGIT);
for (let code = 97; code < 123; code += 1) {
  enter(code, LETTER);
  enter(code - 32, LETTER);
}
for (const c of '.?!') enter(c.charCodeAt(0), STOP);
for (const c of ',;:()"–—…“”') enter(c.charCodeAt(0), SOFT);
for (const c of "'’") enter(c.charCodeAt(0), APOSTROPHE);
for (const c of '<[') enter(c.charCodeAt(0), OPENS);
enter(45, HYPHEN);

function enter(code: number, kind: number): number {
  const spells = kind === LETTER || kind === DIGIT ? SPELLS : 0;
  characters[code] = (packedOf(lowerOf(code)) << PACK) | spells | kind;
  return characters[code];
}

/** Class of a UTF-16 unit, 0 for what parts words; letters beyond ASCII are looked up once. */
export function classOf(code: number): number {
  return (characters[code] || learn(code)) & CLASS;
}

/** Looks up a unit that is not in `characters` yet; what stands there from now on. */
export function learn(code: number): number {
  const char = String.fromCharCode(code);
  return enter(code, /[\p{L}\p{M}]/u.test(char) ? LETTER : /\p{N}/u.test(char) ? DIGIT : 0);
}
