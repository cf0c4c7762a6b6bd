import type { Turn } from '../visit.ts';
import type { Segmented, Sentence, Terms } from './types.ts';

/** A block ends with the turn that makes it so long, in characters. */
const LONG = 1 << 16;
/** So many blocks of a visit are held at once. */
const HELD = 6;
/** Numbers that are kept of each turn of a block. */
const FACTS = { words: 0, from: 1, to: 2, size: 3 } as const;

/** Cuts turns that follow each other. */
type Cut = (turns: readonly Turn[]) => readonly Segmented[];

/** Turns of a very long visit that are cut together. */
interface Block {
  readonly turns: readonly Turn[];
  /** What `FACTS` says of each turn, once they have been cut. */
  facts: Int32Array | undefined;
  /** Let go of when too many other blocks have been asked for since. */
  made: readonly Segmented[] | undefined;
}

/** The blocks of one visit that are held, in a ring, and the place of the next. */
interface Ring {
  readonly cut: Cut;
  readonly held: (Block | undefined)[];
  next: number;
}

/** A turn that is cut when it is asked for, and again when it was let go of meanwhile. */
class AskedTurn implements Segmented {
  readonly turn: Turn;
  readonly #ring: Ring;
  readonly #block: Block;
  readonly #at: number;

  constructor(ring: Ring, block: Block, at: number) {
    this.turn = block.turns[at];
    this.#ring = ring;
    this.#block = block;
    this.#at = at;
  }

  get words(): number {
    return factsOf(this.#ring, this.#block)[this.#at * FACTS.size + FACTS.words];
  }

  get from(): number {
    return factsOf(this.#ring, this.#block)[this.#at * FACTS.size + FACTS.from];
  }

  get to(): number {
    return factsOf(this.#ring, this.#block)[this.#at * FACTS.size + FACTS.to];
  }

  get terms(): Terms {
    return madeOf(this.#ring, this.#block)[this.#at].terms;
  }

  get sentences(): readonly Sentence[] {
    return madeOf(this.#ring, this.#block)[this.#at].sentences;
  }
}

/**
 * The turns of a very long visit, cut in blocks of which a few are held at a time: all of them take many times the memory of
 * the text. How a turn is cut must depend on nothing but itself, so that it is cut alike whenever that is.
 */
export function inBlocks(turns: readonly Turn[], cut: Cut): Segmented[] {
  const ring: Ring = { cut, held: new Array(HELD), next: 0 };
  const out: Segmented[] = [];
  for (let from = 0; from < turns.length; ) {
    let to = from;
    for (let length = 0; to < turns.length && length < LONG; to += 1) length += turns[to].text.length;
    const block: Block = { turns: turns.slice(from, to), facts: undefined, made: undefined };
    for (let at = 0; at < block.turns.length; at += 1) out.push(new AskedTurn(ring, block, at));
    from = to;
  }
  return out;
}

function factsOf(ring: Ring, block: Block): Int32Array {
  if (!block.facts) madeOf(ring, block);
  return block.facts as Int32Array;
}

function madeOf(ring: Ring, block: Block): readonly Segmented[] {
  if (block.made) return block.made;
  const made = ring.cut(block.turns);
  const oldest = ring.held[ring.next];
  if (oldest) oldest.made = undefined;
  ring.held[ring.next] = block;
  ring.next = (ring.next + 1) % HELD;
  block.made = made;
  block.facts ??= Int32Array.from(made.flatMap(({ words, from, to }) => [words, from, to]));
  return made;
}
