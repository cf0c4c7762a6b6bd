import { setFlagsFromString } from 'node:v8';

/** A file of so many bytes that is read as one fills more memory with what is let go of than with what is kept. */
const LARGE = 1 << 24;

let isMinded = false;

/**
 * Has garbage collected once 8 % has been added to what was left after the time before, where something so large is read that
 * V8's own measure would let several hundred megabytes pile up; it costs next to no time. V8 looks at this flag each time anew, so
 * that it may be set while the program runs; it holds for all threads.
 */
export function mindHeap(bytes: number): void {
  if (isMinded || bytes < LARGE) return;
  isMinded = true;
  setFlagsFromString('--heap-growing-percent=8');
}
