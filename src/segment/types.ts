import type { Turn } from '../visit.ts';

/** A stretch of a turn that is read as one: from one end mark to the next, or where speech without marks begins anew. */
export interface Sentence {
  /** First term, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** First term after openers such as `okay so`. */
  readonly head: number;
  /** Offsets into the turn's text, UTF-16, without outer punctuation. */
  readonly start: number;
  readonly end: number;
  /** The mark that ends it: `?`, `.`, `!`; '' where it was cut without one. */
  readonly mark: string;
  /** `asked`: it holds the form of a question (an inversion, an interrogative); `tag`: a statement with a tag (`isn't it`). */
  readonly form: 'asked' | 'tag' | 'none';
  /** `marked` by a question mark, or a question by its `form` alone. */
  readonly question: 'marked' | 'form' | 'no';
}

/** A turn cut into the terms that the scan reads: parallel arrays, an entry a term. */
export interface Segmented {
  readonly turn: Turn;
  /** Counted words: tokens with a letter or digit, fillers and cut-offs too, contractions as one. */
  readonly words: number;
  /** Word ids of the lexicon; 0 for words it does not know. Fillers and cut-off words are left out. */
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Punctuation before the term: 0 none, 1 comma or dash, 2 end of a sentence. */
  readonly gaps: Uint8Array;
  /** Index of the term's sentence. */
  readonly sentenceOf: Int32Array;
  readonly sentences: readonly Sentence[];
}
