import type { Lexicon, Speakers } from '../lexicon/types.ts';
import type { Problem } from '../problem.ts';
import type { RoleOrigin, Turn, Visit } from '../visit.ts';
import { bare, type Party, partyOf, sameLabel, speakerNumber } from './labels.ts';
import { listen, type Voice } from './voice.ts';

/** What a user says about the speakers: whole labels, or a speaker's number. */
export interface RoleOptions {
  readonly clinician?: readonly string[];
  readonly patient?: readonly string[];
}

interface Speaker {
  readonly label: string;
  readonly turns: Turn[];
  /** How the party below is known; undefined where it is not. */
  origin?: RoleOrigin;
  party?: Party;
}

/** Fewer telling phrases more for one than for the other are no ground for a guess; nor is a smaller share of all. */
const LEAST_PHRASES = 2;
const LEAST_SHARE = 0.2;

/**
 * Gives every turn of a transcript its role and the visit the origin of its roles, in place: from the options, else from the
 * labels, else, for exactly two speakers, from what they say. A note is left as it is. Returns a Problem, with the visit
 * untouched, where nothing tells who is who.
 */
export function assignRoles(visit: Visit, lexicon: Lexicon, options: RoleOptions): Problem | undefined {
  if (visit.kind === 'note') return undefined;
  const speakers = speakersOf(visit);
  const named = applyOptions(speakers, options);
  if (named === 'absent') return absent(visit);
  for (const speaker of speakers) {
    if (speaker.party !== undefined) continue;
    const party = partyOf(speaker.label, lexicon.speakers);
    if (party === undefined) continue;
    // Who is scored was named: a further clinician is a bystander.
    speaker.party = named === 'clinician' && party === 'clinician' ? 'other' : party;
    speaker.origin = 'labelled';
  }
  if (speakers.length === 2) settlePair(speakers[0], speakers[1], lexicon.speakers);
  const known = speakers.some((s) => s.party === 'clinician' || s.party === 'patient');
  if (!known) return undecided(visit, speakers);
  for (const turn of visit.turns) turn.role = 'other';
  for (const { party, turns } of speakers) {
    const role = party === 'clinician' || party === 'patient' ? party : 'other';
    for (const turn of turns) turn.role = role;
  }
  const origins = new Set(speakers.map((s) => s.origin));
  visit.roles = origins.has('inferred') ? 'inferred' : origins.has('given') ? 'given' : 'labelled';
  return undefined;
}

/** The speakers in order of appearance; turns without a label are nobody's. */
function speakersOf(visit: Visit): Speaker[] {
  const found = new Map<string, Speaker>();
  const written = new Map<string, Speaker>();
  for (const turn of visit.turns) {
    const known = written.get(turn.speaker);
    if (known) {
      known.turns.push(turn);
      continue;
    }
    const key = bare(turn.speaker);
    if (key === '') continue;
    const speaker = found.get(key) ?? { label: turn.speaker, turns: [] };
    speaker.turns.push(turn);
    found.set(key, speaker);
    written.set(turn.speaker, speaker);
  }
  return [...found.values()];
}

/** `clinician` where one was named, `absent` where the one named is not in the visit. */
function applyOptions(speakers: readonly Speaker[], options: RoleOptions): 'clinician' | 'absent' | undefined {
  const { clinician = [], patient = [] } = options;
  for (const speaker of speakers) {
    if (isNamed(speaker.label, clinician)) speaker.party = 'clinician';
    else if (isNamed(speaker.label, patient)) speaker.party = 'patient';
    if (speaker.party !== undefined) speaker.origin = 'given';
  }
  if (clinician.length === 0) return undefined;
  return speakers.some((s) => s.party === 'clinician') ? 'clinician' : 'absent';
}

function isNamed(label: string, names: readonly string[]): boolean {
  const number = speakerNumber(label);
  return names.some(
    (name) => sameLabel(label, name) || (number !== undefined && /^\d+$/.test(name.trim()) && Number(name) === number),
  );
}

/** Two speakers: what is known of one settles the other; where nothing is known, their words do. */
function settlePair(a: Speaker, b: Speaker, speakers: Speakers): void {
  if (settle(a, b) || settle(b, a) || a.party !== undefined || b.party !== undefined) return;
  const lead = likelierClinician(a, b, speakers);
  if (!lead) return;
  infer(lead, 'clinician');
  infer(lead === a ? b : a, 'patient');
}

function settle(known: Speaker, open: Speaker): boolean {
  const isFamily = open.party === 'family';
  if (open.party !== undefined && !isFamily) return false;
  if (known.party === 'clinician') infer(open, 'patient');
  else if (known.party === 'patient' && !isFamily) infer(open, 'clinician');
  else if (known.party === 'family' && !isFamily) {
    infer(open, 'clinician');
    infer(known, 'patient');
  } else return false;
  return true;
}

function infer(speaker: Speaker, party: Party): void {
  speaker.party = party;
  speaker.origin = 'inferred';
}

function likelierClinician(a: Speaker, b: Speaker, speakers: Speakers): Speaker | undefined {
  const lean = (speaker: Speaker): Voice => {
    const voice = { clinician: 0, patient: 0 };
    for (const turn of speaker.turns) listen(turn, speakers, voice);
    return voice;
  };
  const one = lean(a);
  const two = lean(b);
  const all = one.clinician + one.patient + two.clinician + two.patient;
  const more = one.clinician - one.patient - (two.clinician - two.patient);
  if (Math.abs(more) < Math.max(LEAST_PHRASES, all * LEAST_SHARE)) return undefined;
  return more > 0 ? a : b;
}

function absent(visit: Visit): Problem {
  return {
    code: 'roles.absent',
    file: visit.source,
    visit: visit.id,
    what: 'no speaker has the label that --clinician names',
    fix: 'Give the label of this visit too, --clinician may repeat: --clinician NAME',
  };
}

function undecided(visit: Visit, speakers: readonly Speaker[]): Problem {
  const file = { file: visit.source, visit: visit.id };
  if (speakers.length === 0) {
    return {
      ...file,
      code: 'roles.no-speakers',
      what: 'no turn says who speaks',
      fix: 'Write a label before each turn (Doctor: …), name the column (--map speaker=NAME), or read it as a note: --kind note',
    };
  }
  const count = speakers.length;
  const what =
    count === 1
      ? 'the only speaker has no label that tells who it is'
      : count === 2
        ? 'neither the labels nor the words of the two speakers tell who is the clinician'
        : `of ${count} speakers none has a label that tells who it is`;
  return { ...file, code: 'roles.unknown', what, fix: 'Name the clinician by label or number: --clinician NAME' };
}
