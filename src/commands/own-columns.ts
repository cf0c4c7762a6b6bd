import type { OwnColumn } from '../score/own-codes.ts';

/** The columns of the codes that --lexicon brings in; none, and nothing is loaded, where it is not given. */
export async function ownColumnsOf(dirs: readonly string[] = []): Promise<readonly OwnColumn[]> {
  if (dirs.length === 0) return [];
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { readLexicon } = await import('../lexicon/source.ts');
  const { ownColumns } = await import('../score/own-codes.ts');
  // What is wrong with them is told where they are compiled.
  const files = dirs.flatMap((dir) => readLexicon(dir).source.files);
  return ownColumns(files, await loadLexicon());
}
