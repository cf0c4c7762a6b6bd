import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFramework } from '../../src/lexicon/framework.ts';
import { type FrameworkView, frameworkView } from '../../src/score/frameworks/view.ts';
import { scoreVisit } from '../../src/score/score.ts';
import { segmentVisit } from '../../src/segment/segment.ts';
import type { Visit } from '../../src/visit.ts';
import { lexicon, momentsIn, noteOf, talkOf } from './visits.ts';

const miti = await loadFramework('miti', lexicon);
const habits = await loadFramework('four-habits', lexicon);
const option5 = await loadFramework('option5', lexicon);

function view(framework: typeof miti, visit: Visit, marks: string[], mi = false): FrameworkView {
  const segmented = segmentVisit(visit, lexicon);
  const moments = momentsIn(visit, ...marks);
  const score = scoreVisit(visit, moments, lexicon, segmented);
  return frameworkView(framework, { visit, moments, segmented, score }, lexicon, { mi });
}

/** The turns that count for an item. */
function turns(shown: FrameworkView, id: string): string[] {
  return item(shown, id).moments.map(({ turn }) => turn);
}

function item({ items }: FrameworkView, id: string) {
  const found = items.find((one) => one.id === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}

/** Lines of talk; `marks` of turn and code for a quote, as `momentsIn` takes them. */
function counts(lines: string[], ...marks: string[]) {
  const shown = view(miti, talkOf(...lines), marks);
  const of = (id: string) => turns(shown, id).join(' ');
  return { Q: of('question'), SR: of('simple-reflection'), CR: of('complex-reflection') };
}

describe('MITI counts by volley', () => {
  test('a session worked by hand', () => {
    const visit = talkOf(
      'D: How have you been getting on? How much do you smoke now?',
      'P: About ten a day, fewer than at Christmas.',
      "D: So you're down to ten.",
      'P: Mm-hm.',
      "D: You've got your eye on none at all.",
      'P: I have. My wife is pleased too.',
      'D: You mentioned your wife. What does she say?',
      'P: That my chest scares her.',
      'D: Your chest scares her. Is that right?',
      'P: Yes.',
      'D: You want to be around for her?',
      'P: Of course I do.',
      'D: You want to be around for her, and for yourself.',
      'P: And for the dog.',
    );
    const marks = [
      '1 question.open: How have you been getting on?',
      '1 question.closed: How much do you smoke now?',
      "3 listening.reflection.simple: you're down to ten",
      "5 listening.reflection.complex: You've got your eye on none at all",
      '7 listening.reflection.simple: You mentioned your wife',
      '7 question.open: What does she say?',
      '9 listening.reflection.simple: Your chest scares her',
      '11 listening.reflection.simple: You want to be around for her?',
      '13 listening.reflection.simple: You want to be around for her, and for yourself',
    ];
    const shown = view(miti, visit, marks);
    // Volleys: 1 | 3 and 5, for "Mm-hm" ends none | 7 | 9, ended by "Yes", an answer | 11 | 13.
    expect(turns(shown, 'question')).toEqual(['1', '7', '9', '11']);
    expect(turns(shown, 'simple-reflection')).toEqual(['9', '13']);
    expect(turns(shown, 'complex-reflection')).toEqual(['5']);
    expect(item(shown, 'reflection-to-question').figure).toMatchObject({ value: 0.75, of: 3, per: 4, basic: null });
    expect(item(shown, 'percent-complex').figure).toMatchObject({ value: 33.3, of: 1, per: 3, proficient: null });
  });

  test('two reflections of a volley are one, and a complex one stands for both', () => {
    const simple = '2 listening.reflection.simple: Nights are bad';
    const more = '2 listening.reflection.simple: You lie awake';
    const lines = ['P: I lie awake every night.', 'D: Nights are bad. You lie awake.'];
    expect(counts(lines, simple, more)).toEqual({ Q: '', SR: '2', CR: '' });
    expect(counts(lines, simple, '2 listening.reflection.complex: You lie awake')).toEqual({ Q: '', SR: '', CR: '2' });
  });

  test('what somebody else says ends a volley, a back-channel only where it answers', () => {
    const marks = ['1 listening.reflection.simple: You sleep badly', '3 listening.reflection.simple: You wake early'];
    const said = (between: string) => counts(['D: You sleep badly.', between, 'D: You wake early.'], ...marks).SR;
    expect(said('P: Yeah.')).toBe('1');
    expect(said('P: [sighs]')).toBe('1');
    expect(said('P: Yeah, since March.')).toBe('1 3');
    expect(said('Tom: She does, too.')).toBe('1 3');
    const asked = ['D: You sleep badly. Is it the noise?', 'P: Yeah.', 'D: You wake early.'];
    expect(counts(asked, ...marks).SR).toBe('1 3');
  });

  test('a set-up is one only before a question', () => {
    const setup = '1 listening.reflection.simple: You mentioned the stairs';
    expect(counts(['D: You mentioned the stairs. How many?'], setup, '1 question.closed: How many?').SR).toBe('');
    expect(counts(['D: You mentioned the stairs. They are steep.'], setup).SR).toBe('1');
    const plain = '1 listening.reflection.simple: The stairs wear you out';
    expect(counts(['D: The stairs wear you out. How many?'], plain, '1 question.closed: How many?')).toEqual({
      Q: '1',
      SR: '1',
      CR: '',
    });
  });

  test('a check behind a reflection is a question too, a question mark of its own is a question alone', () => {
    const mark = '1 listening.reflection.simple: The stairs wear you out';
    expect(counts(['D: The stairs wear you out, right?'], mark)).toEqual({ Q: '1', SR: '1', CR: '' });
    expect(counts(['D: The stairs wear you out, am I right?'], mark)).toEqual({ Q: '1', SR: '1', CR: '' });
    expect(counts(['D: So the stairs wear you out?'], mark.replace('The', 'the'))).toEqual({ Q: '1', SR: '', CR: '' });
    expect(counts(['D: The stairs wear you out. Right.'], mark)).toEqual({ Q: '', SR: '1', CR: '' });
  });

  test('bounds are given to motivational interviewing alone', () => {
    const visit = talkOf('D: What brings you in?', 'P: My knee.');
    const marks = ['1 question.open: What brings you in?'];
    expect(item(view(miti, visit, marks), 'reflection-to-question').figure).toMatchObject({ value: 0, basic: null });
    const shown = view(miti, visit, marks, true);
    expect(item(shown, 'reflection-to-question').figure).toMatchObject({ basic: 1, proficient: 2 });
    expect(item(shown, 'percent-complex')).toMatchObject({ status: 'none found', figure: { value: null, basic: 40 } });
    expect(shown.note).toContain('expert opinion');
    expect(view(miti, visit, marks).note).not.toContain('expert opinion');
  });

  test('a volley never counts a code twice, nor both kinds of reflection', () => {
    const said = ['Nights are bad', 'You lie awake', 'Any pain?', 'You mentioned it.', 'Right?'];
    const codes = ['question.open', 'question.closed', 'listening.reflection.simple', 'listening.reflection.complex'];
    const turn = fc.record({
      who: fc.constantFrom('D', 'D', 'P', 'Tom'),
      words: fc.array(fc.constantFrom(...said, 'Mm-hm.'), { minLength: 1, maxLength: 3 }),
      code: fc.constantFrom(...codes),
    });
    fc.assert(
      fc.property(fc.array(turn, { minLength: 2, maxLength: 12 }), (drawn) => {
        const lines = ['D: Hello.', 'P: Good day.', ...drawn.map(({ who, words }) => `${who}: ${words.join(' ')}`)];
        const marks = drawn.flatMap(({ who, words, code }, k) =>
          who === 'D' ? [...new Set(words)].map((w) => `${k + 3} ${code}: ${w}`) : [],
        );
        const shown = view(miti, talkOf(...lines), marks);
        const volleys = drawn.filter(({ who }, k) => who === 'D' && drawn[k - 1]?.who !== 'D').length + 1;
        for (const id of ['question', 'simple-reflection', 'complex-reflection'])
          expect(turns(shown, id).length).toBeLessThanOrEqual(volleys);
        expect(new Set([...turns(shown, 'simple-reflection'), ...turns(shown, 'complex-reflection')]).size).toBe(
          turns(shown, 'simple-reflection').length + turns(shown, 'complex-reflection').length,
        );
      }),
    );
  });
});

describe('evidence of an item', () => {
  test('the beginning is counted in turns that say something', () => {
    const idle = Array.from({ length: 12 }, (_, k) => (k % 2 === 0 ? 'D: Mm-hm.' : 'P: And then it went on.'));
    const visit = talkOf('P: It began in May.', ...idle, 'D: What happened then?');
    const mark = `${visit.turns.length} question.open: What happened then?`;
    expect(item(view(habits, visit, [mark]), 'open-questions').status).toBe('seen');
    const busy = idle.map((line) => line.replace('Mm-hm.', 'Let me write that down.'));
    const late = talkOf('P: It began in May.', ...busy, ...busy, 'D: What happened then?');
    const at = `${late.turns.length} question.open: What happened then?`;
    expect(item(view(habits, late, [at]), 'open-questions').status).toBe('none found');
    expect(item(view(habits, late, [at]), 'expand').status).toBe('seen');
  });

  test('what answers a cue is told from what does not', () => {
    const lines = ["P: I'm frightened of the scan.", "D: I'm so sorry.", 'P: Thanks.', 'D: Any fever?', 'P: No.'];
    const cue = "1 patient.cue: I'm frightened of the scan";
    const sorry = "2 empathy.sympathy: I'm so sorry";
    expect(turns(view(habits, talkOf(...lines), [cue, sorry]), 'feelings-accepted')).toEqual(['2']);
    expect(turns(view(habits, talkOf(...lines), [sorry]), 'feelings-accepted')).toEqual([]);
  });

  test('order counts where an item asks for it', () => {
    const lines = ['D: Shall we do that?', "P: I'd rather wait.", 'D: Shall we wait, then?', 'P: Yes.'];
    const marks = [
      '1 sdm.agree: Shall we do that',
      "2 patient.preference: I'd rather wait",
      '3 sdm.agree: Shall we wait, then',
    ];
    expect(turns(view(option5, talkOf(...lines), marks), 'integrate-preferences')).toEqual(['3']);
  });

  test('where nobody is seen to speak for the clinician, nothing is said to be missing', () => {
    const note = noteOf('Options were discussed.');
    const shown = view(option5, note, ['1 sdm.options: Options were discussed']);
    expect(new Set(shown.items.map(({ status }) => status))).toEqual(new Set(['not seen by this tool']));
    const alone = view(miti, talkOf('P: My knee hurts.', 'P: It does.'), []);
    expect(new Set(alone.items.map(({ status }) => status))).toEqual(new Set(['not seen by this tool']));
  });
});
