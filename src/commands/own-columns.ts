import type { OwnColumn } from '../score/own-codes.ts';

/** The columns of the codes that --lexicon brings in; none, and nothing is loaded, where it is not given. */
export async function ownColumnsOf({
  lexicon: dirs = [],
  scoring,
}: {
  readonly lexicon?: readonly string[];
  readonly scoring?: string;
}): Promise<readonly OwnColumn[]> {
  if (dirs.length === 0) return [];
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { ownColumns } = await import('../score/own-codes.ts');
  return ownColumns(await loadLexicon({ dirs, scoring }), await loadLexicon());
}
