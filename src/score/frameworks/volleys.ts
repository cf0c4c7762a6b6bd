import type { Framework } from '../../lexicon/framework.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import type { Segmented, Sentence } from '../../segment/types.ts';
import type { Moment, Visit } from '../../visit.ts';
import { isBackChannel } from '../content.ts';
import { isOf } from './evidence.ts';

const QUESTION = 'question';
const REFLECTION = 'listening.reflection';

/**
 * The volley of each turn by its position, -1 for turns that are none of the clinician's. A volley is the clinician's talk until
 * somebody else says more than a back-channel; a back-channel ends it, too, where it answers a question. After MITI 4.2 (Moyers,
 * Manuel & Ernst 2014), section on parsing.
 */
export function volleysOf(visit: Visit, segmented: readonly Segmented[], lexicon: Lexicon): number[] {
  let volley = -1;
  let open = false;
  let asked = false;
  return visit.turns.map(({ role }, position) => {
    const text = segmented[position];
    if (text.words === 0) return -1;
    if (role !== 'clinician') {
      if (asked || !isBackChannel(text, lexicon)) open = false;
      return -1;
    }
    if (!open) volley += 1;
    open = true;
    asked = text.sentences[text.sentences.length - 1]?.question !== 'no' && text.sentences.length > 0;
    return volley;
  });
}

/** What a moment counts as: its own code, or others. */
export interface Counted {
  readonly moment: Moment;
  readonly codes: readonly string[];
}

/**
 * The clinician's moments as MITI codes them: a set-up for a question as nothing, a reflection with a check behind it as a reflection
 * and a question, one with a question mark of its own as a question.
 */
export function asMiti(
  moments: readonly Moment[],
  segmented: readonly Segmented[],
  { setups, checks }: Framework,
): Counted[] {
  return moments.map((moment) => {
    if (!isOf(moment.code, REFLECTION)) return { moment, codes: [moment.code] };
    const text = segmented[moment.position];
    const at = text.sentences.findIndex((s) => moment.offset < s.end);
    const sentence = text.sentences[at];
    if (!sentence) return { moment, codes: [moment.code] };
    const words = plain(text, sentence);
    const next = text.sentences[at + 1];
    if (
      setups.some((lead) => words === lead || words.startsWith(`${lead} `)) &&
      asksNext(moment, moments, sentence, next)
    )
      return { moment, codes: [] };
    const isQuestion = sentence.question === 'marked' || (sentence.form === 'tag' && sentence.mark === '');
    if (isQuestion && !checks.includes(words)) {
      const checked = checks.some((check) => words.endsWith(` ${check}`));
      return { moment, codes: checked ? [moment.code, QUESTION] : [QUESTION] };
    }
    const checkedNext = next && next.mark === '?' && checks.includes(plain(text, next));
    return { moment, codes: checkedNext ? [moment.code, QUESTION] : [moment.code] };
  });
}

/** Whether a question stands in the rest of the sentence, or begins in the next one. */
function asksNext(moment: Moment, moments: readonly Moment[], sentence: Sentence, next: Sentence | undefined): boolean {
  return moments.some(
    (m) =>
      m.position === moment.position &&
      isOf(m.code, QUESTION) &&
      m.offset > sentence.start &&
      m.offset < (next ?? sentence).end,
  );
}

/** A sentence's words in lower case without what opens it, one blank between. */
function plain(text: Segmented, { head, to, start, end }: Sentence): string {
  const from = head < to ? text.starts[head] : start;
  return text.turn.text
    .slice(from, end)
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}
