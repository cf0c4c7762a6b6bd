import { closeSync, openSync, readSync } from 'node:fs';

const HEAD = 8192;
const bytes = Buffer.alloc(HEAD);

/** The beginning of a file as text, enough to tell a table by its header; '' where it cannot be read, its reader will say so. */
export function headOf(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, HEAD, 0)).replace(/^\uFEFF/, '');
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
