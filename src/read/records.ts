/** The end of a record in a text of bytes. */
export interface RecordEnd {
  /** Where its bytes end, the line's end not counted. */
  readonly to: number;
  /** Where the next record begins. */
  readonly next: number;
  /** Whether something stands in it; undefined where only its text can tell. */
  readonly filled: boolean | undefined;
}

/** Finds the ends of records, block after block. */
export interface RecordScanner {
  /** Reads on; offsets count from the beginning of all blocks. A line's end may be cut in two: it is told with the next block. */
  readonly push: (block: Uint8Array) => RecordEnd[];
  /** The record that the text ends in, if any. */
  readonly end: () => RecordEnd | undefined;
  /** Control characters until now, as `decode` counts them; infinitely many with a zero byte, which never stands in text. */
  readonly controls: () => number;
  /** True from where quotes break their rules. */
  readonly isBroken: () => boolean;
  /** Whether a quote is open. */
  readonly isOpen: () => boolean;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const BLANK = 32;
const QUOTE = 34;
const SUBSTITUTE = 26;
const ESCAPE = 27;

/** Where the reading of a record is. */
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
const CLOSED = 3;

/**
 * Scans bytes for records that end at a line feed, a return, or both. With a delimiter, after RFC 4180: a quote at the start of
 * a cell holds line ends until it closes. Bytes above 127 may be anything.
 */
export function recordScanner(delimiter?: string): RecordScanner {
  const cut = delimiter === undefined ? -1 : delimiter.charCodeAt(0);
  const isDull = new Uint8Array(256).fill(1, BLANK, 128);
  if (cut >= 0) {
    isDull[QUOTE] = 0;
    isDull[cut] = 0;
  }
  let at = 0;
  let state = START;
  let isSolid = false;
  let isDoubtful = false;
  let isBroken = false;
  let begin = 0;
  let controls = 0;
  let hasZero = false;
  /** A return that a line feed may yet follow. */
  let pending: number | undefined;
  const close = (to: number, next: number): RecordEnd => {
    const filled = isSolid ? true : isDoubtful ? undefined : false;
    state = START;
    isSolid = false;
    isDoubtful = false;
    begin = next;
    return { to, next, filled };
  };
  return {
    push(block) {
      const ends: RecordEnd[] = [];
      for (let i = 0; i < block.length; i += 1) {
        const byte = block[i];
        if (pending !== undefined) {
          const to = pending;
          pending = undefined;
          ends.push(close(to, byte === LF ? at + i + 1 : at + i));
          if (byte === LF) continue;
        }
        if (byte === LF || byte === CR) {
          if (state === QUOTED) continue;
          if (byte === LF) ends.push(close(at + i, at + i + 1));
          else pending = at + i;
          continue;
        }
        if (byte === cut) {
          if (state === QUOTED) isDoubtful = true;
          else state = START;
          continue;
        }
        if (byte === QUOTE && cut >= 0) {
          if (state === START) state = QUOTED;
          else if (state === QUOTED) state = CLOSED;
          else if (state === CLOSED) {
            state = QUOTED;
            isSolid = true;
          } else isBroken = true;
          continue;
        }
        if (state === CLOSED) isBroken = true;
        else if (state === START) state = PLAIN;
        if (isSolid && state !== CLOSED) {
          // Of what says nothing new the rest is passed over.
          while (i + 1 < block.length && isDull[block[i + 1]] === 1) i += 1;
        }
        if (byte > 127) isDoubtful = true;
        else if (byte > BLANK) isSolid = true;
        else if (byte < TAB || (byte > CR && byte < BLANK)) {
          isSolid = true;
          if (byte === 0) hasZero = true;
          else if (byte !== SUBSTITUTE && byte !== ESCAPE) controls += 1;
        }
      }
      at += block.length;
      return ends;
    },
    end() {
      if (pending !== undefined) return close(pending, at);
      return at > begin ? close(at, at) : undefined;
    },
    controls: () => (hasZero ? Number.POSITIVE_INFINITY : controls),
    isBroken: () => isBroken,
    isOpen: () => state === QUOTED,
  };
}
