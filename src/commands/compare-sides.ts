import { realpathSync } from 'node:fs';
import type { Inputs } from '../batch/input-list.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { isProblem, type Problem, UsageError } from '../problem.ts';
import type { Sides } from '../score/cohort/compare.ts';
import type { CohortVisit } from '../score/cohort/sample.ts';
import { gatherVisits } from './cohort-visits.ts';
import type { Terminal } from './command.ts';
import type { CompareOptions } from './compare.ts';
import { findPaths } from './find.ts';
import { type Grouping, groupingOf } from './grouping.ts';
import { periodOf } from './iso-date.ts';
import { requireGroup } from './require-group.ts';

export interface Read {
  readonly sides: Sides;
  readonly lexicon: Lexicon;
  readonly problems: readonly Problem[];
  /** Problems of visits, and of what is known of them. */
  readonly count: number;
  readonly interrupted: number | undefined;
}

/** All visits of a group that is not the other side's. */
const OTHERS = 'others';

type Pair = readonly [a: string, b: string];

/** Reads both sides. Throws UsageError where A and B do not name two sets of visits that share none. */
export async function sidesOf(
  names: Pair,
  paths: readonly string[],
  options: CompareOptions,
  terminal: Terminal,
): Promise<Read> {
  const { loadLexicon } = await import('../lexicon/load.ts');
  const isGrouped = options.by !== undefined || options.meta !== undefined || options.date !== undefined;
  if (paths.length > 0 && !isGrouped)
    throw new UsageError(
      `${paths.length + 2} PATHs, and two are compared`,
      'Put patterns in quotes; or say what A and B are groups of: --by NAME.',
    );
  if (paths.length === 0 && isGrouped)
    throw new UsageError(
      'the visits are missing',
      'Name them after the two groups: bedside compare A B visits/ --by NAME',
    );
  const lexicon = await loadLexicon({ dirs: options.lexicon, scoring: options.scoring });
  const grouping = await groupingOf(options);
  return isGrouped
    ? splitSides(names, await findPaths(paths, options, terminal), grouping, lexicon, options, terminal)
    : twoPaths(names, grouping, lexicon, options, terminal);
}

async function twoPaths(
  names: Pair,
  grouping: Grouping,
  lexicon: Lexicon,
  options: CompareOptions,
  terminal: Terminal,
): Promise<Read> {
  const inputs = [
    await findPaths([names[0]], options, terminal),
    await findPaths([names[1]], options, terminal),
  ] as const;
  refuseShared(inputs);
  const a = await gatherVisits(inputs[0], lexicon, grouping, options, terminal);
  const b =
    a.interrupted === undefined
      ? await gatherVisits(inputs[1], lexicon, grouping, options, terminal)
      : { ...a, visits: [] };
  const problems = [...a.problems, ...b.problems];
  return {
    sides: { names, visits: [a.visits, b.visits] },
    lexicon,
    problems,
    count: problems.length,
    interrupted: a.interrupted ?? b.interrupted,
  };
}

async function splitSides(
  names: Pair,
  inputs: Inputs,
  grouping: Grouping,
  lexicon: Lexicon,
  options: CompareOptions,
  terminal: Terminal,
): Promise<Read> {
  const periods = names.map(periodOf);
  const byPeriod = periods.every((period) => period !== undefined);
  const missing = byPeriod ? !grouping.hasDates : grouping.name === undefined;
  if (missing)
    throw new UsageError(
      byPeriod ? 'two periods, but the visits have no dates' : 'A and B are names of groups, but nothing makes groups',
      byPeriod
        ? "Say where they stand: --date COLUMN, or --by '{trainee}_{date}'."
        : 'Say what they are groups of: --by NAME.',
    );
  const { visits, problems, interrupted } = await gatherVisits(inputs, lexicon, grouping, options, terminal);
  const count = problems.length + (interrupted === undefined ? grouping.close(terminal) : 0);
  const sides: Sides = { names, visits: byPeriod ? inPeriods(names, visits) : await inGroups(names, visits) };
  return { sides, lexicon, problems, count, interrupted };
}

function inPeriods(names: Pair, visits: readonly CohortVisit[]): Sides['visits'] {
  const [a, b] = names.map((name) => periodOf(name) ?? { from: '', to: '' });
  if (a.from <= b.to && b.from <= a.to)
    throw new UsageError('the two periods share days', 'Let one end before the other begins.');
  const within = ({ from, to }: typeof a) =>
    visits.filter(({ date }) => date !== undefined && from <= date && date <= to);
  return [within(a), within(b)];
}

async function inGroups(names: Pair, visits: readonly CohortVisit[]): Promise<Sides['visits']> {
  const { groupNames } = await import('../score/cohort/cohort.ts');
  const groups = groupNames(visits);
  if (names[0] === names[1]) throw new UsageError(`A and B are both ${names[0]}`, 'Name two groups.');
  const isRest = names.map((name) => name === OTHERS && !groups.includes(name));
  for (const [at, name] of names.entries()) if (!isRest[at]) await requireGroup(name, visits);
  const side = (at: 0 | 1) =>
    visits.filter(({ group }) => group !== undefined && (isRest[at] ? group !== names[1 - at] : group === names[at]));
  return [side(0), side(1)];
}

/** A visit compared with itself would make every difference smaller. */
function refuseShared([a, b]: readonly Inputs[]): void {
  const files = (side: Inputs) =>
    [...side].flatMap((input) =>
      isProblem(input) || input.path === '-' ? [] : [[realpathSync(input.path), input.name] as const],
    );
  const ofA = new Set(files(a).map(([path]) => path));
  const shared = files(b).find(([path]) => ofA.has(path));
  if (shared) throw new UsageError(`${shared[1]} stands on both sides`, 'Let A and B share no file.');
}
