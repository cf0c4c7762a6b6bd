/** Forms of an English root for `{root}`: `feel` gives feel, feels, feeling, felt. */

/** Root to its irregular forms, from lexicons/en/irregular.txt. */
export type Irregular = ReadonlyMap<string, readonly string[]>;

const VOWEL = /[aeiou]/;

/** Every form the root takes as a verb or a noun; the root first. Doubling follows the stress of one-syllable roots. */
export function inflect(root: string, irregular: Irregular): string[] {
  const listed = irregular.get(root);
  const forms = new Set([root, third(root), ing(root)]);
  if (listed) for (const form of listed) forms.add(form);
  else forms.add(past(root));
  return [...forms];
}

function third(root: string): string {
  if (/[^aeiou]y$/.test(root)) return `${root.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh|[^aeiou]o)$/.test(root)) return `${root}es`;
  return `${root}s`;
}

function past(root: string): string {
  if (/e$/.test(root)) return `${root}d`;
  if (/[^aeiou]y$/.test(root)) return `${root.slice(0, -1)}ied`;
  return `${doubled(root)}ed`;
}

function ing(root: string): string {
  if (/ie$/.test(root)) return `${root.slice(0, -2)}ying`;
  if (/[^eo]e$/.test(root)) return `${root.slice(0, -1)}ing`;
  return `${doubled(root)}ing`;
}

function doubled(root: string): string {
  const oneSyllable = (root.match(/[aeiouy]+/g) ?? []).length === 1;
  const last = root.at(-1) ?? '';
  const ends = /[^aeiou][aeiou][bdgklmnprt]$/.test(root) && !VOWEL.test(last);
  return oneSyllable && ends ? root + last : root;
}
