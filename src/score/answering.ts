import type { Lexicon } from '../lexicon/types.ts';
import type { Segmented, Sentence } from '../segment/types.ts';
import type { Moment, Visit } from '../visit.ts';
import { contentOf, isBackChannel, pointsBack } from './content.ts';
import { addForAll, addForStems, type Firsts, noFirsts } from './firsts.ts';
import { firstWhere } from './halving.ts';

/** A sentence of a turn; undefined where the turn has none. */
export interface Told {
  readonly position: number;
  readonly sentence: Sentence | undefined;
}

/**
 * The floors in which an answer to a cue is looked for, read once however many cues they follow: a floor may be a whole book, and
 * so may the cues before it.
 */
export interface Answering {
  readonly floors: readonly (() => MomentsIn)[];
  readonly statements: () => Statements;
  /** The first that is more than a back-channel. */
  readonly opening: () => Told;
}

interface MomentsIn {
  readonly acknowledges: Firsts<Moment>;
  readonly explores: Firsts<Moment>;
}

/** For a cue that was said unasked, and for one that was asked for. */
interface Statements {
  readonly unasked: Firsts<Told>;
  readonly asked: Firsts<Told>;
}

/** What answering needs of a visit. */
export interface Ground {
  /** What is quoted. */
  readonly visit: Visit;
  /** In the order of the turns. */
  readonly moments: readonly Moment[];
  readonly lexicon: Lexicon;
  readonly segmented: readonly Segmented[];
}

/** Fewer words than this tell nothing. */
const TELLING = 4;

/** Reads the turns of the floors after a cue, the nearest first; each only when it is asked for, and once. */
export function answeringOf(floors: readonly (readonly number[])[], ground: Ground): Answering {
  return {
    floors: floors.map((turns, nearness) => once(() => momentsIn(turns, nearness === 0, ground))),
    statements: once(() => {
      const unasked = noFirsts<Told>();
      const asked = noFirsts<Told>();
      addStatements(floors, ground, unasked, asked);
      // What shares a stem with a cue answers it either way.
      asked.byStem = unasked.byStem;
      return { unasked, asked };
    }),
    opening: once(() => openingOf(floors[0], ground)),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function momentsIn(turns: readonly number[], isNearest: boolean, ground: Ground): MomentsIn {
  const acknowledges = noFirsts<Moment>();
  const explores = noFirsts<Moment>();
  let order = 0;
  for (const position of turns) {
    const { moments } = ground;
    for (let k = firstMoment(position, ground); k < moments.length && moments[k].position === position; k += 1) {
      const moment = moments[k];
      order += 1;
      const { code } = moment;
      if (code === 'empathy.explore') addForAll(explores, order, moment);
      else if (code.startsWith('empathy.')) addForAll(acknowledges, order, moment);
      else if (isReflection(code)) addForStems(acknowledges, order, moment, sentenceContent(moment, ground));
      else if (code.startsWith('question.')) {
        const { lexicon, segmented } = ground;
        if (isNearest && pointsBack(segmented[position], sentenceOf(moment, segmented), lexicon))
          addForAll(explores, order, moment);
        else addForStems(explores, order, moment, sentenceContent(moment, ground));
      }
    }
  }
  return { acknowledges, explores };
}

/** Index of the first moment of a turn, or of those after it. */
export function firstMoment(position: number, { moments }: Ground): number {
  return firstWhere(moments.length, (k) => moments[k].position >= position);
}

/** In the nearest floor a statement that points back counts whatever it shares, and any where the cue was asked for. */
function addStatements(
  floors: readonly (readonly number[])[],
  { lexicon, segmented }: Ground,
  unasked: Firsts<Told>,
  asked: Firsts<Told>,
): void {
  let order = 0;
  for (const [nearness, turns] of floors.entries()) {
    for (const position of turns) {
      const text = segmented[position];
      for (const sentence of text.sentences) {
        order += 1;
        if (sentence.question !== 'no' || sentence.to - sentence.from < TELLING) continue;
        const told = { position, sentence };
        if (nearness === 0) addForAll(asked, order, told);
        if (nearness === 0 && pointsBack(text, sentence, lexicon)) addForAll(unasked, order, told);
        addForStems(unasked, order, told, contentOf(text, sentence.from, sentence.to, lexicon));
      }
    }
  }
}

function openingOf(turns: readonly number[], { lexicon, segmented }: Ground): Told {
  const position = turns.find((turn) => !isBackChannel(segmented[turn], lexicon)) ?? turns[0];
  const text = segmented[position];
  const sentence = text.sentences.find((one) => !isBackChannel(text, lexicon, one)) ?? text.sentences[0];
  return { position, sentence };
}

function isReflection(code: string): boolean {
  return code === 'listening.reflection' || code.startsWith('listening.reflection.');
}

/** The sentence that a moment begins in. */
export function sentenceOf({ position, offset }: Moment, segmented: readonly Segmented[]): Sentence | undefined {
  const { sentences } = segmented[position];
  return sentences[firstWhere(sentences.length, (k) => offset < sentences[k].end)] ?? sentences[sentences.length - 1];
}

/** The content words of the sentence that a moment begins in. */
export function sentenceContent(moment: Moment, { lexicon, segmented }: Ground): readonly number[] {
  const sentence = sentenceOf(moment, segmented);
  return sentence ? contentOf(segmented[moment.position], sentence.from, sentence.to, lexicon) : [];
}
