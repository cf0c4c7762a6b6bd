import { sizeOf } from '../lexicon/forms.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { type RuntimeSet, takes, vocabularyOf } from '../lexicon/vocabulary.ts';
import { stemOf } from '../segment/stems.ts';
import type { Segmented, Sentence } from '../segment/types.ts';

/** Stems of the words of terms [from, to) that say what a sentence is about. */
export function contentOf(text: Segmented, from: number, to: number, lexicon: Lexicon): Set<number> {
  const common = listOf('Function', lexicon)?.has;
  const light = listOf('LightWord', lexicon)?.has;
  const stems = new Set<number>();
  const { ids, forms, words } = text.terms;
  for (let k = from; k < to; k += 1) {
    const id = ids[k];
    if (common?.[id] === 1 || light?.[id] === 1) continue;
    if (sizeOf(words, forms[k]) > 2) stems.add(stemOf(words, forms[k]));
  }
  return stems;
}

/** Whether a turn, or one sentence of it, says nothing but "mm-hm", "okay", "I see"; or no word at all. */
export function isBackChannel(
  text: Segmented,
  lexicon: Lexicon,
  { from, to }: { readonly from: number; readonly to: number } = text,
): boolean {
  const list = listOf('BackChannel', lexicon);
  let at = from;
  while (at < to) {
    const size = list ? takes(list, text.terms, at, to) : 0;
    if (size === 0) return false;
    at += size;
  }
  return true;
}

/** Whether a sentence points back at what was just said: by a word such as `it` or `that`, or an invitation to go on. */
export function pointsBack(text: Segmented, sentence: Sentence | undefined, lexicon: Lexicon): boolean {
  if (!sentence) return false;
  const lists = [listOf('Anaphor', lexicon), listOf('InvitesMore', lexicon)];
  for (let at = sentence.head; at < sentence.to; at += 1) {
    if (lists.some((list) => list && takes(list, text.terms, at, sentence.to) > 0)) return true;
  }
  return false;
}

/**
 * Whether fewer of a visit's terms than this share are function words of the lexicon's language: half of running English is. A
 * visit is read as far as that takes.
 */
export function hasFewerFunctionWords(segmented: readonly Segmented[], lexicon: Lexicon, share: number): boolean {
  const common = listOf('Function', lexicon);
  if (!common) return false;
  const { has } = common;
  let terms = 0;
  for (const { from, to } of segmented) terms += to - from;
  let known = 0;
  for (const text of segmented) {
    const { ids } = text.terms;
    const { from, to } = text;
    for (let k = from; k < to; k += 1) known += has[ids[k]];
    if (known / terms >= share) return false;
  }
  return terms > 0;
}

function listOf(name: string, lexicon: Lexicon): RuntimeSet | undefined {
  const at = lexicon.lists[name];
  return at === undefined ? undefined : vocabularyOf(lexicon).set(at);
}
