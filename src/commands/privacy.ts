import type { Lexicon } from '../lexicon/types.ts';
import type { Walked } from '../pipeline.ts';
import type { PrivacyOptions } from './options.ts';
import type { View } from './views/view.ts';

/** Shows a visit as the options allow it: without what was said, or with identifiers masked. Its scores stay the same. */
export type Cover = (walked: Walked, lexicon: Lexicon) => Walked;

/** What the options leave of a visit. */
export async function coverBy({ quotes = true, redact = false }: PrivacyOptions): Promise<Cover> {
  if (quotes && !redact) return (walked) => walked;
  const { hideTexts, redactVisit, requote } = await import('../write/redact/visit.ts');
  return (walked, { speakers }) => {
    const visit = (quotes ? redactVisit : hideTexts)(walked.visit, speakers);
    return { ...walked, visit, moments: requote(walked.moments, visit) };
  };
}

/** The view as the options allow it to show a visit: without what was said, or with identifiers masked. Scores stay the same. */
export async function privately(view: View, options: PrivacyOptions): Promise<View> {
  const { quotes = true, redact = false } = options;
  if (quotes && !redact) return view;
  const cover = await coverBy(options);
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
