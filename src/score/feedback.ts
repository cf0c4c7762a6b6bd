import type { AgreementFigures } from '../lexicon/agreement.ts';
import type { Feedback, FeedbackEntry } from '../lexicon/feedback.ts';
import type { Moment, Visit } from '../visit.ts';
import type { Answer } from './responses.ts';
import type { Score } from './score.ts';

/** A place to look at together: what of feedback.yaml was found, and where. */
export interface Pick {
  readonly side: 'well' | 'more';
  /** The entry of feedback.yaml. */
  readonly id: string;
  /** The moments that show it, in the order of the text; an answered cue before what answers it. */
  readonly moments: readonly Moment[];
  /** The cue and what followed, where it is about one. */
  readonly answer?: Answer;
  /** What the finder counted: questions in a row, words of the patient's reply. */
  readonly n: number;
}

/** What a visit has, and which rules may be relied on. */
export interface FeedbackFacts {
  readonly visit: Visit;
  /** In the order of the text. */
  readonly moments: readonly Moment[];
  readonly answers: readonly Answer[];
  /** Words of each turn. */
  readonly words: readonly number[];
  /** Whether a rule was right often enough on coded visits. */
  readonly trusted: (rule: string) => boolean;
}

/** Flags under which no moment is laid before anyone: what they doubt is who speaks, or whether the rules can read it. */
export const BARS: readonly string[] = ['roles-swapped?', 'no-patient', 'no-clinician', 'not-english?'];

export function isBarred({ flags }: Score): boolean {
  return String(flags ?? '')
    .split(';')
    .some((flag) => BARS.includes(flag));
}

/** Makes the test whether a rule's tags were right often enough on coded visits to be laid before anyone. */
export function trustTest({ trust }: Feedback, agreement: AgreementFigures | undefined): (rule: string) => boolean {
  const trusted = new Set(
    (agreement?.rules ?? [])
      .filter(({ tagged, right }) => tagged >= trust.tagged && right / tagged >= trust.precision)
      .map(({ rule }) => rule),
  );
  return (rule) => trusted.has(rule);
}

/** A clinician's turn of so few words does not end the patient's reply, if it earns no code. */
const BRIEF = 3;

/**
 * Finds the moments to look at together: those done well, and those where more was possible, at most `most` of each in the order
 * of the visit. Entries are asked in the order of feedback.yaml; what is done well is first taken from different families of
 * codes. Only rules that are trusted count, and no turn is shown twice on one side.
 */
export function feedbackOf(facts: FeedbackFacts, feedback: Feedback): Pick[] {
  if (facts.visit.kind === 'note') return [];
  return (['well', 'more'] as const).flatMap((side) => {
    const found = feedback[side].map((entry) => ({ entry, picks: find(entry, side, facts) }));
    const taken: Pick[] = [];
    const families = new Set<string>();
    for (const varied of side === 'well' ? [true, false] : [false]) {
      for (const { entry, picks } of found) {
        for (const pick of picks) {
          if (taken.length >= feedback.most || taken.filter(({ id }) => id === entry.id).length >= (entry.most ?? 1))
            break;
          const family = familyOf(pick);
          if ((varied && families.has(family)) || taken.some((other) => sameTurn(other, pick))) continue;
          taken.push(pick);
          families.add(family);
        }
      }
    }
    return taken.sort((a, b) => a.moments[0].position - b.moments[0].position);
  });
}

/** All that an entry finds, the best first. */
function find({ id, find: finder }: FeedbackEntry, side: Pick['side'], facts: FeedbackFacts): Pick[] {
  const { moments, answers } = facts;
  const trusted = moments.filter(({ rule }) => facts.trusted(rule));
  const pick = (shown: readonly Moment[], rest: Partial<Pick> = {}): Pick => ({
    side,
    id,
    moments: shown,
    n: 0,
    ...rest,
  });
  if (finder.answered !== undefined || finder.unanswered !== undefined) {
    const wanted = finder.unanswered ?? [finder.answered];
    return answers
      .filter(({ cue, response }) => wanted.includes(response) && facts.trusted(cue.rule))
      .flatMap((answer) => {
        if (finder.unanswered) return [pick([answer.cue], { answer })];
        const reply = trusted.find(
          (m) => m.position === answer.position && m.code === answer.code && m.quote === answer.quote,
        );
        return reply ? [pick([answer.cue, reply], { answer })] : [];
      });
  }
  if (finder.moment !== undefined) {
    const code = finder.moment;
    return trusted
      .filter((moment) => isOf(moment.code, code) && !isMixed(moment, facts))
      .map((moment) => pick([moment], { n: replyWords(moment.position, facts) }))
      .sort((a, b) => b.n - a.n || a.moments[0].position - b.moments[0].position);
  }
  if (finder.run !== undefined) {
    return runsOf(finder.run, facts)
      .filter((run) => run.length >= (finder.least ?? 1))
      .map((run) => pick(run, { n: run.length }))
      .sort((a, b) => b.n - a.n);
  }
  const { codes = [], absent = [] } = finder.without ?? {};
  if (moments.some(({ code }) => absent.some((other) => isOf(code, other)))) return [];
  return trusted.filter(({ code }) => codes.some((other) => isOf(code, other))).map((moment) => pick([moment]));
}

/** Questions of a code that follow each other, without another question, a reflection or empathy between; those about a decision are passed over. */
function runsOf(code: string, { moments, trusted }: FeedbackFacts): Moment[][] {
  const runs: Moment[][] = [[]];
  for (const moment of moments) {
    if (!/^(question|listening|empathy)\./.test(moment.code)) continue;
    if (moment.code.startsWith('question.') && isOfDecision(moment, moments)) continue;
    if (moment.code !== code) runs.push([]);
    else if (trusted(moment.rule)) runs[runs.length - 1].push(moment);
  }
  return runs;
}

/** Whether a moment is not purely what its code says: an open question about a decision, a reflection put as a question. */
function isMixed(moment: Moment, { visit, moments }: FeedbackFacts): boolean {
  if (moment.code === 'question.open') return isOfDecision(moment, moments);
  const after = visit.turns[moment.position].text.slice(moment.offset + moment.quote.length);
  return moment.code.startsWith('listening.') && /^\s*\?/.test(after);
}

/** Whether a question is also a moment of a shared decision, such as "Does that make sense?". */
function isOfDecision(question: Moment, moments: readonly Moment[]): boolean {
  return moments.some(
    (m) =>
      m.code.startsWith('sdm.') && m.position === question.position && m.start < question.end && question.start < m.end,
  );
}

/** Words of the patient between a turn and the clinician's next one; what the clinician says in a word or two is passed over. */
function replyWords(position: number, { visit, moments, words }: FeedbackFacts): number {
  let said = 0;
  for (let k = position + 1; k < visit.turns.length; k += 1) {
    const { role } = visit.turns[k];
    if (role === 'clinician' && (words[k] > BRIEF || moments.some((m) => m.position === k))) break;
    if (role === 'patient') said += words[k];
  }
  return said;
}

function familyOf({ moments }: Pick): string {
  return moments[moments.length - 1].code.split('.')[0];
}

function sameTurn(a: Pick, b: Pick): boolean {
  return a.moments.some((m) => b.moments.some((other) => other.position === m.position));
}

function isOf(code: string, parent: string): boolean {
  return code === parent || code.startsWith(`${parent}.`);
}
