import { FORM, type Forms, sizeOf, traitsOf, wordOf } from '../lexicon/forms.ts';
import { stem } from './stem.ts';

/** In `stems`, a form that is no content word: one or two letters. */
const SHORT = -1;

/** The stem of a form as a number above 0, equal for forms of one word; 0 for words of one or two letters without a digit. */
export function stemOf(forms: Forms, form: number): number {
  const known = forms.stems[form];
  if (known > 0) return known;
  if (known === SHORT) return 0;
  if (sizeOf(forms, form) <= 2 && (traitsOf(forms, form) & FORM.digit) === 0) {
    forms.stems[form] = SHORT;
    return 0;
  }
  const own = stem(wordOf(forms, form));
  let number = forms.stemNumbers.get(own);
  if (number === undefined) {
    number = forms.stemNumbers.size + 1;
    forms.stemNumbers.set(own, number);
  }
  forms.stems[form] = number;
  return number;
}
