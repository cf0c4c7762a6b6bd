/** Items of which the least is always at hand: a binary heap. */
export interface Queue<T> {
  /** Puts an item in. */
  readonly push: (item: T) => void;
  /** The least one; undefined where there is none. */
  readonly least: () => T | undefined;
  /** Takes the least one out. */
  readonly drop: () => void;
  /** Puts the least one, whose rank has grown, in its new place. */
  readonly sink: () => void;
}

/** Makes an empty queue; `before` tells whether an item comes before another. */
export function makeQueue<T>(before: (a: T, b: T) => boolean): Queue<T> {
  const heap: T[] = [];
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b], heap[a]];
  };
  const sink = () => {
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && before(heap[child], heap[least])) least = child;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  return {
    push(item) {
      heap.push(item);
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!before(heap[at], heap[parent])) return;
        swap(at, parent);
        at = parent;
      }
    },
    least: () => heap[0],
    drop() {
      const last = heap.pop() as T;
      if (heap.length === 0) return;
      heap[0] = last;
      sink();
    },
    sink,
  };
}
