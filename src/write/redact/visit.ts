import type { Speakers } from '../../lexicon/types.ts';
import type { Moment, Visit } from '../../visit.ts';
import { isNameless, namelessLabels } from './label.ts';
import { redactAll } from './redact.ts';

/** A visit with masked texts and without names for labels. Ids, places, times and the input's own columns stay. */
export function redactVisit(visit: Visit, speakers: Speakers): Visit {
  const names = new Set(visit.turns.map(({ speaker }) => speaker).filter((label) => !isNameless(label, speakers)));
  const texts = redactAll(
    visit.turns.map(({ text }) => text),
    [...names],
  );
  const labels = namelessLabels(visit, speakers);
  return { ...visit, turns: visit.turns.map((turn, at) => ({ ...turn, speaker: labels[at], text: texts[at] })) };
}

/** A visit without any word of its texts, and without names for labels. */
export function hideTexts(visit: Visit, speakers: Speakers): Visit {
  const labels = namelessLabels(visit, speakers);
  return { ...visit, turns: visit.turns.map((turn, at) => ({ ...turn, speaker: labels[at], text: '' })) };
}

/** The moments of a visit with their quotes as its texts now have them. */
export function requote(moments: readonly Moment[], { turns }: Visit): Moment[] {
  return moments.map((moment) => {
    const { position, offset, quote } = moment;
    return { ...moment, quote: turns[position].text.slice(offset, offset + quote.length) };
  });
}
