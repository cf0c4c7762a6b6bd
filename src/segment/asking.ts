import type { Openers } from '../lexicon/types.ts';
import { type RuntimeSet, takes, type Vocabulary } from '../lexicon/vocabulary.ts';

/** Where questions, sentences and their lead-ins begin in a stretch of terms. All answers count terms; 0 is no. */
export interface Asking {
  /** A question that may begin anywhere: an inversion, an interrogative before one, a directive. */
  readonly anywhere: (ids: Int32Array, at: number, to: number) => number;
  /** One that begins so at the head of a sentence only. */
  readonly atHead: (ids: Int32Array, at: number, to: number) => number;
  /** A question tag that closes the stretch or stands before a break: `isn't it`, `do you`. */
  readonly tag: (ids: Int32Array, at: number, to: number) => number;
  /** A new sentence where marks are missing; `okay` after `sound` is none. */
  readonly breaks: (ids: Int32Array, at: number, to: number) => number;
  readonly resumes: (ids: Int32Array, at: number, to: number) => number;
  readonly subordinate: (ids: Int32Array, at: number, to: number) => number;
  /** First term after openers; `at` itself where nothing else follows. */
  readonly afterOpeners: (ids: Int32Array, at: number, to: number) => number;
  /** Whether a term ties what follows to itself, so that nothing begins after it. */
  readonly ties: (id: number) => boolean;
}

/** An interrogative reaches so many terms forward to its verb: `how many glasses of wine would you`. */
const REACH = 6;

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
  const bound = set('bound').has;
  const fragments = set('fragments');
  const takers = set('takers').has;
  const tied = set('tied').has;
  const tags = set('tags');
  const breaks = set('breaks');
  const resumes = set('resumes');
  const subordinate = set('subordinate');

  // What a pattern's `is` also reads: `'s it` begins nothing.
  const contracted = new Set(["'s", "'re", "'ve", "'d", "'m", "'ll"].map((w) => vocabulary.ids.get(w)));

  // `how many glasses of wine would you`: an interrogative, no subject yet, then the verb before its subject.
  const interrogative = (ids: Int32Array, at: number, to: number): number => {
    if (asking[ids[at]] !== 1) return 0;
    const last = Math.min(at + REACH, to - 1);
    for (let k = at + 1; k <= last; k += 1) {
      const size = takes(inversions, ids, k, to);
      if (size > 0) return k + size - at;
      if (subjects[ids[k]] === 1) return 0;
    }
    return 0;
  };
  const anywhere = (ids: Int32Array, at: number, to: number): number => {
    const id = ids[at];
    if (id === 0) return 0;
    if (contracted.has(id)) return 0;
    const size = takes(inversions, ids, at, to) || interrogative(ids, at, to) || takes(questions, ids, at, to);
    return size || (at > 0 && takers[ids[at - 1]] === 1 ? 0 : takes(fragments, ids, at, to));
  };
  return {
    anywhere,
    atHead(ids, at, to) {
      const size = anywhere(ids, at, to) || takes(fragments, ids, at, to);
      return size || (takes(never, ids, at, to) > 0 ? 0 : takes(heads, ids, at, to));
    },
    tag(ids, at, to) {
      const size = contracted.has(ids[at]) ? 0 : takes(tags, ids, at, to);
      if (size === 0) return 0;
      return at + size >= to || takes(breaks, ids, at + size, to) > 0 ? size : 0;
    },
    breaks: (ids, at, to) => (at > 0 && tied[ids[at - 1]] === 1 ? 0 : takes(breaks, ids, at, to)),
    resumes: (ids, at, to) => takes(resumes, ids, at, to),
    subordinate: (ids, at, to) => takes(subordinate, ids, at, to),
    afterOpeners(ids, at, to) {
      let k = at;
      while (k < to) {
        const size = takes(lead, ids, k, to);
        if (size === 0) break;
        k += size;
      }
      return k < to ? k : at;
    },
    ties: (id) => bound[id] === 1,
  };
}
