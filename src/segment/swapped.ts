import type { Lexicon } from '../lexicon/types.ts';
import type { Visit } from '../visit.ts';
import { listen, type Voice } from './voice.ts';

/** Judged every so many phrases, so that a plain case is not read to its end. */
const STEP = 60;
/** Support of the labels beyond which no more is read. */
const PLAIN = 0.5;

/**
 * Whether the roles of a visit contradict what is said: the side called patient asks and prescribes, the side called
 * clinician reports what it has been through. The measure is the support of the roles, (for - against) / all telling phrases
 * of both sides, from -1 to 1; `roles-swapped?` in scoring.yaml has the bound and how many phrases it takes.
 */
export function labelsContradicted(visit: Visit, lexicon: Lexicon): boolean {
  const bound = lexicon.scoring.flags['roles-swapped?'];
  if (!bound || visit.kind === 'note') return false;
  const clinician: Voice = { clinician: 0, patient: 0 };
  const patient: Voice = { clinician: 0, patient: 0 };
  let next = STEP;
  let count = 0;
  let support = 0;
  for (const turn of visit.turns) {
    if (turn.role !== 'clinician' && turn.role !== 'patient') continue;
    listen(turn, lexicon.speakers, turn.role === 'clinician' ? clinician : patient);
    const agreeing = clinician.clinician + patient.patient;
    const against = clinician.patient + patient.clinician;
    count = agreeing + against;
    support = count ? (agreeing - against) / count : 0;
    if (count < next) continue;
    if (support >= PLAIN) return false;
    next = count + STEP;
  }
  const bothSpeak = clinician.clinician + clinician.patient > 0 && patient.clinician + patient.patient > 0;
  return bothSpeak && count >= (bound.least ?? 0) && support <= bound.value;
}
