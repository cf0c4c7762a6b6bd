import type { Openers } from '../lexicon/types.ts';
import { type RuntimeSet, type Symbols, takes, type Vocabulary } from '../lexicon/vocabulary.ts';

/** Where questions, sentences and their lead-ins begin in a stretch of terms. All but `ties` count terms; 0 is no. */
export interface Asking {
  /**
   * A question that may begin anywhere: an inversion, an interrogative before one, a directive. `soft`: punctuation
   * stands before it, so that the word before ties nothing to itself.
   */
  readonly anywhere: (text: Symbols, at: number, to: number, soft: boolean) => number;
  /** One that begins so at the head of a sentence only. */
  readonly atHead: (text: Symbols, at: number, to: number) => number;
  /** One that a lead-in such as `in terms of your work` has put off: `who lives with you`, `any pain` (not after `if`). */
  readonly postponed: (text: Symbols, at: number, to: number, head: number) => number;
  /** A short question without a verb. */
  readonly fragment: (text: Symbols, at: number, to: number) => number;
  /** A verb before its subject after `or`: the second half of a choice. */
  readonly alternative: (text: Symbols, at: number, to: number) => number;
  /** A question tag that closes the stretch or stands before a break: `isn't it`, `do you`. */
  readonly tag: (text: Symbols, at: number, to: number) => number;
  /** A head that begins a clause of a statement as well: `what is happening is`, `anything that`. */
  readonly unsure: (text: Symbols, at: number, to: number) => number;
  /** A new sentence where marks are missing; `okay` after `sound` is none. */
  readonly breaks: (text: Symbols, at: number, to: number) => number;
  readonly resumes: (text: Symbols, at: number, to: number) => number;
  readonly subordinate: (text: Symbols, at: number, to: number) => number;
  /** First term after openers; `at` itself where nothing else follows. */
  readonly afterOpeners: (text: Symbols, at: number, to: number) => number;
}

/** An interrogative reaches so many terms forward to its verb: `how many glasses of wine would you`. */
const REACH = 6;
/** More openers in a row than these terms are none. */
const OPENERS = 24;

const made = new WeakMap<Vocabulary, Asking>();

/** The finder of a lexicon's questions; built once. */
export function askingOf(openers: Openers, vocabulary: Vocabulary): Asking {
  let asking = made.get(vocabulary);
  if (!asking) {
    asking = build(openers, vocabulary);
    made.set(vocabulary, asking);
  }
  return asking;
}

function build(openers: Openers, vocabulary: Vocabulary): Asking {
  const set = (key: keyof Openers): RuntimeSet => vocabulary.set(openers[key]);
  const lead = set('openers');
  const inversions = set('inversions');
  const questions = set('questions');
  const heads = set('heads');
  const never = set('never');
  const asking = set('asking').has;
  const subjects = set('subjects').has;
  const late = set('late');
  const addressed = set('addressed');
  const bound = set('bound').has;
  const tight = set('tight').has;
  const support = set('support').has;
  const open = set('open').has;
  const fragments = set('fragments');
  const takers = set('takers').has;
  const tied = set('tied').has;
  const tags = set('tags');
  const breaks = set('breaks');
  const resumes = set('resumes');
  const unsure = set('unsure');
  const subordinate = set('subordinate');

  // What a pattern's `is` also reads: `'s it` begins nothing.
  const relatives = new Set(['which', 'who', 'whose'].map((w) => vocabulary.id(w)));
  const know = vocabulary.id('know');
  const or = vocabulary.id('or');
  const contracted = new Set(["'s", "'re", "'ve", "'d", "'m", "'ll"].map((w) => vocabulary.id(w)));

  // `how many glasses of wine would you`: an interrogative, no subject yet, then the verb before its subject.
  const interrogative = (text: Symbols, at: number, to: number): number => {
    if (asking[text.ids[at]] !== 1) return 0;
    const relative = relatives.has(text.ids[at]);
    const last = Math.min(at + REACH, to - 1);
    for (let k = at + 1; k <= last; k += 1) {
      const size = takes(inversions, text, k, to) || takes(late, text, k, to);
      // `which is your third` goes on about what was said.
      if (size > 0) return relative && k === at + 1 && support[text.ids[k]] !== 1 ? 0 : k + size - at;
      if (subjects[text.ids[k]] === 1 || asking[text.ids[k]] === 1) return 0;
    }
    return 0;
  };
  const anywhere = (text: Symbols, at: number, to: number, soft: boolean): number => {
    const id = text.ids[at];
    if (id === 0 || contracted.has(id)) return 0;
    const before = soft || at === 0 ? -1 : text.ids[at - 1];
    // `have you know decreased range`: a filler, where no form of do stands before it.
    const inversion =
      at + 2 < to && text.ids[at + 2] === know && support[id] !== 1 ? 0 : takes(inversions, text, at, to);
    if (inversion > 0) {
      if (before < 0 || tight[before] !== 1) return Math.max(inversion, takes(questions, text, at, to));
      return open[before] === 1 ? takes(addressed, text, at, to) : 0;
    }
    const asks = interrogative(text, at, to);
    if (asks > 0 && (before < 0 || tight[before] !== 1 || open[before] === 1)) return asks;
    return before < 0 || bound[before] !== 1 ? takes(questions, text, at, to) : 0;
  };
  return {
    anywhere,
    atHead(text, at, to) {
      if (contracted.has(text.ids[at])) return 0;
      const size = anywhere(text, at, to, true) || takes(fragments, text, at, to);
      if (size > 0) return size;
      // `to what extent did it`: a preposition before the interrogative.
      const led = at + 1 < to && takes(subordinate, text, at, to) === 1 ? interrogative(text, at + 1, to) : 0;
      if (led > 0) return led + 1;
      return takes(never, text, at, to) > 0 ? 0 : takes(heads, text, at, to);
    },
    postponed(text, at, to, head) {
      const size = tight[text.ids[head]] === 1 || takers[text.ids[at - 1]] === 1 ? 0 : takes(fragments, text, at, to);
      if (size > 0) return size;
      return asking[text.ids[at]] === 1 && takes(never, text, at, to) === 0 ? takes(heads, text, at, to) : 0;
    },
    fragment: (text, at, to) => (takers[text.ids[at - 1]] === 1 ? 0 : takes(fragments, text, at, to)),
    alternative: (text, at, to) => (text.ids[at - 1] === or ? takes(inversions, text, at, to) : 0),
    tag(text, at, to) {
      const size = contracted.has(text.ids[at]) ? 0 : takes(tags, text, at, to);
      if (size === 0) return 0;
      return at + size >= to || takes(breaks, text, at + size, to) > 1 ? size : 0;
    },
    breaks: (text, at, to) =>
      tied[text.ids[at - 1]] === 1 || tight[text.ids[at - 1]] === 1 ? 0 : takes(breaks, text, at, to),
    resumes: (text, at, to) => (bound[text.ids[at - 1]] === 1 ? 0 : takes(resumes, text, at, to)),
    unsure: (text, at, to) => takes(unsure, text, at, to),
    subordinate: (text, at, to) => takes(subordinate, text, at, to),
    afterOpeners(text, at, to) {
      let k = at;
      // Bounded, so that a text of openers alone is not read to its end from each of them.
      const last = Math.min(to, at + OPENERS);
      while (k < last) {
        const size = takes(lead, text, k, to);
        if (size === 0) break;
        k += size;
      }
      return k < to ? k : at;
    },
  };
}
