import {
  type Asking,
  afterOpeners,
  alternative,
  anywhere,
  atHead,
  breaks,
  fragment,
  mayBegin,
  nextBegun,
  postponed,
  resumes,
  subordinate,
  tag,
  unsure,
} from './asking.ts';
import type { Growing } from './terms.ts';
import type { Sentence } from './types.ts';

const QUESTION_MARK = 63;
/** The marks that end a sentence, by character code. */
const MARKS: readonly string[] = Array.from({ length: 64 }, (_, code) => (code === 0 ? '' : String.fromCharCode(code)));
/** Without an end mark, a sentence is also cut before a break after so many words, and at the second number always. */
const SOFT_LIMIT = 40;
const HARD_LIMIT = 80;
/** A short question without a verb (`any fever`) follows a statement only where so few words are left in the turn. */
const LAST_WORDS = 15;

/**
 * Cuts a turn's terms [start, end), behind which `marks` has the mark after the last, into sentences at end marks; where a stretch
 * has none (`bare`: the visit is written without them, or 40 words have passed), also before words that begin a sentence ("okay
 * now", "and then", a question) and where a question gives way to a statement. A question that begins after a comma is cut off
 * from the statement before it.
 */
export function sentencesOf(s: Growing, start: number, end: number, bare: boolean, asking: Asking): Sentence[] {
  const { marks } = s;
  found = 0;
  let from = start;
  while (from < end) {
    let to = from + 1;
    while (to < end && marks[to] === 0) to += 1;
    if (bare) splitBare(s, from, to, asking);
    else split(s, from, to, asking);
    from = to;
  }
  return found === 1 ? [sentences[0]] : sentences.slice(0, found);
}

/** Those of the turn that is cut, and how many; an array that grew for each turn would leave as many behind. */
const sentences: Sentence[] = [];
let found = 0;

/** The sentence that is being read: where it began, and what it has been found to be so far. */
const open = {
  from: 0,
  head: 0,
  form: 'none' as Sentence['form'],
  /** Begun with `when`, `if`, `with`: its question, if there is one, comes later. */
  held: false,
  /** The next term to look at. */
  next: 0,
};

function begin(s: Growing, from: number, to: number, asking: Asking): void {
  const head = afterOpeners(asking, s, from, to);
  const asked = atHead(asking, s, head, to);
  open.from = from;
  open.head = head;
  open.form = asked > 0 ? 'asked' : 'none';
  open.held = asked === 0 && subordinate(asking, s, head, to) > 0;
  open.next = head + Math.max(1, asked);
}

/** Cuts terms [from, to) of a visit that is written without marks. */
function splitBare(s: Growing, from: number, to: number, asking: Asking): void {
  begin(s, from, to, asking);
  while (open.next < to) {
    if (isCutBare(s, to, asking)) {
      put(sentence(s, open.next, 0));
      begin(s, open.next, to, asking);
    }
  }
  put(sentence(s, to, s.marks[to]));
}

/** Looks at the next term of a stretch without marks where anything may begin; whether a new sentence begins there. */
function isCutBare(s: Growing, to: number, asking: Asking): boolean {
  const limit = open.from + HARD_LIMIT;
  const at = nextBegun(s, open.next, Math.min(to, limit));
  open.next = at;
  if (at === to) return false;
  const isOver = at >= limit;
  if (isOver && !mayBegin(s, at)) return true;
  const ends = tag(asking, s, at, to);
  if (ends > 0) {
    if (open.form === 'none') open.form = 'tag';
    open.next = at + ends;
    return false;
  }
  const choice = alternative(asking, s, at, to);
  if (choice > 0) {
    open.form = 'asked';
    open.next = at + choice;
    return false;
  }
  let asked = anywhere(asking, s, at, to, s.gaps[at] === 1);
  if (asked === 0 && open.held && at - open.head > 2) asked = postponed(asking, s, at, to, open.head);
  if (asked > 0 && open.held) {
    open.held = false;
    open.form = 'asked';
    open.next = at + asked;
    return false;
  }
  const isAsked = open.form === 'asked';
  if (
    asked > 0 ||
    isOver ||
    (isAsked && resumes(asking, s, at, to) > 0) ||
    ((isAsked || to - at <= LAST_WORDS) && fragment(asking, s, at, to) > 0) ||
    (at - open.from > 1 && breaks(asking, s, at, to) > 0)
  ) {
    return true;
  }
  open.next = at + 1;
  return false;
}

/** Cuts terms [from, to), which a mark ends. */
function split(s: Growing, from: number, to: number, asking: Asking): void {
  const { gaps } = s;
  const mark = s.marks[to];
  const marked = mark === QUESTION_MARK;
  begin(s, from, to, asking);
  for (;;) {
    if (open.form !== 'none' || !(marked || open.held)) {
      // Nothing is to be found but behind a comma.
      const limit = Math.min(to, open.from + SOFT_LIMIT);
      let next = open.next;
      while (next < limit && gaps[next] !== 1) next += 1;
      open.next = next;
    }
    const at = open.next;
    if (at >= to) break;
    const isLong = at - open.from >= SOFT_LIMIT;
    if (isLong ? isCutBare(s, to, asking) : isCut(s, to, marked, asking)) {
      const end = isLong ? open.next : at;
      settle(s, to, marked, asking);
      put(sentence(s, end, 0));
      begin(s, end, to, asking);
    }
  }
  settle(s, to, marked, asking);
  put(sentence(s, to, mark));
}

/** Where others bear a question mark, a form that may as well begin a statement asks nothing without one. */
function settle(s: Growing, to: number, marked: boolean, asking: Asking): void {
  if (!marked && open.form === 'asked' && unsure(asking, s, open.head, to) > 0) open.form = 'none';
}

/** Looks at the next term of a stretch with marks; whether a new sentence begins there. */
function isCut(s: Growing, to: number, marked: boolean, asking: Asking): boolean {
  const at = open.next;
  const soft = s.gaps[at] === 1;
  const inner = soft ? afterOpeners(asking, s, at, to) : at;
  open.next = at + 1;
  if (open.form !== 'none') {
    // `…, and what would you do?`: a second question.
    const isSecond = soft && marked && inner > at && alternative(asking, s, inner, to) === 0;
    return isSecond && anywhere(asking, s, inner, to, true) > 0;
  }
  if (!marked && !open.held && !soft) return false;
  const strong = anywhere(asking, s, inner, to, soft);
  const isWeak = strong === 0 && soft && marked;
  const asked = !isWeak
    ? strong
    : open.held
      ? postponed(asking, s, inner, to, open.head)
      : atHead(asking, s, inner, to);
  if (asked === 0) return false;
  const isTag = tag(asking, s, inner, to) > 0;
  if (!isTag && soft && !open.held) return true;
  open.form = isTag ? 'tag' : 'asked';
  open.next = inner + asked;
  return false;
}

function put(sentence: Sentence): void {
  sentences[found] = sentence;
  found += 1;
}

function sentence(s: Growing, to: number, mark: number): Sentence {
  const { from, head, form } = open;
  return {
    from,
    to,
    head,
    start: s.starts[from],
    end: s.ends[to - 1],
    mark: MARKS[mark],
    form,
    question: mark === QUESTION_MARK ? 'marked' : form === 'none' ? 'no' : 'form',
  };
}
