/** Whether a path that leads nowhere may have lost bytes: Node reads names as UTF-8, and what is none becomes this character. */
export function hasLostName(path: string): boolean {
  return path.includes('\ufffd');
}

/** A file whose name is not UTF-8 cannot be opened by what Node calls it, and no output could name it either. */
export const LOST_NAME = {
  code: 'path.name',
  what: 'the name is not written in UTF-8',
  fix: 'Rename it in UTF-8 (convmv does whole folders).',
} as const;
