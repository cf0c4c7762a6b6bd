import { version } from '../../version.ts';
import type { Visit } from '../../visit.ts';
import type { Column } from '../columns.ts';
import type { Score } from '../score.ts';
import type { FrameworkView } from './view.ts';

/** Columns of `bedside score --framework NAME`, one row a visit and item. */
export const frameworkColumns: readonly Column[] = [
  column('visit_id', 'the visit', { short: 'visit', rank: 1 }),
  column('kind', 'transcript or note', { rank: 9 }),
  column('framework', 'the name that --framework was given', { rank: 9 }),
  column('item', "the item's id in the framework's file", { rank: 2 }),
  column('number', 'its number or letter in the instrument', { rank: 8 }),
  column('section', 'the part of the instrument it stands in', { rank: 9 }),
  column('label', 'the item, in our own words', { rank: 5 }),
  column('status', 'seen, none found (a code could show it), or not seen by this tool (no code can)', { rank: 3 }),
  {
    ...column('evidence', 'moments that bear on the item, in MITI one a volley; empty where not seen by this tool'),
    type: 'count',
    unit: 'moments',
    rank: 4,
  },
  column('turns', 'the turns they stand in, ; between', { rank: 6 }),
  {
    ...column('value', 'of a figure: a ratio, or a percentage from 0 to 100; empty for items'),
    unit: 'that of the figure',
    rank: 7,
  },
  column('basic', "the instrument's bound for basic competence; with --mi only", { rank: 9 }),
  column('proficient', "the instrument's bound for proficiency; with --mi only", { rank: 9 }),
  column('quotes', 'the words that bear on the item, | between', { rank: 8 }),
  column('framework_hash', "hash over the framework's file"),
  column('lexicon', 'hash over the compiled rules, words, scoring and speakers'),
  column('version', 'version of bedside'),
];

/** The rows of a visit, by column name: every item, whether or not it was seen. */
export function frameworkRows(visit: Visit, view: FrameworkView, lexicon: string): Score[] {
  return view.items.map(({ id, number, section, label, status, moments, figure }) => ({
    visit_id: visit.id,
    kind: visit.kind,
    framework: view.name,
    item: id,
    number,
    section: section || null,
    label,
    status,
    evidence: figure || status === 'not seen by this tool' ? null : moments.length,
    turns: [...new Set(moments.map(({ turn }) => turn))].join(';') || null,
    value: figure?.value ?? null,
    basic: figure?.basic ?? null,
    proficient: figure?.proficient ?? null,
    quotes: moments.map(({ quote }) => quote).join(' | ') || null,
    framework_hash: view.hash,
    lexicon,
    version,
  }));
}

/** The visit as one object, for JSON and NDJSON. */
export function frameworkObject(visit: Visit, view: FrameworkView, lexicon: string): object {
  const { name: framework, title, source: instrument, wording, note, unit, hash: framework_hash } = view;
  return {
    visit_id: visit.id,
    source: visit.source,
    kind: visit.kind,
    framework,
    title,
    instrument,
    wording,
    note,
    unit,
    items: view.items.map(({ id: item, number, section, label, status, sees, moments, figure }) => ({
      item,
      number,
      section: section || null,
      label,
      status,
      sees,
      ...(figure ?? {}),
      moments: moments.map(({ turn, code, start, end, quote, rule }) => ({ turn, code, start, end, quote, rule })),
    })),
    framework_hash,
    lexicon,
    version,
  };
}

function column(name: string, formula: string, rest: Partial<Column> = {}): Column {
  return { name, type: 'text', unit: 'text', denominator: '', formula, source: 'bedside score --framework', ...rest };
}
