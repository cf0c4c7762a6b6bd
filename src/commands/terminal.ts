import { fstatSync } from 'node:fs';

/** Whether standard output (1) or error (2) is a terminal; node's module for that, slow to load, is asked only where it may be. */
export async function isTerminal(descriptor: 1 | 2): Promise<boolean> {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  const { isatty } = await import('node:tty');
  return isatty(descriptor);
}
