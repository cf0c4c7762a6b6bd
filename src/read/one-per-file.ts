import { readers } from './index.ts';

/**
 * Whether a file, by its ending or the format the user names, is one visit called after its path. What is in it may still say
 * otherwise: a table can be called .txt.
 */
export function holdsOne(
  { ending, channels }: { readonly ending: string; readonly channels?: readonly unknown[] },
  from?: string,
): boolean {
  if (channels) return true;
  const likely = readers.filter(({ id, endings }) => (from === undefined ? endings.includes(ending) : id === from));
  return likely.length > 0 && likely.every(({ onePerFile }) => onePerFile);
}
