import { existsSync } from 'node:fs';
import type { Fault, RuleFile } from '../lexicon/schema.ts';
import type { Examples, Lexicon } from '../lexicon/types.ts';
import { UsageError } from '../problem.ts';

/** A lexicon as written and as compiled, with all that is wrong with it. */
export interface Rules {
  readonly files: readonly RuleFile[];
  readonly lexicon: Lexicon;
  readonly faults: readonly Fault[];
}

/** Reads the built-in rules with the user's folders laid over them. Throws UsageError where a folder does not exist. */
export async function readRules(folders: readonly string[]): Promise<Rules> {
  const { lexiconFolder } = await import('../lexicon/load.ts');
  const { overlay, readLexicon } = await import('../lexicon/source.ts');
  const { compile } = await import('../lexicon/compile.ts');
  let { source, faults } = readLexicon(lexiconFolder());
  for (const folder of folders) {
    if (!existsSync(folder)) throw new UsageError(`${folder}: no such folder`, 'Name a folder of rule files.');
    const over = readLexicon(folder);
    source = overlay(source, over.source);
    faults = [...faults, ...over.faults];
  }
  const compiled = compile(source);
  return { files: source.files, lexicon: compiled.lexicon, faults: [...faults, ...compiled.faults] };
}

/** The examples of every rule, in the order of the files. */
export function examplesOf({ files }: Rules): Examples[] {
  return files.flatMap(({ code, rules }) =>
    rules.map(({ id, yes, no }) => ({ rule: `${code}/${id}`, yes: yes.map((l) => l.text), no: no.map((l) => l.text) })),
  );
}
