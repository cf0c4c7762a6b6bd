import type { Lexicon } from '../lexicon/types.ts';
import type { Trace } from '../tag/explain.ts';

const HEADINGS: Readonly<Record<string, string>> = {
  tagged: 'tagged',
  yields: 'matched, but the words are taken by another rule',
  refused: 'matched, but refused',
  near: 'nearly matched',
};

/** Lays out, for a terminal, what every rule makes of the last turn of a line. */
export async function explainLine(
  line: string,
  role: 'clinician' | 'patient' | 'note',
  lexicon: Lexicon,
): Promise<string[]> {
  const { exampleVisit } = await import('../tag/example-visit.ts');
  const { segmentVisit } = await import('../segment/segment.ts');
  const { tagVisit } = await import('../tag/tag.ts');
  const { traceTurn } = await import('../tag/explain.ts');
  const speaker = role === 'patient' ? 'patient' : 'clinician';
  const { visit } = exampleVisit(line, speaker, role === 'note' ? 'note' : 'transcript');
  const segmented = segmentVisit(visit, lexicon);
  const last = visit.turns.length - 1;
  const moments = tagVisit(visit, lexicon, segmented).filter(({ position }) => position === last);
  const kept = new Set(moments.map(({ rule }) => rule));
  const groups = new Map<string, string[]>();
  const add = (heading: string, text: string) => groups.set(heading, [...(groups.get(heading) ?? []), text]);
  for (const { rule, code, quote } of moments) add('tagged', `${code}  "${quote}"  by ${rule}`);
  for (const trace of traceTurn(visit, segmented, last, lexicon)) {
    const heading = headingOf(trace, kept);
    if (heading)
      add(
        heading,
        [trace.rule, trace.quote && `"${trace.quote}"`, trace.pattern, trace.why].filter(Boolean).join('  '),
      );
  }
  if (groups.size === 0) return ['nothing matches, not even nearly'];
  return Object.entries(HEADINGS).flatMap(([heading, title]) => {
    const texts = groups.get(heading) ?? [];
    return texts.length > 0 ? [`${title}:`, ...texts.map((text) => `  ${text}`)] : [];
  });
}

/** Which list a trace belongs in; none where its rule gave a moment, which is listed already. */
function headingOf({ verdict, rule }: Trace, kept: ReadonlySet<string>): string | undefined {
  if (verdict === 'near') return 'near';
  if (verdict !== 'tagged') return 'refused';
  return kept.has(rule) ? undefined : 'yields';
}
