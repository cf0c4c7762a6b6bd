import type { CodeTrust, MeasureTrust } from '../../../lexicon/agreement.ts';
import { type Html, html } from '../html.ts';
import type { Shared } from '../shared.ts';

/** A ratio of agreement as it is printed: two decimals, no zero before the point. */
function printed(value: number): string {
  return value.toFixed(2).replace(/^(-?)0\./, '$1.');
}

function gradeOf({ texts }: Shared, low: number): string {
  return texts.trust.grades.find(({ from }) => low >= from)?.word ?? '';
}

/** Agreement on a code, or on the one above it where the labels have none finer: of readers and of experts, each by itself. */
export function codeTrust(shared: Shared, code: string, kind: string): Html {
  const found = (['readers', 'experts'] as const).flatMap((by) => {
    for (let name = code; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
      const figures = shared.trust.codes.find((t) => t.code === name && t.kind === kind && t.by === by);
      if (figures) return [figures];
    }
    return [];
  });
  if (found.length === 0) return html`<span class="trust">not measured</span>`;
  return html`${found.map((figures) => codeLine(shared, figures, figures.code === code ? '' : `for ${figures.code} as a whole, `))}`;
}

function codeLine(shared: Shared, { by, f1, low, high, gold, turns, visits }: CodeTrust, name: string): Html {
  return html`<span class="trust"><b>${gradeOf(shared, low)}</b> agreement with ${whom(by)}: ${name}F1 ${printed(f1)} [${printed(low)}, ${printed(high)}], in ${gold} of ${turns} turns, ${visits} ${by === 'experts' ? 'sessions' : 'visits'}</span>`;
}

/** Columns that are counted from words and labels alone: no rule has judged anything. */
const COUNTED: readonly string[] = ['clinician_talk_share'];

/** Agreement on a column, visit by visit. */
export function measureTrust(shared: Shared, measure: string, kind: string): Html {
  if (COUNTED.includes(measure))
    return html`<span class="trust">counted, not judged; as right as the labels of the speakers</span>`;
  const figures = shared.trust.measures.find((t) => t.measure === measure && t.kind === kind);
  if (!figures) return html`<span class="trust">not compared with labels</span>`;
  return measureLine(shared, figures);
}

function measureLine(shared: Shared, { by, icc, low, high, visits, kind }: MeasureTrust): Html {
  const what = kind === 'note' ? 'notes' : 'visits';
  return html`<span class="trust"><b>${gradeOf(shared, low)}</b> agreement with ${whom(by)}: ICC ${printed(icc)} [${printed(low)}, ${printed(high)}], ${visits} ${what}</span>`;
}

function whom(by: CodeTrust['by']): string {
  return by === 'experts' ? 'human experts' : 'codebook readers';
}

/** How often a rule's tags were right on coded visits. */
export function ruleTrust({ right, tagged }: { readonly right?: number; readonly tagged?: number }): string {
  return tagged === undefined ? 'not measured' : `${right} of ${tagged} tags right on coded visits`;
}

/** What the figures beside codes and measures are, and what they are not. */
export function trustNotes(shared: Shared): Html {
  const { trust, texts } = shared;
  const [best, middle] = texts.trust.grades;
  return html`<ul class="small">
<li><b>Human experts</b> are AnnoMI&rsquo;s: people who labelled questions and reflections in motivational interviewing. Only these two were ever compared with human experts, and only there.</li>
<li><b>Codebook readers</b> are automated readers of this project&rsquo;s codebook, no clinician or certified coder among them. They show how steadily the codebook is followed, not whether people would agree.</li>
<li>The visits measured are those that the rules were written with. Expect somewhat less on yours. In square brackets stand 95 % intervals; take a figure at its lower end.</li>
<li>The words are ours: ${best?.word} where the interval begins at ${best?.from} or above, ${middle?.word} from ${middle?.from}, uncertain below.</li>
${trust.ownRules && html`<li><b>Rules of your own are in use.</b> The figures here are those of the built-in rules.</li>`}
${!trust.ownRules && trust.lexicon !== shared.lexicon && html`<li>The figures were measured with lexicon ${trust.lexicon}; this report was made with lexicon ${shared.lexicon}.</li>`}
</ul>`;
}
