import type { Turn } from '../visit.ts';
import type { Segmented, Sentence, Terms } from './types.ts';

/** A block ends with the turn that makes it so long, in characters. */
const LONG = 1 << 12;
/** So many blocks of a visit are held at once. */
const HELD = 4;
/** Numbers that are kept of each turn of a block. */
const FACTS = { words: 0, from: 1, to: 2, size: 3 } as const;

/** Cuts turns that follow each other. */
type Cut = (turns: readonly Turn[]) => readonly Segmented[];

/** Turns [from, to) of a very long visit, which are cut together. */
interface Block {
  readonly visit: Cutting;
  readonly from: number;
  readonly to: number;
  /** What `FACTS` says of each turn, once they have been cut. */
  facts: Int32Array | undefined;
  /** Let go of when too many other blocks have been asked for since. */
  made: readonly Segmented[] | undefined;
}

/** A visit's turns, the blocks of it that are held, in a ring, and the place of the next. */
interface Cutting {
  readonly turns: readonly Turn[];
  readonly cut: Cut;
  readonly held: (Block | undefined)[];
  next: number;
}

/** A turn that is cut when it is asked for, and again when it was let go of meanwhile. There are many: it holds next to nothing. */
class AskedTurn implements Segmented {
  readonly #block: Block;
  readonly #position: number;

  constructor(block: Block, position: number) {
    this.#block = block;
    this.#position = position;
  }

  get turn(): Turn {
    return this.#block.visit.turns[this.#position];
  }

  get words(): number {
    return factOf(this.#block, this.#position, FACTS.words);
  }

  get from(): number {
    return factOf(this.#block, this.#position, FACTS.from);
  }

  get to(): number {
    return factOf(this.#block, this.#position, FACTS.to);
  }

  get terms(): Terms {
    return madeOf(this.#block, this.#position).terms;
  }

  get sentences(): readonly Sentence[] {
    return madeOf(this.#block, this.#position).sentences;
  }
}

/**
 * The turns of a very long visit, cut in blocks of which a few are held at a time: all of them take many times the memory of
 * the text. How a turn is cut must depend on nothing but itself, so that it is cut alike whenever that is.
 */
export function inBlocks(turns: readonly Turn[], cut: Cut): Segmented[] {
  const visit: Cutting = { turns, cut, held: new Array(HELD), next: 0 };
  const out: Segmented[] = [];
  for (let from = 0; from < turns.length; ) {
    let to = from;
    for (let length = 0; to < turns.length && length < LONG; to += 1) length += turns[to].text.length;
    const block: Block = { visit, from, to, facts: undefined, made: undefined };
    for (let position = from; position < to; position += 1) out.push(new AskedTurn(block, position));
    from = to;
  }
  return out;
}

function factOf(block: Block, position: number, fact: number): number {
  if (!block.facts) make(block);
  return (block.facts as Int32Array)[(position - block.from) * FACTS.size + fact];
}

function madeOf(block: Block, position: number): Segmented {
  return (block.made ?? make(block))[position - block.from];
}

function make(block: Block): readonly Segmented[] {
  const { visit, from, to } = block;
  const made = visit.cut(visit.turns.slice(from, to));
  const oldest = visit.held[visit.next];
  if (oldest) oldest.made = undefined;
  visit.held[visit.next] = block;
  visit.next = (visit.next + 1) % HELD;
  block.made = made;
  block.facts ??= Int32Array.from(made.flatMap((turn) => [turn.words, turn.from, turn.to]));
  return made;
}
