import type { List } from './lists.ts';
import type { Text } from './text.ts';

const JOINED = /^\s*[.\-’']?\s*$/;

/** The index after the longest entry of a list that begins at a word; `at` where none does. */
export function phraseEnd({ words }: Text, at: number, list: List): number {
  let key = '';
  let end = at;
  for (let k = at; k < words.length && k - at < list.longest; k += 1) {
    if (k > at && !JOINED.test(words[k].gap)) break;
    key += k > at ? ` ${words[k].key}` : words[k].key;
    if (list.has(key)) end = k + 1;
    else if (list.has(key.slice(0, key.length - words[k].key.length) + words[k].base)) end = k + 1;
  }
  return end;
}
