/** Slots of a table that has just been made; the number is a power of two. */
const SMALLEST = 64;
const TABLES = 64;
/** The share of slots above which a table grows. */
const FULL = 0.7;

/** Remembers texts by their 64-bit hashes, 12 to 24 bytes a text: among ten million, two of one hash come once in 300,000 runs. */
export interface Seen {
  /** Whether the text is new; from then on it is not. */
  readonly add: (text: string) => boolean;
}

interface Table {
  /** Two halves of a hash a slot; 0, 0 is an empty one. */
  slots: Uint32Array;
  count: number;
}

/** An empty memory: many small tables, so that one that grows does not double the whole. */
export function seen(): Seen {
  const tables = Array.from({ length: TABLES }, (): Table => ({ slots: new Uint32Array(2 * SMALLEST), count: 0 }));
  return {
    add(text) {
      const [high, low] = hash(text);
      const table = tables[high >>> 26];
      if (!put(table.slots, high, low)) return false;
      table.count += 1;
      if (table.count > (table.slots.length / 2) * FULL) grow(table);
      return true;
    },
  };
}

function put(slots: Uint32Array, high: number, low: number): boolean {
  const mask = slots.length / 2 - 1;
  for (let at = low & mask; ; at = (at + 1) & mask) {
    const a = slots[2 * at];
    const b = slots[2 * at + 1];
    if (a === high && b === low) return false;
    if (a !== 0 || b !== 0) continue;
    slots[2 * at] = high;
    slots[2 * at + 1] = low;
    return true;
  }
}

function grow(table: Table): void {
  const slots = new Uint32Array(2 * table.slots.length);
  for (let at = 0; at < table.slots.length; at += 2) {
    if (table.slots[at] !== 0 || table.slots[at + 1] !== 0) put(slots, table.slots[at], table.slots[at + 1]);
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
