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

/** Not looked up yet. */
const UNKNOWN = 255;

const classes = new Uint8Array(65536).fill(UNKNOWN);
classes.fill(0, 0, 128);
classes.fill(DIGIT, 48, 58);
classes.fill(LETTER, 65, 91);
classes.fill(LETTER, 97, 123);
for (const c of '.?!') classes[c.charCodeAt(0)] = STOP;
for (const c of ',;:()"–—…“”') classes[c.charCodeAt(0)] = SOFT;
for (const c of "'’") classes[c.charCodeAt(0)] = APOSTROPHE;
classes[45] = HYPHEN;
classes[60] = OPENS;
classes[91] = OPENS;

/** Class of a UTF-16 unit, 0 for what parts words; letters beyond ASCII are looked up once. */
export function classOf(code: number): number {
  const known = classes[code];
  return known === UNKNOWN ? learn(code) : known;
}

function learn(code: number): number {
  const char = String.fromCharCode(code);
  classes[code] = /[\p{L}\p{M}]/u.test(char) ? LETTER : /\p{N}/u.test(char) ? DIGIT : 0;
  return classes[code];
}
