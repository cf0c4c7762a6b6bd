const PARTIES = ['clinician', 'patient', 'family', 'other'];
const SIDES = ['clinician', 'patient'];
const KEYS = [...PARTIES, 'letters', 'titles', 'says'];

/** Faults of a parsed speakers.yaml in words; none where it is a `Speakers`. */
export function checkSpeakers(value: unknown): string[] {
  if (!isRecord(value)) return ['the file holds no labels'];
  const faults = Object.keys(value)
    .filter((key) => !KEYS.includes(key))
    .map((key) => `unknown key ${key}: the file has ${KEYS.join(', ')}`);
  for (const key of [...PARTIES, 'titles']) faults.push(...checkList(key, value[key]));
  for (const key of ['letters', 'says']) {
    const sides = value[key];
    if (!isRecord(sides)) {
      faults.push(`${key} is missing`);
      continue;
    }
    for (const side of SIDES) faults.push(...checkList(`${key}: ${side}`, sides[side]));
    for (const side of Object.keys(sides))
      if (!SIDES.includes(side)) faults.push(`${key}: ${side} is neither clinician nor patient`);
  }
  if (faults.length > 0) return faults;
  return [
    ...repeated(
      'label',
      PARTIES.map((p) => value[p] as string[]),
    ),
    ...twoSided('letters', value),
    ...twoSided('says', value),
  ];
}

function checkList(at: string, list: unknown): string[] {
  if (!Array.isArray(list)) return [`${at} is missing: a list of texts`];
  const bad = list.findIndex((entry) => typeof entry !== 'string' || entry.trim() === '');
  // YAML reads a bare `no` as text, but a bare number or `null` as none.
  return bad < 0 ? [] : [`${at}: entry ${bad + 1} is no text; put it in quotes`];
}

function twoSided(key: string, value: Record<string, unknown>): string[] {
  const sides = value[key] as Record<string, string[]>;
  return repeated(
    key,
    SIDES.map((side) => sides[side]),
  );
}

/** The same entry in two lists would say two things. */
function repeated(what: string, lists: readonly (readonly string[])[]): string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const entry of lists.flat()) {
    if (seen.has(entry)) faults.push(`${what} ${entry} is listed twice`);
    seen.add(entry);
  }
  return faults;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
