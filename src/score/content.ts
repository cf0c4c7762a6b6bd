import { sizeOf } from '../lexicon/forms.ts';
import { grown } from '../lexicon/grown.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { type RuntimeSet, takes, vocabularyOf } from '../lexicon/vocabulary.ts';
import { stemOf } from '../segment/stems.ts';
import type { Segmented, Sentence } from '../segment/types.ts';

/** The lists that are asked about here. */
interface Lists {
  readonly common: RuntimeSet | undefined;
  readonly light: RuntimeSet | undefined;
  readonly backChannel: RuntimeSet | undefined;
  readonly anaphor: RuntimeSet | undefined;
  readonly invitesMore: RuntimeSet | undefined;
}

const made = new WeakMap<Lexicon, Lists>();

function listsOf(lexicon: Lexicon): Lists {
  let lists = made.get(lexicon);
  if (!lists) {
    const listOf = (name: string): RuntimeSet | undefined => {
      const at = lexicon.lists[name];
      return at === undefined ? undefined : vocabularyOf(lexicon).set(at);
    };
    lists = {
      common: listOf('Function'),
      light: listOf('LightWord'),
      backChannel: listOf('BackChannel'),
      anaphor: listOf('Anaphor'),
      invitesMore: listOf('InvitesMore'),
    };
    made.set(lexicon, lists);
  }
  return lists;
}

/** By stem, the reading in which it was met last: a stem counts once a reading, however long that is. */
let metIn = new Int32Array(4096);
let reading = 0;

/** Stems of the words of terms [from, to) that say what a sentence is about, each once. */
export function contentOf(text: Segmented, from: number, to: number, lexicon: Lexicon): readonly number[] {
  const { common, light } = listsOf(lexicon);
  const isCommon = common?.has;
  const isLight = light?.has;
  const stems: number[] = [];
  const { ids, forms, words } = text.terms;
  reading += 1;
  for (let k = from; k < to; k += 1) {
    const id = ids[k];
    if (isCommon?.[id] === 1 || isLight?.[id] === 1 || sizeOf(words, forms[k]) <= 2) continue;
    const stem = stemOf(words, forms[k]);
    if (stem >= metIn.length) metIn = grown(metIn, stem * 2);
    if (metIn[stem] === reading) continue;
    metIn[stem] = reading;
    stems.push(stem);
  }
  return stems;
}

/** Whether a turn, or one sentence of it, says nothing but "mm-hm", "okay", "I see"; or no word at all. */
export function isBackChannel(
  text: Segmented,
  lexicon: Lexicon,
  { from, to }: { readonly from: number; readonly to: number } = text,
): boolean {
  const { backChannel } = listsOf(lexicon);
  let at = from;
  while (at < to) {
    const size = backChannel ? takes(backChannel, text.terms, at, to) : 0;
    if (size === 0) return false;
    at += size;
  }
  return true;
}

/** Whether a sentence points back at what was just said: by a word such as `it` or `that`, or an invitation to go on. */
export function pointsBack(text: Segmented, sentence: Sentence | undefined, lexicon: Lexicon): boolean {
  if (!sentence) return false;
  const { anaphor, invitesMore } = listsOf(lexicon);
  const { head, to } = sentence;
  const { terms } = text;
  for (let at = head; at < to; at += 1) {
    if (anaphor && takes(anaphor, terms, at, to) > 0) return true;
    if (invitesMore && takes(invitesMore, terms, at, to) > 0) return true;
  }
  return false;
}

/**
 * Whether fewer of a visit's terms than this share are function words of the lexicon's language: half of running English is. A
 * visit is read as far as that takes.
 */
export function hasFewerFunctionWords(segmented: readonly Segmented[], lexicon: Lexicon, share: number): boolean {
  const { common } = listsOf(lexicon);
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
