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
  const more = await contentFaults(source.files);
  const { frameworkFaults } = await import('../lexicon/framework.ts');
  const codes = source.files.map(({ code }) => code);
  for (const folder of [lexiconFolder(), ...folders]) more.push(...(await frameworkFaults(folder, codes)));
  return { files: source.files, lexicon: compiled.lexicon, faults: [...faults, ...compiled.faults, ...more] };
}

/** What is wrong with rules that are well formed: names of nothing, and too few examples. */
async function contentFaults(files: readonly RuleFile[]): Promise<Fault[]> {
  const { unknownConditions } = await import('../tag/unknown-conditions.ts');
  const codes = new Set(files.map(({ code }) => code));
  const faults: Fault[] = [];
  for (const { file, over, rules } of files) {
    for (const code of over.filter((one) => !codes.has(one)))
      faults.push({ file, line: 1, what: `over: there is no code ${code}`, fix: 'name a code that has a rule file' });
    for (const rule of rules.filter(({ off }) => !off)) {
      const { line } = rule;
      for (const id of unknownConditions(rule))
        faults.push({
          file,
          line,
          what: `${rule.id}: there is no condition ${id}`,
          fix: 'see docs/rules.md for those there are',
        });
      if (rule.yes.length < 2 || rule.no.length < 2)
        faults.push({
          file,
          line,
          what: `${rule.id}: too few examples`,
          fix: 'give two lines of yes and two of no at least',
        });
    }
  }
  return faults;
}

/** The examples of every rule, in the order of the files. */
export function examplesOf({ files }: Rules): Examples[] {
  return files.flatMap(({ code, rules }) =>
    rules.map(({ id, yes, no }) => ({ rule: `${code}/${id}`, yes: yes.map((l) => l.text), no: no.map((l) => l.text) })),
  );
}
