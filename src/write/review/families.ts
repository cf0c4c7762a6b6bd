/** A family of codes as the review tells it: by a colour, and by its name. */
export interface Family {
  /** The beginning of its codes. */
  readonly id: string;
  readonly name: string;
  /** Of 256 colours; of a middle lightness, 3.9 to 1 and more on white and on black alike. */
  readonly colour: number;
  /** Of the sixteen that every terminal has. */
  readonly basic: 'cyan' | 'green' | 'magenta' | 'yellow' | 'red' | 'blueBright' | 'gray';
}

/** In the order of the legend and of the strip. */
export const FAMILIES: readonly Family[] = [
  { id: 'question', name: 'questions', colour: 32, basic: 'cyan' },
  { id: 'listening', name: 'reflections', colour: 28, basic: 'green' },
  { id: 'empathy', name: 'empathy', colour: 133, basic: 'magenta' },
  { id: 'sdm', name: 'decisions', colour: 130, basic: 'yellow' },
  { id: 'patient.cue', name: 'cues', colour: 196, basic: 'red' },
  { id: 'patient.preference', name: 'preferences', colour: 30, basic: 'blueBright' },
];

/** Codes of a user's own lexicon that belong to none. */
export const OTHERS: Family = { id: '', name: 'others', colour: 244, basic: 'gray' };

/** Which family shows where one span has codes of several: the rarer and the more telling first. */
const RANK = ['patient.cue', 'patient.preference', 'empathy', 'sdm', 'listening', 'question', ''];

/** The family of a code. */
export function familyOf(code: string): Family {
  return FAMILIES.find(({ id }) => code === id || code.startsWith(`${id}.`)) ?? OTHERS;
}

/** The family that gives a span its colour. */
export function leading(codes: readonly string[]): Family {
  const families = codes.map(familyOf);
  return families.reduce((best, one) => (RANK.indexOf(one.id) < RANK.indexOf(best.id) ? one : best));
}

/** A code without what its colour says: `name`, `teachback`, `simple`, `cue`. */
export function shortCode(code: string): string {
  if (familyOf(code) === OTHERS) return code;
  return code.replace(/^[^.]+\./, '').replace(/^(reflection|check)\.(?=.)/, '');
}
