import type { Lexicon } from '../lexicon/types.ts';
import type { Walked } from '../pipeline.ts';
import type { PrivacyOptions } from './options.ts';
import type { View } from './views/view.ts';

/** The view as the options allow it to show a visit: without what was said, or with identifiers masked. Scores stay the same. */
export async function privately(view: View, { quotes = true, redact = false }: PrivacyOptions): Promise<View> {
  if (quotes && !redact) return view;
  const { hideTexts, redactVisit, requote } = await import('../write/redact/visit.ts');
  const cover = (walked: Walked, { speakers }: Lexicon): Walked => {
    const visit = (quotes ? redactVisit : hideTexts)(walked.visit, speakers);
    return { ...walked, visit, moments: requote(walked.moments, visit) };
  };
  const { object } = view;
  return {
    ...view,
    rows: (walked, lexicon) => {
      const rows = view.rows(cover(walked, lexicon), lexicon);
      if (quotes) return rows;
      return rows.map((row) => row.map((cell, at) => (view.columns[at]?.quotes ? null : cell)));
    },
    object: object && ((walked, lexicon) => object(cover(walked, lexicon), lexicon)),
  };
}
