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

const classes = new Uint8Array(65536);
const known = new Uint8Array(65536);
for (let c = 0; c < 128; c += 1) known[c] = 1;
for (let c = 48; c <= 57; c += 1) classes[c] = DIGIT;
for (let c = 65; c <= 90; c += 1) classes[c] = LETTER;
for (let c = 97; c <= 122; c += 1) classes[c] = LETTER;
for (const c of '.?!') classes[c.charCodeAt(0)] = STOP;
for (const c of ',;:()"') classes[c.charCodeAt(0)] = SOFT;
for (const c of '–—…“”') {
  classes[c.charCodeAt(0)] = SOFT;
  known[c.charCodeAt(0)] = 1;
}
for (const c of "'’") {
  classes[c.charCodeAt(0)] = APOSTROPHE;
  known[c.charCodeAt(0)] = 1;
}
classes[45] = HYPHEN;
classes[60] = OPENS;
classes[91] = OPENS;

/** Class of a UTF-16 unit, 0 for what parts words; letters beyond ASCII are looked up once. */
export function classOf(code: number): number {
  if (known[code] === 0) {
    known[code] = 1;
    const char = String.fromCharCode(code);
    if (/[\p{L}\p{M}]/u.test(char)) classes[code] = LETTER;
    else if (/\p{N}/u.test(char)) classes[code] = DIGIT;
  }
  return classes[code];
}
