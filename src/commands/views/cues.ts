import type { Lexicon } from '../../lexicon/types.ts';
import type { Walked } from '../../pipeline.ts';
import type { View } from './view.ts';

/** A row a cue; as an object a visit with its cues. */
export async function cuesView(): Promise<View> {
  const { cueColumns, cueRow } = await import('../../score/cues.ts');
  const { answersToCues } = await import('../../score/responses.ts');
  const { cellsOf } = await import('../../score/rows.ts');
  const { version } = await import('../../version.ts');
  const found = ({ visit, moments, segmented }: Walked, lexicon: Lexicon) =>
    answersToCues(visit, moments, lexicon, segmented).map((answer) => cueRow(visit, answer, lexicon.hash));
  return {
    columns: cueColumns,
    rows: (walked, lexicon) => found(walked, lexicon).map((row) => cellsOf(cueColumns, row)),
    object: (walked, lexicon) => {
      const cues = found(walked, lexicon).map(({ visit_id, lexicon, version, ...cue }) => cue);
      const { id, source, kind } = walked.visit;
      const value = { visit_id: id, source, kind, lexicon: lexicon.hash, version, cues };
      return { value, shown: cues.length };
    },
  };
}
