import type { Kind } from '../visit.ts';

/** What one element of a pattern takes. */
export type ElementKind = 'set' | 'any' | 'not' | 'tag';

/** One element of a compiled pattern. */
export interface Element {
  readonly kind: ElementKind;
  /** Index into `Lexicon.sets`; -1 for `any` and `tag`. */
  readonly set: number;
  /** compromise's tag, where kind is `tag`. */
  readonly tag?: string;
  /** How often it may repeat; `?` is 0..1, `+` 1..8, `.{2,4}` 2..4. */
  readonly min: number;
  readonly max: number;
}

export interface Pattern {
  /** Index into `Lexicon.rules`. */
  readonly rule: number;
  /** The element the scan waits for, the rarest that must be there; -1 where only the sentence's head can be waited for. */
  readonly anchor: number;
  /** Terms that the elements before the anchor can take, at least and at most. */
  readonly before: readonly [number, number];
  /** As written, for `lexicon explain`. */
  readonly text: string;
  readonly elements: readonly Element[];
  /** `^`: begins the sentence (openers may stand before). */
  readonly head: boolean;
  /** `$`: ends the sentence. */
  readonly tail: boolean;
  /** Elements [from, to) of the capture `[…]`, if any. */
  readonly capture?: readonly [number, number];
  /** `except` patterns refuse a match of their rule in the same sentence. */
  readonly except: boolean;
}

/** A set of words and of entries of several words, by word ids. */
export interface WordSet {
  readonly words: readonly number[];
  /** Entries of two words and more. */
  readonly entries: readonly (readonly number[])[];
}

/**
 * Every set, flat: set i's words are words[wordsAt[i]] to words[wordsAt[i + 1]]. Its entries of several words are phrases,
 * numbered from 1; those of all sets form one trie. What a sentence may hold at a term are symbols: a word by its id, a phrase
 * by the number of words + its own. Symbol s is in the sets heldBy[heldByAt[s]] to heldBy[heldByAt[s + 1]].
 */
export interface WordSets {
  readonly words: Int32Array;
  readonly wordsAt: Int32Array;
  /** Set i's phrases begin with the words starts[startsAt[i]] to starts[startsAt[i + 1]], and end with those of `ends`. */
  readonly starts: Int32Array;
  readonly startsAt: Int32Array;
  readonly ends: Int32Array;
  readonly endsAt: Int32Array;
  /** By word id, the trie's node of phrases that begin with it; 0 where none does. */
  readonly firsts: Int32Array;
  /** The trie's edges, a hash table, and a filter before it; see lexicon/trie.ts. A phrase ends at the node of its number. */
  readonly edges: Int32Array;
  readonly filter: Int32Array;
  readonly heldBy: Int32Array;
  readonly heldByAt: Int32Array;
}

/** Every pattern, flat: see lexicon/flat.ts. */
export interface Patterns {
  readonly rows: Int32Array;
  readonly rowsAt: Int32Array;
  /** The patterns that wait for symbol s are waits[waitsAt[s]] to waits[waitsAt[s + 1]]; those that wait for none stand last. */
  readonly waits: Int32Array;
  readonly waitsAt: Int32Array;
  readonly tags: readonly string[];
  /** The patterns as written, one a line. */
  readonly texts: string;
}

export type Span = 'match' | 'clause' | 'sentence';

export interface Rule {
  /** `code/name`. */
  readonly id: string;
  readonly code: string;
  readonly note: string;
  readonly in: Kind;
  readonly when: readonly string[];
  readonly unless: readonly string[];
  readonly span: Span;
  /** The rule holds an element that only compromise's tagger can judge. */
  readonly grammar: boolean;
  /** Indices into `Lexicon.patterns`. */
  readonly patterns: readonly number[];
  readonly except: readonly number[];
}

export interface Code {
  readonly code: string;
  readonly definition: string;
  readonly source: string;
  readonly speaker: 'clinician' | 'patient';
  /** Codes that yield to this one on the same clause. */
  readonly over: readonly string[];
}

