/** Slots of a table that has just been made; the number is a power of two. */
const SMALLEST = 64;
const TABLES = 64;
/** The share of slots above which a table grows. */
const FULL = 0.7;

/** Remembers ids by their 64-bit hashes, some 20 bytes an id: of ten million, two have the same hash once in 300,000 runs. */
export interface Seen {
  /** Remembers that an id came in a file, given by its number. Gives the file in which it came before, or undefined. */
  readonly add: (id: string, file: number) => number | undefined;
  /** What `add` has remembered since this was last asked, if it is kept: three numbers an id. */
  readonly taken: () => Uint32Array;
  /** Remembers what another memory has `taken`. */
  readonly restore: (taken: Uint32Array) => void;
}

interface Table {
  /** Three numbers a slot: two halves of a hash, and the file; a hash of 0, 0 is an empty one. */
  slots: Uint32Array;
  count: number;
}

/** An empty memory: many small tables, so that one that grows does not double the whole. With `isKept` it tells what it takes. */
export function seen(isKept = false): Seen {
  const tables = Array.from({ length: TABLES }, (): Table => ({ slots: new Uint32Array(3 * SMALLEST), count: 0 }));
  let news: number[] = [];
  const insert = (high: number, low: number, file: number): number | undefined => {
    const table = tables[high >>> 26];
    const before = put(table.slots, high, low, file);
    if (before !== undefined) return before;
    table.count += 1;
    if (table.count > (table.slots.length / 3) * FULL) grow(table);
    return undefined;
  };
  return {
    add(id, file) {
      const [high, low] = hash(id);
      const before = insert(high, low, file);
      if (isKept && before === undefined) news.push(high, low, file);
      return before;
    },
    taken() {
      const taken = Uint32Array.from(news);
      news = [];
      return taken;
    },
    restore(taken) {
      for (let at = 0; at < taken.length; at += 3) insert(taken[at], taken[at + 1], taken[at + 2]);
    },
  };
}

function put(slots: Uint32Array, high: number, low: number, file: number): number | undefined {
  const mask = slots.length / 3 - 1;
  for (let at = low & mask; ; at = (at + 1) & mask) {
    const a = slots[3 * at];
    const b = slots[3 * at + 1];
    if (a === high && b === low) return slots[3 * at + 2];
    if (a !== 0 || b !== 0) continue;
    slots[3 * at] = high;
    slots[3 * at + 1] = low;
    slots[3 * at + 2] = file;
    return undefined;
  }
}

function grow(table: Table): void {
  const slots = new Uint32Array(2 * table.slots.length);
  for (let at = 0; at < table.slots.length; at += 3) {
    const [high, low, file] = table.slots.subarray(at, at + 3);
    if (high !== 0 || low !== 0) put(slots, high, low, file);
  }
  table.slots = slots;
}

/** cyrb53's two halves, whole: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js (public domain). */
function hash(text: string): [high: number, low: number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [b >>> 0, a >>> 0 || 1];
}
