import type { Forms } from '../lexicon/forms.ts';
import type { Symbols } from '../lexicon/vocabulary.ts';
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

/** The terms of a visit, of a very long one those of some turns: parallel arrays, an entry a term; between two turns stands an empty one. */
export interface Terms extends Symbols {
  ids: Int32Array;
  phrasesAt: Int32Array;
  phrases: Int32Array;
  sizes: Uint8Array;
  /** The written word of each term, as `words` numbers them. */
  forms: Int32Array;
  words: Forms;
  /** Offsets into the turn's text, UTF-16. */
  starts: Int32Array;
  ends: Int32Array;
  /** Punctuation before the term: 0 none, 1 comma or dash, 2 end of a sentence. */
  gaps: Uint8Array;
  /** The end mark before the term, as its character code; 0 where none. The empty term behind a turn has the turn's last. */
  marks: Uint8Array;
}

/** A turn cut into the terms that the scan reads. Fillers and cut-off words are left out. */
export interface Segmented {
  readonly turn: Turn;
  /** Counted words: tokens with a letter or digit, fillers and cut-offs too, contractions as one. */
  readonly words: number;
  readonly terms: Terms;
  /** The turn's first term, and the one after its last. */
  readonly from: number;
  readonly to: number;
  readonly sentences: readonly Sentence[];
}
