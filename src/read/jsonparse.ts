/** An escape of half a surrogate pair may stand in the text. */
const HALF = /\\u[dD][89a-fA-F]/;
const ESCAPE = '\\u';

/**
 * Reads JSON. Half a surrogate pair, which JSON alone can write (`"\ud83d"`), is no character and has no offset: it becomes the
 * replacement character, as in every other encoding. Throws what JSON.parse throws.
 */
export function parseJson(text: string): unknown {
  return text.includes(ESCAPE) && HALF.test(text)
    ? JSON.parse(text, (_, value: unknown) => mended(value))
    : JSON.parse(text);
}

function mended(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value;
}
