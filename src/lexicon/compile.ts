import { createHash } from 'node:crypto';
import { anchorOf } from './anchor.ts';
import { flattenPatterns, flattenSets } from './flat.ts';
import { type Alternative, type ParsedPattern, parsePattern } from './pattern.ts';
import { renumbered } from './renumber.ts';
import type { Fault, Line } from './schema.ts';
import { checkScoring } from './scoring.ts';
import { SetBuilder } from './sets.ts';
import type { LexiconSource } from './source.ts';
import { checkSpeakers } from './speakers.ts';
import { packLexicon } from './store.ts';
import { isTag } from './tags.ts';
import type { Code, Element, Lexicon, Marks, Openers, Pattern, Rule, Scoring, Speakers } from './types.ts';

/** Compiles a lexicon's sources; faults are listed with file and line, and a rule with one is left out. */
export function compile(source: LexiconSource): { lexicon: Lexicon; faults: Fault[] } {
  const faults: Fault[] = [];
  const marks = source.marks as Marks;
  const sets = new SetBuilder(source.lists, source.irregular, marks);
  const codes: Code[] = [];
  const rules: Rule[] = [];
  const patterns: Pattern[] = [];
  const weight = (set: number): number => sets.weight(set, source.frequency);

  for (const file of source.files) {
    const { code, definition, source: origin, speaker, over } = file;
    codes.push({ code, definition, source: origin, speaker, over });
    for (const rule of file.rules) {
      if (rule.off) continue;
      const index = rules.length;
      const mine: number[] = [];
      const refusing: number[] = [];
      let grammar = false;
      const add = (line: Line, except: boolean): void => {
        const parsed = parsePattern(line.text);
        if ('what' in parsed) {
          faults.push({ file: file.file, line: line.line, what: `${rule.id}: ${parsed.what}`, fix: parsed.fix });
          return;
        }
        const made = elementsOf(parsed, source, sets);
        if (typeof made === 'string') {
          faults.push({
            file: file.file,
            line: line.line,
            what: `${rule.id}: unknown #${made}`,
            fix: `write words/ for it, or a tag of compromise`,
          });
          return;
        }
        if (made.some((e) => e.kind === 'tag')) grammar = true;
        (except ? refusing : mine).push(patterns.length);
        const { head, tail, capture } = parsed;
        const { anchor, before } = anchorOf(made, (set) => sets.longest(set), weight);
        patterns.push({
          rule: index,
          text: line.text,
          elements: made,
          head,
          tail,
          except,
          anchor,
          before,
          ...(capture ? { capture } : {}),
        });
      };
      for (const line of rule.match) add(line, false);
      for (const line of rule.except) add(line, true);
      const { note, when, unless, span } = rule;
      rules.push({
        id: `${code}/${rule.id}`,
        code,
        note,
        in: rule.in,
        when,
        unless,
        span,
        grammar,
        patterns: mine,
        except: refusing,
      });
    }
  }
  const lists: Record<string, number> = {};
  for (const name of source.lists.keys()) lists[name] = sets.of([{ list: name }]);
  const raw = (source.openers ?? {}) as Record<keyof Openers, readonly string[]>;
  const opener = (key: keyof Openers): number => sets.of((raw[key] ?? []).flatMap((line) => sets.expand(line)));
  const openers: Openers = {
    openers: opener('openers'),
    closers: opener('closers'),
    breaks: opener('breaks'),
    tied: opener('tied'),
    inversions: opener('inversions'),
    late: opener('late'),
    addressed: opener('addressed'),
    tight: opener('tight'),
    open: opener('open'),
    support: opener('support'),
    asking: opener('asking'),
    subjects: opener('subjects'),
    questions: opener('questions'),
    fragments: opener('fragments'),
    takers: opener('takers'),
    heads: opener('heads'),
    never: opener('never'),
    tags: opener('tags'),
    resumes: opener('resumes'),
    bound: opener('bound'),
    subordinate: opener('subordinate'),
    unsure: opener('unsure'),
  };
  sets.id('0');
  for (const [name, what] of [
    ...checkScoring(source.scoring).map((w) => ['scoring', w] as const),
    ...checkSpeakers(source.speakers).map((w) => ['speakers', w] as const),
  ]) {
    faults.push({ file: `${name}.yaml`, line: 1, what, fix: 'mend the file' });
  }
  const { words, sets: numbered } = renumbered({ words: sets.words(), sets: sets.all() }, source.frequency);
  const flat = flattenSets(numbered, words.length);
  const body: Omit<Lexicon, 'hash'> = {
    language: source.language,
    words,
    sets: flat,
    codes,
    rules,
    patterns: flattenPatterns(patterns, flat),
    lists,
    openers,
    speakers: source.speakers as Speakers,
    marks,
    scoring: source.scoring as Scoring,
  };
  const hash = createHash('sha256').update(packLexicon(body)).digest('hex').slice(0, 12);
  return { lexicon: { hash, ...body }, faults };
}

/** The elements of a parsed pattern; the name of an unknown list or tag instead. */
function elementsOf(parsed: ParsedPattern, source: LexiconSource, sets: SetBuilder): Element[] | string {
  const elements: Element[] = [];
  for (const { kind, alternatives, min, max } of parsed.elements) {
    if (kind === 'any') {
      elements.push({ kind, set: -1, min, max });
      continue;
    }
    const missing = alternatives.find((a): a is { list: string } => 'list' in a && !source.lists.has(a.list));
    if (missing) {
      if (!isTag(missing.list) || alternatives.length > 1 || kind === 'not') return missing.list;
      elements.push({ kind: 'tag', set: -1, tag: missing.list, min, max });
      continue;
    }
    elements.push({ kind, set: sets.of(alternatives as Alternative[]), min, max });
  }
  return elements;
}
