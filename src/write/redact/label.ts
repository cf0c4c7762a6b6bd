import type { Speakers } from '../../lexicon/types.ts';
import { bare, speakerNumber } from '../../segment/labels.ts';
import type { Visit } from '../../visit.ts';

/**
 * The labels of a visit's turns without names: what says a role (`Doctor`, `Patient 2`) or a number (`Speaker 1`) stays, any other
 * label may be a name and gives way to its role, with a number where there are several of a role.
 */
export function namelessLabels({ turns }: Visit, speakers: Speakers): string[] {
  const shown = new Map<string, string>();
  const counts = new Map<string, number>();
  return turns.map(({ speaker, role }) => {
    if (isNameless(speaker, speakers)) return speaker;
    const key = `${role} ${bare(speaker)}`;
    let label = shown.get(key);
    if (label === undefined) {
      const count = (counts.get(role) ?? 0) + 1;
      counts.set(role, count);
      label = count === 1 ? role : `${role} ${count}`;
      shown.set(key, label);
    }
    return label;
  });
}

/** Whether a label says a role or a number and nothing else. */
export function isNameless(label: string, speakers: Speakers): boolean {
  const plain = bare(label)
    .replaceAll('’', "'")
    .replace(/[^\p{L}']+/gu, ' ')
    .trim();
  if (plain === '' || speakerNumber(label) !== undefined) return true;
  const { clinician, patient, family, other, letters } = speakers;
  return [clinician, patient, family, other, letters.clinician, letters.patient].some((list) => list.includes(plain));
}
