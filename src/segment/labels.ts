import type { Speakers } from '../lexicon/types.ts';

/** Whose label it is; `family` is nobody's side until it is alone with a clinician. */
export type Party = 'clinician' | 'patient' | 'family' | 'other';

interface Names {
  readonly whole: ReadonlyMap<string, Party>;
  readonly letters: ReadonlyMap<string, Party>;
  readonly titles: ReadonlySet<string>;
  /** What labels have been found to say: a run has few, on many visits. */
  readonly parties: Map<string, Party | undefined>;
  /** The test for readers where no label is named. */
  readonly isAlias: (label: string) => boolean;
}

/** Labels that are remembered; where there are more, they are no labels. */
const REMEMBERED = 4096;

/** `Dr Anna Maria Berg` at most: a longer text that begins so is a sentence. */
const NAME_WORDS = 4;

const made = new WeakMap<Speakers, Names>();

/** Who a label says is speaking, or undefined where it does not say: `Doctor_2`, `[GP]`, `DR. BERG`, `Anna Berg, RN`. */
export function partyOf(label: string, speakers: Speakers): Party | undefined {
  const names = namesOf(speakers);
  const { parties } = names;
  const known = parties.get(label);
  if (known !== undefined || parties.has(label)) return known;
  const plain = simplify(label);
  const party =
    names.letters.get(plain) ?? plainParty(plain, names) ?? partsParty(label, names) ?? lastWordParty(plain, names);
  if (parties.size < REMEMBERED) parties.set(label, party);
  return party;
}

/**
 * For readers: is this text a label we know, or one that the user has `named`? Of ours one letter alone is not enough:
 * `P:` also heads a note's plan.
 */
export function aliasTest(speakers: Speakers, named: readonly string[] = []): (label: string) => boolean {
  const names = namesOf(speakers);
  if (named.length === 0) return names.isAlias;
  return (label) => named.some((name) => sameLabel(name, label)) || names.isAlias(label);
}

/** Compares whole labels: case, outer blanks and a closing colon do not matter. */
export function sameLabel(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

/** The number of `Speaker 1`, `SPEAKER_01`, `spk-1`, `2`; undefined where the label is no numbered speaker. */
export function speakerNumber(label: string): number | undefined {
  const found = /^(?:(?:speaker|spkr|spk|s|participant|person|voice|channel)[\s_#-]*)?(\d{1,4})$/.exec(bare(label));
  return found ? Number(found[1]) : undefined;
}

/** A label as speakers are told apart by. */
export function bare(label: string): string {
  const plain = label.trim();
  return (plain.endsWith(':') ? plain.slice(0, -1).trimEnd() : plain).toLowerCase();
}

function plainParty(plain: string, names: Pick<Names, 'whole' | 'titles'>): Party | undefined {
  const known = names.whole.get(plain);
  if (known) return known;
  const words = plain.split(' ');
  return words.length > 1 && words.length <= NAME_WORDS && names.titles.has(words[0]) ? 'clinician' : undefined;
}

/** `Anna Berg (patient)`, `Berg, RN`, `Patient: Anna`, `Lee / GP`: the last part that says something. */
function partsParty(label: string, names: Pick<Names, 'whole' | 'titles'>): Party | undefined {
  const parts = label.split(/[()[\],/:|–—]|\s-\s/).map(simplify);
  if (parts.length < 2) return undefined;
  for (const part of parts.reverse()) {
    const known = plainParty(part, names);
    if (known) return known;
  }
  return undefined;
}

/** `ER doctor`, `the patient`. */
function lastWordParty(plain: string, names: Names): Party | undefined {
  const words = plain.split(' ');
  if (words.length < 2 || words.length > NAME_WORDS || /^(mr|mrs|ms|miss)$/.test(words[0])) return undefined;
  const known = names.whole.get(words[words.length - 1]);
  return known === 'clinician' || known === 'patient' ? known : undefined;
}

/** Small letters; dots, dashes and underscores are blanks; the number or letter at the end that tells two doctors apart is gone. */
function simplify(label: string): string {
  const plain = label
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
  return plain.replace(/(?<=\p{L}{2}) ?\d+$/u, '').replace(/(?<=\p{L}{2}) \p{L}$/u, '');
}

function namesOf(speakers: Speakers): Names {
  let names = made.get(speakers);
  if (!names) {
    const whole = new Map<string, Party>();
    for (const party of ['other', 'family', 'patient', 'clinician'] as const) {
      for (const label of speakers[party]) whole.set(simplify(label), party);
    }
    const letters = new Map<string, Party>();
    for (const party of ['clinician', 'patient'] as const) {
      for (const letter of speakers.letters[party]) letters.set(letter, party);
    }
    const labels = { whole, letters, titles: new Set(speakers.titles) };
    const isAlias = (label: string) => (plainParty(simplify(label), labels) ?? partsParty(label, labels)) !== undefined;
    names = { ...labels, parties: new Map(), isAlias };
    made.set(speakers, names);
  }
  return names;
}
