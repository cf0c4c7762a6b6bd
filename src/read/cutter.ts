import { decodeAs, type Encoding } from './encoding.ts';
import type { Before, CutPlan } from './reader.ts';
import { type RecordEnd, recordScanner } from './records.ts';

/** A piece of a file that can be read by itself. */
export interface Piece {
  /** Offsets in bytes. */
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
  readonly before: Before;
}

/** Cuts a file that is given block by block. */
export interface Cutter {
  /** The pieces that are whole by now. */
  readonly push: (block: Uint8Array) => Piece[];
  /** What is left. */
  readonly end: () => Piece | undefined;
  /** True where the file breaks the rules by which it is cut: no piece of it can be trusted. */
  readonly isBroken: () => boolean;
  /** Control characters until now. */
  readonly controls: () => number;
  /** Whether the file ends inside a quote. */
  readonly isOpen: () => boolean;
  /** Bytes that wait for a place to cut. */
  readonly waiting: () => number;
  /** Records with something in them, until now. */
  readonly items: () => number;
}

/** Cuts at places that the plan allows, into pieces of at least `size` bytes; the blocks begin after a byte order mark. */
export function cutter(plan: CutPlan, encoding: Encoding, mark: number, size: number): Cutter {
  const width = encoding.startsWith('utf-16') ? 2 : 1;
  const scan = recordScanner(plan.delimiter);
  let bytes: Uint8Array = new Uint8Array();
  /** Offset of `bytes` behind the mark, and what stands before them. */
  let from = 0;
  let records = 0;
  let items = 0;
  let ends: RecordEnd[] = [];
  /** Ends up to here have been tried. */
  let tried = 0;
  const text = (k: number): string => {
    const begin = (k === 0 ? from : ends[k - 1].next * width) - from;
    return decodeAs(bytes.subarray(begin, ends[k].to * width - from), encoding);
  };
  /** Hands out the first `count` of the records at hand. */
  const take = (count: number, to: number): Piece => {
    const piece = {
      from: mark + from,
      to: mark + to,
      bytes: bytes.subarray(0, to - from),
      before: { format: plan.format, encoding, records, items, ...(plan.sheet && { sheet: plan.sheet }) },
    };
    pass(count);
    bytes = bytes.slice(to - from);
    from = to;
    return piece;
  };
  const pass = (count: number): void => {
    for (let k = 0; k < count; k += 1) if (ends[k].filled ?? plan.isFilled(text(k))) items += 1;
    records += count;
    ends = ends.slice(count);
    tried = 0;
  };
  /** What stands above the first record, a header, belongs to no piece. */
  const dropTop = (): void => {
    const top = plan.top - records;
    if (top <= 0 || ends.length === 0) return;
    const count = Math.min(top, ends.length);
    const to = ends[count - 1].next * width;
    pass(count);
    items = 0;
    bytes = bytes.slice(to - from);
    from = to;
  };
  return {
    push(block) {
      bytes = bytes.length === 0 ? block : Buffer.concat([bytes, block]);
      for (const end of scan.push(width === 2 ? narrow(block, encoding) : block)) ends.push(end);
      dropTop();
      if (records < plan.top || bytes.length < size) return [];
      const at = plan.seek(ends.length, tried, text);
      tried = ends.length;
      if (at === undefined || at === 0) return [];
      return [take(at, ends[at - 1].next * width)];
    },
    end() {
      const last = scan.end();
      if (last) ends.push(last);
      dropTop();
      return bytes.length > 0 && records >= plan.top ? take(ends.length, from + bytes.length) : undefined;
    },
    controls: scan.controls,
    isBroken: scan.isBroken,
    isOpen: scan.isOpen,
    waiting: () => bytes.length,
    items: () => items,
  };
}

/** UTF-16 as one byte a unit, the same up to 127. */
function narrow(block: Uint8Array, encoding: Encoding): Uint8Array {
  const units = new Uint8Array(block.length >> 1);
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let i = 0; i < units.length; i += 1) {
    const high = block[2 * i + 1 - low];
    const unit = block[2 * i + low];
    units[i] = high > 0 || unit > 127 ? 255 : unit;
  }
  return units;
}
