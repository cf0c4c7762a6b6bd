import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, parseData, parseRuleFile, type RuleFile, type RuleSource } from './schema.ts';

/** A lexicon as it is written: everything the compiler needs, nothing resolved. */
export interface LexiconSource {
  readonly language: string;
  readonly files: readonly RuleFile[];
  /** `Feeling` to its entries. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Root to its irregular forms. */
  readonly irregular: ReadonlyMap<string, readonly string[]>;
  /** Word to its share of running speech, per 10,000 words. */
  readonly frequency: ReadonlyMap<string, number>;
  readonly marks: unknown;
  readonly openers: unknown;
  readonly speakers: unknown;
  readonly scoring: unknown;
}

/** The data files of a lexicon that rules are not. */
const DATA = ['marks', 'openers', 'speakers', 'scoring', 'feedback', 'agreement'];

/** Reads a lexicon's folder: rule files, words/, and the data files; what cannot be read is a fault. */
export function readLexicon(folder: string): { source: LexiconSource; faults: Fault[] } {
  const faults: Fault[] = [];
  const files: RuleFile[] = [];
  for (const name of namesIn(folder, '.yaml')) {
    if (DATA.includes(name.slice(0, -5))) continue;
    const parsed = parseRuleFile(join(folder, name), readFileSync(join(folder, name), 'utf8'));
    faults.push(...parsed.faults);
    if (!parsed.rules) continue;
    if (parsed.rules.code !== name.slice(0, -5)) {
      faults.push({
        file: join(folder, name),
        line: 1,
        what: `code is ${parsed.rules.code}`,
        fix: "it equals the file's name",
      });
    }
    files.push(parsed.rules);
  }
  const lists = new Map<string, readonly string[]>();
  for (const name of namesIn(join(folder, 'words'), '.txt')) {
    lists.set(listName(name.slice(0, -4)), entries(readFileSync(join(folder, 'words', name), 'utf8')));
  }
  const data = (name: string): unknown => {
    const path = join(folder, `${name}.yaml`);
    return existsSync(path) ? parseData(readFileSync(path, 'utf8')) : undefined;
  };
  const table = (name: string): string[] => {
    const path = join(folder, `${name}.txt`);
    return existsSync(path) ? entries(readFileSync(path, 'utf8')) : [];
  };
  const source: LexiconSource = {
    language: 'en',
    files,
    lists,
    irregular: new Map(
      table('irregular')
        .map((l) => l.split(/\s+/))
        .map(([root, ...forms]) => [root, forms]),
    ),
    frequency: new Map(
      table('frequency')
        .map((l) => l.split(/\s+/))
        .map(([word, share]) => [word, Number(share)]),
    ),
    marks: data('marks'),
    openers: data('openers'),
    speakers: data('speakers'),
    scoring: data('scoring'),
  };
  return { source, faults };
}

/** Lays a user's lexicon over another: the same code and id replaces a rule, `off` removes it, a list replaces its namesake. */
export function overlay(base: LexiconSource, over: LexiconSource): LexiconSource {
  const files = new Map(base.files.map((f) => [f.code, f]));
  for (const file of over.files) {
    const known = files.get(file.code);
    const rules = new Map<string, RuleSource>((known?.rules ?? []).map((r) => [r.id, r]));
    for (const rule of file.rules) {
      if (rule.off) rules.delete(rule.id);
      else rules.set(rule.id, rule);
    }
    // What takes rules away says nothing new of the code; of a code that is not there nothing is left.
    const header = file.isRemoval ? known : file;
    if (header) files.set(file.code, { ...header, rules: [...rules.values()] });
  }
  return {
    ...base,
    files: [...files.values()],
    lists: new Map([...base.lists, ...over.lists]),
    speakers: over.speakers ?? base.speakers,
    scoring: over.scoring ?? base.scoring,
  };
}

function namesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((n) => n.endsWith(ending) && !n.startsWith('.'))
    .sort();
}

/** `body-part` to `BodyPart`. */
function listName(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, __, c: string) => c.toUpperCase());
}

/** One entry a line; `//` begins a comment. */
function entries(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((l) => l.replace(/\/\/.*$/, '').trim())
    .filter((l) => l !== '');
}