/** An example line of a rule, kept out of the compiled lexicon that scoring loads. */
export interface Examples {
  readonly rule: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Everything the later steps need to know, compiled; store.ts writes it as JSON and reads it back. */
export interface Lexicon {
  /** Hash over rules, words, scoring and speakers; in every output row. */
  readonly hash: string;
  readonly language: string;
  /** Word of id i+1; id 0 is every word that no rule knows. */
  readonly words: readonly string[];
  readonly sets: WordSets;
  readonly codes: readonly Code[];
  readonly rules: readonly Rule[];
  readonly patterns: Patterns;
  /** Index into `sets` of each list that code outside the rules uses, by name. */
  readonly lists: Readonly<Record<string, number>>;
  readonly openers: Openers;
  readonly speakers: Speakers;
  readonly marks: Marks;
  readonly scoring: Scoring;
}

/** lexicons/en/speakers.yaml. */
export interface Speakers {
  /** Labels without case and without trailing numbers or dots. */
  readonly clinician: readonly string[];
  readonly patient: readonly string[];
  /** Of role `other`, but the patient's side where one of them is alone with a clinician. */
  readonly family: readonly string[];
  readonly other: readonly string[];
  /** Labels of one letter. */
  readonly letters: { readonly clinician: readonly string[]; readonly patient: readonly string[] };
  /** First words of a clinician's name: `dr`, `nurse`. */
  readonly titles: readonly string[];
  /** Phrases that one side says much more than the other; `^` before one: it begins the turn. */
  readonly says: { readonly clinician: readonly string[]; readonly patient: readonly string[] };
}

/** lexicons/en/marks.yaml: what is written but not said, and how words are cut. */
export interface Marks {
  readonly fillers: readonly string[];
  readonly abbreviations: readonly string[];
  /** Spelled form to its terms: `gonna` to `gon na`, `dont` to `do n't`. */
  readonly split: Readonly<Record<string, string>>;
  /** A word of a pattern to the text forms it also stands for: `is` to `'s`. */
  readonly readings: Readonly<Record<string, readonly string[]>>;
}

/** lexicons/en/openers.yaml as indices into `Lexicon.sets`: how sentences begin where nothing is punctuated. */
export interface Openers {
  /** May stand before `^`: okay, so, well, and. */
  readonly openers: number;
  /** May stand after `$`: then, please, today. */
  readonly closers: number;
  /** Begin a new sentence where punctuation is missing. */
  readonly breaks: number;
  /** Words after which a break is none: `sound okay`. */
  readonly tied: number;
  /** A verb before its subject. */
  readonly inversions: number;
  /** A verb before its subject after an interrogative only: `is the`. */
  readonly late: number;
  /** An inversion that speaks to the patient: `have you`. */
  readonly addressed: number;
  /** Words after which no inversion begins. */
  readonly tight: number;
  /** Those of them after which an `addressed` one may: `about that have you`. */
  readonly open: number;
  /** Verbs that only a question puts before its subject: `do`. */
  readonly support: number;
  /** Interrogatives: a question where an inversion follows before any subject. */
  readonly asking: number;
  /** Words that end the search for it. */
  readonly subjects: number;
  /** Other beginnings of a question that stand anywhere: `tell me about`, `how about`. */
  readonly questions: number;
  /** Short questions without a verb: `any pain`. */
  readonly fragments: number;
  /** Words whose object such a fragment is: `noticed any pain`. */
  readonly takers: number;
  /** A question that begins a sentence only: `what happened`. */
  readonly heads: number;
  /** What looks like a head and is none: `what a`, `have that`. */
  readonly never: number;
  /** Heads that ask only where a mark, or no mark in the whole visit, says so: `what is happening`. */
  readonly unsure: number;
  /** Question tags: `isn't it`. */
  readonly tags: number;
  /** A statement begins so after a question where punctuation is missing. */
  readonly resumes: number;
  /** Words after which nothing else begins: if, that, whether. */
  readonly bound: number;
  /** A sentence that begins so may hold its question later: when, if, with. */
  readonly subordinate: number;
}

/** lexicons/en/scoring.yaml. */
export interface Scoring {
  readonly indices: Readonly<Record<string, readonly Weight[]>>;
  readonly flags: Readonly<Record<string, Threshold>>;
}

/** From where on a flag is raised. */
export interface Threshold {
  readonly value: number;
  /** The bound for notes, where it is another. */
  readonly notes?: number;
  /** What there must be at least for the flag to be judged, in the unit its comment names. */
  readonly least?: number;
  /** Ratios and indices that a cohort's medians leave out where the flag stands; `ratios` means all. */
  readonly doubts: readonly string[];
  readonly source: string;
}

/** A column's part in an index: 0 at `zero`, 100 at `full`, a straight line between. */
export interface Weight {
  readonly column: string;
  readonly weight: number;
  readonly zero: number;
  readonly full: number;
  readonly source: string;
}
