import type { Kind, Moment, Visit } from '../visit.ts';
import { type CodedMoment, type Coding, isUnder } from './codings.ts';
import { type CodeAgreement, compare } from './compare.ts';
import { type Disagreement, disagreements } from './disagreements.ts';
import { codeRows, foldCodes } from './fold.ts';
import { groupBy } from './group-by.ts';
import { locate } from './locate.ts';
import { compareMeasure, type MeasureAgreement } from './measures.ts';
import { type Sample, sampleOf } from './sample.ts';

/** Visits that were coded for the same codes, and what of them is compared. */
export interface Study {
  readonly kind: Kind;
  readonly visits: readonly Visit[];
  /** GOLD's coders, one or more. */
  readonly gold: readonly Coding[];
  readonly tags: Coding | undefined;
  /** The codes that are compared turn by turn. */
  readonly covers: (code: string) => boolean;
  /** Whether the visits were coded for all that a score counts. */
  readonly whole: boolean;
}

export interface AgreementOptions {
  /** Codes and families to keep; all where undefined. */
  readonly codes?: readonly string[];
  /** The group of a visit; none where undefined. */
  readonly groupOf?: (visit: Visit) => string;
  /** The published figures of a visit, by column. */
  readonly score: (visit: Visit, moments: readonly Moment[]) => Readonly<Record<string, unknown>>;
}

/** How the same coders agree on some visits. */
export interface Block {
  /** '' for all visits together. */
  readonly group: string;
  readonly kind: Kind;
  readonly coders: readonly string[];
  readonly visits: number;
  readonly codes: readonly CodeAgreement[];
  readonly measures: readonly MeasureAgreement[];
}

export interface Agreement {
  readonly blocks: readonly Block[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Compares a study: GOLD's coders with each other where there are several, each of them with TAGS, over all visits and in
 * every group. The codings' sub-codes are folded first, and the scores are those of the folded codes.
 */
export function agreementOf(study: Study, options: AgreementOptions): Agreement {
  const wanted = (code: string) => options.codes === undefined || options.codes.some((family) => isUnder(code, family));
  const results = comparisons(study).map((coders) => {
    const codings = foldAll(
      study.visits,
      coders.map((coding) => keep(coding, wanted)),
    );
    const sample = sampleOf(study.visits, codings);
    const codes = new Set(sample.moments.flatMap((list) => list.map(({ code }) => code)));
    const rows = codeRows(new Set([...codes].filter(study.covers)), study.kind);
    const values = study.whole ? measuresOf(sample, options.score) : undefined;
    const block = (group: string, part: Sample): Block => ({
      group,
      kind: study.kind,
      coders: part.coders,
      visits: part.visits.length,
      codes: compare(part, rows),
      measures: values ? compareMeasures(part, values) : [],
    });
    const blocks = [block('', sample)];
    for (const [group, visits] of groupsOf(study.visits, options.groupOf))
      blocks.push(block(group, sampleOf(visits, codings)));
    return { blocks, disagreements: disagreements(sample, rows) };
  });
  return {
    blocks: results.flatMap(({ blocks }) => blocks),
    disagreements: results.flatMap((result) => result.disagreements),
  };
}

function comparisons({ gold, tags }: Study): (readonly Coding[])[] {
  const pairs = tags ? gold.map((coder) => [coder, tags]) : [];
  return gold.length > 1 ? [gold, ...pairs] : pairs;
}

function keep(coding: Coding, wanted: (code: string) => boolean): Coding {
  return { ...coding, moments: coding.moments.filter(({ code }) => wanted(code)) };
}

/** Gives every moment the finest code at which these coders can be compared on these visits. */
function foldAll(visits: readonly Visit[], codings: readonly Coding[]): Coding[] {
  const folded = foldCodes(sampleOf(visits, codings).moments.map((list) => new Set(list.map(({ code }) => code))));
  const fold = (moment: CodedMoment): CodedMoment => {
    let code = moment.code;
    while (!folded.has(code) && code.includes('.')) code = code.slice(0, code.lastIndexOf('.'));
    return folded.has(code) ? { ...moment, code } : moment;
  };
  return codings.map((coding) => ({ ...coding, moments: coding.moments.map(fold) }));
}

/** Visits by group, groups in code-unit order. */
function groupsOf(visits: readonly Visit[], groupOf: AgreementOptions['groupOf']): [string, Visit[]][] {
  if (!groupOf) return [];
  return [...groupBy(visits, groupOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Figures of every visit, a row a coder. */
type Values = ReadonlyMap<string, readonly Readonly<Record<string, number | undefined>>[]>;

/** Scores every visit by each coder's moments; columns that no moment moves in any visit say nothing and are left out. */
function measuresOf(sample: Sample, score: AgreementOptions['score']): Values {
  const byVisit = sample.moments.map((list) => groupBy(list, ({ at }) => at));
  const scored = sample.visits.map((visit, at) => ({
    bare: score(visit, []),
    coders: byVisit.map((moments) => score(visit, locate(visit, moments.get(at) ?? []))),
  }));
  const names = Object.keys(scored[0]?.bare ?? {}).filter((name) =>
    scored.some(({ bare, coders }) =>
      coders.some((values) => typeof values[name] === 'number' && values[name] !== bare[name]),
    ),
  );
  const numbers = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(names.map((name) => [name, typeof values[name] === 'number' ? values[name] : undefined]));
  return new Map(sample.visits.map((visit, at) => [visit.id, scored[at].coders.map(numbers)]));
}

function compareMeasures(sample: Sample, values: Values): MeasureAgreement[] {
  const rows = sample.visits.map((visit) => values.get(visit.id) ?? []);
  return Object.keys([...values.values()][0]?.[0] ?? {}).map((name) =>
    compareMeasure({ name, values: rows.map((coders) => coders.map((figures) => figures[name])) }, sample.coders),
  );
}
