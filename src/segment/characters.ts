import { lowerOf, packedOf } from '../lexicon/forms.ts';

/** What a character is to the reading of words; 0 is what parts them. Numbers of an enum stand in the built program as they are. */
export enum KIND {
  letter = 1,
  digit = 2,
  apostrophe = 3,
  hyphen = 4,
  /** Ends a sentence. */
  stop = 5,
  /** A comma or the like. */
  soft = 6,
  /** Begins a transcriber's mark. */
  opens = 7,
}

/** Characters that are more than their kind. */
export enum UNIT {
  blank = 32,
  comma = 44,
  dash = 45,
  dot = 46,
  slash = 47,
  colon = 58,
  less = 60,
  greater = 62,
  question = 63,
  bracket = 93,
  /** Less than `a` by one: letters in lower case are 1 to 26 more. */
  beforeA = 96,
}

/** Of `characters`: the bits of a kind, the bit of letters and digits, and where the unit begins as words are packed. */
export enum CHARACTER {
  kind = 7,
  spells = 8,
  packed = 4,
}

/** By UTF-16 unit its class, whether it spells words, and what `packedOf` makes of it in lower case; 0 where it is yet to be looked up. */
export const characters = new Uint16Array(65536);

for (let code = 0; code < 128; code += 1) enter(code, 0);
for (let code = 48; code < 58; code += 1) enter(code, KIND.digit);
for (let code = 97; code < 123; code += 1) {
  enter(code, KIND.letter);
  enter(code - 32, KIND.letter);
}
for (const c of '.?!') enter(c.charCodeAt(0), KIND.stop);
for (const c of ',;:()"–—…“”') enter(c.charCodeAt(0), KIND.soft);
for (const c of "'’") enter(c.charCodeAt(0), KIND.apostrophe);
for (const c of '<[') enter(c.charCodeAt(0), KIND.opens);
enter(45, KIND.hyphen);

function enter(code: number, kind: number): number {
  const spells = kind === KIND.letter || kind === KIND.digit ? CHARACTER.spells : 0;
  characters[code] = (packedOf(lowerOf(code)) << CHARACTER.packed) | spells | kind;
  return characters[code];
}

/** Class of a UTF-16 unit, 0 for what parts words; letters beyond ASCII are looked up once. */
export function classOf(code: number): number {
  return aboutOf(code) & CHARACTER.kind;
}

/** What `characters` has of a unit. */
export function aboutOf(code: number): number {
  return characters[code] || learn(code);
}

/** Looks up a unit that is not in `characters` yet; what stands there from now on. */
function learn(code: number): number {
  const char = String.fromCharCode(code);
  return enter(code, /[\p{L}\p{M}]/u.test(char) ? KIND.letter : /\p{N}/u.test(char) ? KIND.digit : 0);
}

/** Some units, written out. */
export function textOf(units: Uint16Array, from: number, to: number): string {
  return String.fromCharCode(...units.subarray(from, to));
}
