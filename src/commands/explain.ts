import type { Lexicon } from '../lexicon/types.ts';
import type { Trace } from '../tag/explain.ts';

const HEADINGS: Readonly<Record<string, string>> = {
  tagged: 'tagged',
  yields: 'matched, but the words are taken by another rule',
  refused: 'matched, but refused',
  near: 'nearly matched',
};

type Who = 'clinician' | 'patient' | 'note';

/** As said by the clinician unless a role is given; where that earns nothing, also what it would earn said by the patient, or in a note. */
export async function explainLine(line: string, role: Who | undefined, lexicon: Lexicon): Promise<string[]> {
  const lines = await explained(line, role ?? 'clinician', lexicon);
  if (role !== undefined || lines[0].startsWith(HEADINGS.tagged)) return lines;
  for (const other of ['patient', 'note'] as const) {
    const codes = new Set((await momentsOf(line, other, lexicon)).moments.map(({ code }) => code));
    const who = other === 'note' ? 'in a note' : 'said by a patient';
    if (codes.size > 0) lines.push(`${who} it is tagged ${[...codes].join(', ')}: add --role ${other}`);
  }
  return lines;
}

/** The moments of the last turn of a line. */
async function momentsOf(line: string, role: Who, lexicon: Lexicon) {
  const { exampleVisit } = await import('../tag/example-visit.ts');
  const { segmentVisit } = await import('../segment/segment.ts');
  const { tagVisit } = await import('../tag/tag.ts');
  const speaker = role === 'patient' ? 'patient' : 'clinician';
  const { visit } = exampleVisit(line, speaker, role === 'note' ? 'note' : 'transcript');
  const segmented = segmentVisit(visit, lexicon);
  const last = visit.turns.length - 1;
  const moments = tagVisit(visit, lexicon, segmented).filter(({ position }) => position === last);
  return { visit, segmented, last, moments };
}

/** Lays out, for a terminal, what every rule makes of the last turn of a line. */
async function explained(line: string, role: Who, lexicon: Lexicon): Promise<string[]> {
  const { traceTurn } = await import('../tag/explain.ts');
  const { visit, segmented, last, moments } = await momentsOf(line, role, lexicon);
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
