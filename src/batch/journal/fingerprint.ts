import { type InputsSum, inputsDiffer } from './inputs-sum.ts';

/** All that what a run writes depends on; plain JSON. */
export interface Fingerprint {
  readonly version: string;
  /** Hash of the rules, scoring and speakers included. */
  readonly lexicon: string;
  /** By their names on the command line, without dashes; the command's own under `command`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: InputsSum;
}

/** What differs in a run of now from the one before, as a clause; undefined where the one can go on with the other. */
export function differs(now: Fingerprint, before: Fingerprint): string | undefined {
  if (now.version !== before.version) return `this is bedside ${now.version}, and that was ${before.version}`;
  if (now.lexicon !== before.lexicon)
    return `the rules or their scoring have changed (lexicon ${before.lexicon} is ${now.lexicon})`;
  const names = new Set([...Object.keys(before.options), ...Object.keys(now.options)]);
  for (const name of names) {
    if (JSON.stringify(now.options[name]) !== JSON.stringify(before.options[name]))
      return `${name === 'command' ? 'the command' : `--${name}`} is another`;
  }
  return inputsDiffer(now.inputs, before.inputs);
}
