import { type Forms, formOfWord, lowerOf } from '../lexicon/forms.ts';
import { termsOf } from '../lexicon/terms.ts';
import { classOf, KIND } from './characters.ts';

/** The words of a phrase in lower case, without apostrophes. */
export function wordsOf(phrase: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let i = 0; i < phrase.length; i += 1) {
    const code = phrase.charCodeAt(i);
    const kind = classOf(code);
    if (kind === KIND.letter || kind === KIND.digit) word += String.fromCharCode(lowerOf(code));
    else if (kind !== KIND.apostrophe && word !== '') {
      words.push(word);
      word = '';
    }
  }
  if (word !== '') words.push(word);
  return words;
}

/** Ends of words that are terms of their own, without their apostrophe. */
const ENDS = ['s', 're', 've', 'll', 'd', 'm'];

/** The forms of the terms that a word without apostrophes is read into, in each way that it is written: `its`, `it's`; `gonna`, `gon na`. */
export function readingsOf(word: string, forms: Forms): number[][] {
  const ways = [readingOf(word, forms)];
  const terms = termsOf(word, forms.marks);
  if (terms.length > 1) ways.push(terms.map((term) => formOfWord(forms, term)));
  if (word.endsWith('nt')) {
    ways.push(readingOf(`${word.slice(0, -1)}'t`, forms));
    ways.push([formOfWord(forms, word.slice(0, -2)), formOfWord(forms, "n't")]);
  }
  for (const end of ENDS) {
    const base = word.slice(0, -end.length);
    if (word.endsWith(end) && forms.words.has(base)) ways.push(readingOf(`${base}'${end}`, forms));
  }
  return ways;
}

function readingOf(word: string, forms: Forms): number[] {
  const form = formOfWord(forms, word);
  return [...(forms.readings[form]?.forms ?? [form])];
}
