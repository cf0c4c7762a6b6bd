import type { View } from './view.ts';

/** A row a moment; as an object a visit with the text of each turn and its moments. */
export async function tagView(): Promise<View> {
  const { momentRow, tagColumns } = await import('../../score/moments.ts');
  const { cellsOf } = await import('../../score/rows.ts');
  const { version } = await import('../../version.ts');
  return {
    columns: tagColumns,
    rows: ({ visit, moments }, { hash }) =>
      moments.map((moment) => cellsOf(tagColumns, momentRow(visit, moment, hash))),
    object: ({ visit, moments }, { hash: lexicon }) => {
      const { id: visit_id, source, kind, roles = null } = visit;
      const turns = visit.turns.map(({ id: turn, speaker, role, text }) => ({
        turn,
        speaker,
        role,
        text,
        moments: [] as object[],
      }));
      for (const moment of moments) {
        const { code, start, end, quote, rule, place, time_s } = momentRow(visit, moment, lexicon);
        turns[moment.position].moments.push({ code, start, end, quote, rule, place, time_s });
      }
      return { value: { visit_id, source, kind, roles, lexicon, version, turns }, shown: moments.length };
    },
  };
}
