import type { Openers } from '../lexicon/types.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { type Asking, askingOf } from './asking.ts';
import type { Sentence, Terms } from './types.ts';

const QUESTION_MARK = 63;
/** Without an end mark, a sentence is also cut before a break after so many words, and at the second number always. */
const SOFT_LIMIT = 40;
const HARD_LIMIT = 80;
/** A short question without a verb (`any fever`) follows a statement only where so few words are left in the turn. */
const LAST_WORDS = 15;

/**
 * Cuts a turn's terms [start, end), behind which stands the mark `last`, into sentences at end marks; where a stretch has none (`bare`: the visit is written without them,
 * or 40 words have passed), also before words that begin a sentence ("okay now", "and then", a question) and where a
 * question gives way to a statement. A question that begins after a comma is cut off from the statement before it.
 */
export function sentencesOf(
  s: Terms,
  { start, end, last }: { readonly start: number; readonly end: number; readonly last: number },
  bare: boolean,
  openers: Openers,
  vocabulary: Vocabulary,
): Sentence[] {
  const asking = askingOf(openers, vocabulary);
  const sentences: Sentence[] = [];
  let from = start;
  while (from < end) {
    let to = from + 1;
    while (to < end && s.marks[to] === 0) to += 1;
    const mark = to < end ? s.marks[to] : last;
    split(s, from, to, mark, bare, asking, sentences);
    from = to;
  }
  return sentences;
}

/** A sentence that is being read: where it began, and what it has been found to be so far. */
interface Open {
  from: number;
  head: number;
  form: Sentence['form'];
  /** Begun with `when`, `if`, `with`: its question, if there is one, comes later. */
  held: boolean;
  /** The next term to look at. */
  next: number;
}

function split(s: Terms, from: number, to: number, mark: number, bare: boolean, asking: Asking, out: Sentence[]): void {
  const { gaps } = s;
  const marked = mark === QUESTION_MARK;
  let open = begin(s, from, to, asking);
  const close = (end: number, endMark: number): void => {
    // Where others bear a question mark, a form that may as well begin a statement asks nothing without one.
    if (!bare && !marked && open.form === 'asked' && asking.unsure(s, open.head, to) > 0) open.form = 'none';
    out.push(sentence(s, open, end, endMark));
    if (end < to) open = begin(s, end, to, asking);
  };
  while (open.next < to) {
    const at = open.next;
    const soft = gaps[at] === 1;
    if (bare || at - open.from >= SOFT_LIMIT) {
      const tag = asking.tag(s, at, to);
      const late = open.held && at - open.head > 2 ? asking.postponed(s, at, to, open.head) : 0;
      const asked = tag > 0 ? 0 : asking.anywhere(s, at, to, soft) || late;
      const also =
        (open.form === 'asked' && asking.resumes(s, at, to) > 0) ||
        ((open.form === 'asked' || to - at <= LAST_WORDS) && asking.fragment(s, at, to) > 0);
      const choice = asking.alternative(s, at, to);
      if (tag > 0) {
        if (open.form === 'none') open.form = 'tag';
        open.next = at + tag;
      } else if (choice > 0) {
        open.form = 'asked';
        open.next = at + choice;
      } else if (asked > 0 && open.held) {
        open.held = false;
        open.form = 'asked';
        open.next = at + asked;
      } else if (
        asked > 0 ||
        also ||
        at - open.from >= HARD_LIMIT ||
        (at - open.from > 1 && asking.breaks(s, at, to) > 0)
      ) {
        close(at, 0);
      } else open.next = at + 1;
      continue;
    }
    const inner = soft ? asking.afterOpeners(s, at, to) : at;
    if (open.form === 'none' && (marked || open.held || soft)) {
      const strong = asking.anywhere(s, inner, to, soft);
      const asked =
        strong || !soft || !marked
          ? strong
          : open.held
            ? asking.postponed(s, inner, to, open.head)
            : asking.atHead(s, inner, to);
      if (asked > 0) {
        if (asking.tag(s, inner, to) > 0) open.form = 'tag';
        else if (soft && !open.held) {
          close(at, 0);
          continue;
        } else open.form = 'asked';
        open.next = inner + asked;
        continue;
      }
    } else if (
      soft &&
      marked &&
      inner > at &&
      asking.alternative(s, inner, to) === 0 &&
      asking.anywhere(s, inner, to, true) > 0
    ) {
      // `…, and what would you do?`: a second question.
      close(at, 0);
      continue;
    }
    open.next = at + 1;
  }
  close(to, mark);
}

function begin(s: Terms, from: number, to: number, asking: Asking): Open {
  const head = asking.afterOpeners(s, from, to);
  const asked = asking.atHead(s, head, to);
  return {
    from,
    head,
    form: asked > 0 ? 'asked' : 'none',
    held: asked === 0 && asking.subordinate(s, head, to) > 0,
    next: Math.max(head, from) + Math.max(1, asked),
  };
}

function sentence(s: Terms, open: Open, to: number, mark: number): Sentence {
  return {
    from: open.from,
    to,
    head: open.head,
    start: s.starts[open.from],
    end: s.ends[to - 1],
    mark: mark ? String.fromCharCode(mark) : '',
    form: open.form,
    question: mark === QUESTION_MARK ? 'marked' : open.form === 'none' ? 'no' : 'form',
  };
}
