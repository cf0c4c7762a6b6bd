import type { Fault } from './schema.ts';

type Finding = Omit<Fault, 'file'>;
type Entry = Record<string, unknown>;

/** A parsed framework file, as schema.ts's `parseLines` gives it. */
interface Parsed {
  readonly data?: unknown;
  readonly bad?: number;
  readonly line: (list: string, entry: number) => number;
}

const TEXTS = ['title', 'about', 'source', 'wording', 'note'];
const FILE_KEYS = [...TEXTS, 'unit', 'setups', 'checks', 'items', 'figures', 'bounds'];
const ITEM_KEYS = ['id', 'number', 'section', 'words', 'evidence', 'sees', 'unseen', 'over'];
const EVIDENCE_KEYS = ['code', 'first', 'last', 'answers', 'after', 'with'];
const FIGURE_KEYS = ['id', 'number', 'section', 'words', 'of', 'per', 'as', 'basic', 'proficient'];

/** Faults of a framework file, given the codes there are; none where it is a `Framework`. */
export function checkFramework({ data, bad, line }: Parsed, codes: readonly string[]): Finding[] {
  if (bad !== undefined)
    return [{ line: bad, what: 'the YAML cannot be read here', fix: 'mend the indentation or the quotes' }];
  if (!isEntry(data)) return [{ line: 1, what: 'the file holds no keys', fix: 'start from a file that is there' }];
  const faults: Finding[] = [...unknown(data, FILE_KEYS, 'the file', 1)];
  for (const key of TEXTS)
    if (!isText(data[key])) faults.push({ line: 1, what: `${key} is missing`, fix: `write ${key}: and its text` });
  if (data.unit !== undefined && data.unit !== 'moment' && data.unit !== 'volley')
    faults.push({ line: 1, what: 'unit is neither moment nor volley', fix: 'choose one' });
  for (const key of ['setups', 'checks'])
    if (data[key] !== undefined && !isTexts(data[key]))
      faults.push({ line: 1, what: `${key} is no list of texts`, fix: 'write one a line after a dash' });
  const items = listOf(data.items);
  const figures = listOf(data.figures);
  if (items.length === 0)
    faults.push({ line: 1, what: 'items is no list', fix: 'write items: and one `- id:` an item' });
  const ids = items.map((item) => (isEntry(item) ? item.id : undefined));
  for (const [k, item] of items.entries()) faults.push(...checkItem(item, line('items', k), ids, k, codes));
  for (const [k, figure] of figures.entries()) faults.push(...checkFigure(figure, line('figures', k), ids));
  if (figures.some((f) => isEntry(f) && f.basic !== undefined) && !isText(data.bounds))
    faults.push({ line: 1, what: 'bounds is missing', fix: 'say what the bounds of the figures rest on' });
  return faults;
}

function checkItem(item: unknown, line: number, ids: unknown[], k: number, codes: readonly string[]): Finding[] {
  if (!isEntry(item)) return [{ line, what: 'an item without keys', fix: 'write `- id: name`' }];
  const faults = [...unknown(item, ITEM_KEYS, 'an item', line), ...named(item, line)];
  const say = (what: string, fix: string): void => void faults.push({ line, what: `${item.id}: ${what}`, fix });
  if (ids.indexOf(item.id) !== k) say('the id was there before', 'give each item an id of its own');
  if ((item.evidence === undefined) === (item.unseen === undefined))
    say('an item has evidence, or unseen', 'write the one that holds: what shows it, or why nothing can');
  if (item.unseen !== undefined && !isText(item.unseen)) say('unseen is no text', 'say why no code shows it');
  if (item.over !== undefined && !(isTexts(item.over) && item.over.every((id) => ids.includes(id))))
    say('over names no item', 'name ids of items of this file');
  if (item.evidence === undefined) return faults;
  if (!isText(item.sees)) say('sees is missing', 'say what of the item the codes can show');
  if (listOf(item.evidence).length === 0) say('evidence is no list', 'write `- code: empathy.name`');
  for (const evidence of listOf(item.evidence)) faults.push(...checkEvidence(evidence, String(item.id), line, codes));
  return faults;
}

function checkEvidence(evidence: unknown, id: string, line: number, codes: readonly string[]): Finding[] {
  if (!isEntry(evidence))
    return [{ line, what: `${id}: evidence without a code`, fix: 'write `- code: empathy.name`' }];
  const faults = unknown(evidence, EVIDENCE_KEYS, 'evidence', line);
  for (const key of ['code', 'after', 'with']) {
    const code = evidence[key];
    if (code === undefined && key !== 'code') continue;
    if (typeof code !== 'string' || !codes.some((one) => one === code || one.startsWith(`${code}.`)))
      faults.push({
        line,
        what: `${id}: ${key}: there is no code ${code}`,
        fix: 'name a code that has a rule file, or a family of them',
      });
  }
  for (const key of ['first', 'last'])
    if (evidence[key] !== undefined && !(Number.isInteger(evidence[key]) && Number(evidence[key]) > 0))
      faults.push({ line, what: `${id}: ${key} is no number of turns`, fix: 'write a whole number above 0' });
  if (evidence.answers !== undefined && evidence.answers !== 'cue')
    faults.push({ line, what: `${id}: answers is not cue`, fix: 'write answers: cue, or leave it out' });
  return faults;
}

function checkFigure(figure: unknown, line: number, ids: unknown[]): Finding[] {
  if (!isEntry(figure)) return [{ line, what: 'a figure without keys', fix: 'write `- id: name`' }];
  const faults = [...unknown(figure, FIGURE_KEYS, 'a figure', line), ...named(figure, line)];
  const say = (what: string, fix: string): void => void faults.push({ line, what: `${figure.id}: ${what}`, fix });
  for (const key of ['of', 'per'])
    if (!(isTexts(figure[key]) && (figure[key] as string[]).every((id) => ids.includes(id))))
      say(`${key} names no item`, 'list ids of items of this file');
  if (figure.as !== 'ratio' && figure.as !== 'percent') say('as is neither ratio nor percent', 'choose one');
  for (const key of ['basic', 'proficient'])
    if (figure[key] !== undefined && typeof figure[key] !== 'number') say(`${key} is no number`, 'write a number');
  return faults;
}

function named(entry: Entry, line: number): Finding[] {
  const faults: Finding[] = [];
  if (typeof entry.id !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(entry.id))
    faults.push({ line, what: 'an id is not of small letters', fix: 'write `id: open-questions`' });
  if (!isText(entry.number) && typeof entry.number !== 'number')
    faults.push({ line, what: `${entry.id}: number is missing`, fix: "write the item's number in the instrument" });
  if (!isText(entry.words)) faults.push({ line, what: `${entry.id}: words is missing`, fix: 'say what the item is' });
  if (entry.section !== undefined && !isText(entry.section))
    faults.push({ line, what: `${entry.id}: section is no text`, fix: 'put it in quotes' });
  return faults;
}

function unknown(entry: Entry, known: readonly string[], what: string, line: number): Finding[] {
  return Object.keys(entry)
    .filter((key) => !known.includes(key))
    .map((key) => ({ line, what: `unknown key ${key}`, fix: `the keys of ${what} are ${known.join(', ')}` }));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
