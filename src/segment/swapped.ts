import type { Lexicon } from '../lexicon/types.ts';
import { CLINICIAN, longestAt, OPENING, SIDE, SIZE_AT, type Telling, tellingOf } from './telling.ts';
import type { Segmented } from './types.ts';

/** Judged every so many phrases, so that a plain case is not read to its end. */
const STEP = 60;
/** Support of the labels beyond which no more is read. */
const PLAIN = 0.5;

/**
 * Whether the roles of a visit contradict what is said: the side called patient asks and prescribes, the side called
 * clinician reports what it has been through. The measure is the support of the roles, (for - against) / all telling phrases
 * of both sides, from -1 to 1; `roles-swapped?` in scoring.yaml has the bound and how many phrases it takes. A note has no such roles.
 */
export function labelsContradicted(segmented: readonly Segmented[], lexicon: Lexicon): boolean {
  const bound = lexicon.scoring.flags['roles-swapped?'];
  if (!bound) return false;
  let next = STEP;
  let count = 0;
  let support = 0;
  /** Telling phrases by who says them, and of these those that tell of the other side. */
  let clinician = 0;
  let patient = 0;
  let against = 0;
  let telling: Telling | undefined;
  for (const { turn, terms, from, to } of segmented) {
    const { role } = turn;
    if ((role !== 'clinician' && role !== 'patient') || from === to) continue;
    if (telling?.words !== terms.words) telling = tellingOf(lexicon.speakers, terms.words);
    const { firsts, leads } = telling;
    const { forms } = terms;
    const known = leads.length;
    let ofClinician = 0;
    let ofPatient = 0;
    let found = longestAt(telling, OPENING, terms, from, to, 0);
    for (let at = from; at < to; ) {
      const form = forms[at];
      if (form < known && ((leads[form] >>> (forms[at + 1] & 31)) & 1) === 1) {
        const anywhere = longestAt(telling, firsts[form], terms, at + 1, to, 1);
        if (anywhere >> SIZE_AT >= found >> SIZE_AT) found = anywhere;
      }
      if (found === 0) {
        at += 1;
        continue;
      }
      if ((found & SIDE) === CLINICIAN) ofClinician += 1;
      else ofPatient += 1;
      at += found >> SIZE_AT;
      found = 0;
    }
    if (role === 'clinician') {
      clinician += ofClinician + ofPatient;
      against += ofPatient;
    } else {
      patient += ofClinician + ofPatient;
      against += ofClinician;
    }
    count = clinician + patient;
    support = count ? (count - 2 * against) / count : 0;
    if (count < next) continue;
    if (support >= PLAIN) return false;
    next = count + STEP;
  }
  return clinician > 0 && patient > 0 && count >= (bound.least ?? 0) && support <= bound.value;
}
