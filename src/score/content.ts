import type { Lexicon } from '../lexicon/types.ts';
import { type RuntimeSet, takes, vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Segmented, Sentence } from '../segment/types.ts';
import { stem } from '../tag/stem.ts';

/** Stems of the words of terms [from, to) that say what a sentence is about. */
export function contentOf(text: Segmented, from: number, to: number, lexicon: Lexicon): Set<string> {
  const common = listOf('Function', lexicon);
  const light = listOf('LightWord', lexicon);
  const stems = new Set<string>();
  for (let k = from; k < to; k += 1) {
    const id = text.ids[k];
    if (common?.has[id] === 1 || light?.has[id] === 1) continue;
    const word = text.turn.text.slice(text.starts[k], text.ends[k]).toLowerCase();
    if (word.length > 2) stems.add(stem(word));
  }
  return stems;
}

/** Whether a turn, or one sentence of it, says nothing but "mm-hm", "okay", "I see"; or no word at all. */
export function isBackChannel(
  text: Segmented,
  lexicon: Lexicon,
  { from, to } = { from: 0, to: text.ids.length },
): boolean {
  const list = listOf('BackChannel', lexicon);
  let at = from;
  while (at < to) {
    const size = list ? takes(list, text.ids, at, to) : 0;
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
    if (lists.some((list) => list && takes(list, text.ids, at, sentence.to) > 0)) return true;
  }
  return false;
}

/** Share of a visit's terms that are function words of the lexicon's language: half of running English. */
export function functionWordShare(segmented: readonly Segmented[], lexicon: Lexicon): number {
  const common = listOf('Function', lexicon);
  let terms = 0;
  let known = 0;
  for (const { ids } of segmented) {
    terms += ids.length;
    if (common) for (let k = 0; k < ids.length; k += 1) known += common.has[ids[k]];
  }
  return terms === 0 || !common ? 1 : known / terms;
}

function listOf(name: string, lexicon: Lexicon): RuntimeSet | undefined {
  const at = lexicon.lists[name];
  return at === undefined ? undefined : vocabularyOf(lexicon).set(at);
}
