import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/write/display.ts';
import { bedside, emptyFolder, rowsOf } from './bedside.ts';

const CHECKUP = 'fixtures/visits/checkup.txt';

function review(
  args: readonly string[],
  { input = '', columns = 100, env = {} as Record<string, string> } = {},
): string {
  const { code, stdout, stderr } = bedside(['review', ...args], { input, env: { COLUMNS: `${columns}`, ...env } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** The text of the turns, a turn a line, as they stand beside the bar. */
function turnsOf(page: string): string[] {
  const turns: string[] = [];
  for (const line of page.split('\n')) {
    const [, head, text] = /^([^┃│┊]*)[┃│┊] ?(.*)$/.exec(line) ?? [];
    if (head === undefined || text.startsWith('↳')) continue;
    if (head.trim() === '') turns[turns.length - 1] += ` ${text}`;
    else turns.push(text);
  }
  return turns;
}

function withoutMarks(text: string): string {
  return text.replace(/\[(?:[a-z.]+(?:#\d+)?(?:, )?)+(?: …)?: /g, '').replace(/[[\]]/g, '');
}

const ESCAPE = '\u001b[';
const COLOUR = new RegExp(`${ESCAPE.replace('[', '\\[')}[\\d;]*m`, 'g');

const UNANSWERED = [
  "Patient: I'm really worried it might be cancer.",
  'Doctor: Do you take any tablets at the moment?',
  'Patient: No.',
  'Doctor: Any allergies?',
  "Patient: No. I'm so scared of the scan.",
].join('\n');

describe('review', () => {
  it.each([
    CHECKUP,
    'fixtures/visits/diabetes.txt',
    'fixtures/visits/notes/back-pain.txt',
    'fixtures/visits/cough-asr.txt',
  ])('shows every turn of %s whole, with the moments that tag gives', (file) => {
    const page = review([file]);
    const [visit] = JSON.parse(bedside(['tag', file, '--to', 'json']).stdout);
    const said = visit.turns.map(({ text }: { text: string }) => text.replace(/[[\]]/g, ''));
    expect(turnsOf(page).map(withoutMarks)).toEqual(said);
    for (const [k, { moments }] of visit.turns.entries()) {
      for (const { code } of moments) expect(turnsOf(page)[k]).toMatch(new RegExp(`\\[[^\\]:]*${code}(#\\d+)?[,:]`));
      if (moments.length === 0) expect(turnsOf(page)[k].replace(/[[\]]/g, '')).toBe(said[k]);
    }
  });

  it('marks the exact words, those of several codes once, and one moment within another', () => {
    const turns = turnsOf(review([CHECKUP], { columns: 300 }));
    expect(turns[6]).toBe(
      '[empathy.name: That sounds really frustrating]. [empathy.explore, question.open: How has it been affecting you at work]?',
    );
    expect(turns[18]).toContain(
      "[listening.reflection.simple: [empathy.name: You've been carrying] that on your own].",
    );
  });

  it('tells beside a cue what became of it, and that it was not answered', () => {
    const page = review(['-'], { input: UNANSWERED });
    expect(page).toContain('↳ cue#1 NOT ANSWERED: turn 2 is about something else');
    expect(page).toContain('↳ cue#2 NOT ANSWERED: the clinician says nothing after it');
    expect(page).toMatch(/^cues {9}·*!·+!·*$/m);
    expect(page).toContain('0 of 2 acknowledged or explored, 2 not answered');
    expect(review([CHECKUP])).toContain('↳ cue#3 acknowledged in turn 9 (empathy.name)');
    expect(review([CHECKUP])).not.toContain('NOT ANSWERED');
  });

  it('gives the scores with what they are counted over, flags in words, and what an index is not', () => {
    const [score] = rowsOf(bedside(['score', CHECKUP]).stdout);
    const page = review([CHECKUP]).replace(/\s+/g, ' ');
    expect(page).toContain(
      `open questions ${score.open_questions} of ${+score.open_questions + +score.closed_questions};`,
    );
    expect(page).toContain(`${score.clinician_words} of ${+score.clinician_words + +score.patient_words} words (54 %)`);
    expect(page).toContain(`communication index ${Math.round(Number(score.communication_index))} of 100`);
    expect(page).toContain('no verdict on the clinician and no measure of trust');
    const short = review(['-'], { input: UNANSWERED }).replace(/\s+/g, ' ');
    expect(short).toContain('short: fewer than 300 words. Doubtful: every share, rate and index');
  });

  it('fits every width, and the strip with it', () => {
    for (const columns of [40, 60, 80, 120, 200]) {
      const lines = review(['fixtures/visits/diabetes.txt', '--framework', 'option5'], { columns }).split('\n');
      expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
      const course = lines.filter((line) => /^(clinician|patient) .*[▁▂▃▄▅▆▇█]/.test(line));
      expect(course).toHaveLength(2);
      expect(Math.max(...course.map(widthOf))).toBeGreaterThan(columns - 12);
    }
  });

  it('marks what --only asks for, and leaves turns out on demand', () => {
    const only = review([CHECKUP, '--only', 'empathy.name', '--only', 'sdm']);
    const codes = new Set(
      [
        ...turnsOf(only)
          .join(' ')
          .matchAll(/\[([a-z.]+): /g),
      ].map(([, code]) => code.split('.')[0]),
    );
    expect(codes).toEqual(new Set(['empathy', 'sdm']));
    expect(only).not.toContain('empathy.respect: ');
    expect(only).not.toContain('↳');
    const some = review([CHECKUP, '--only', 'sdm.choice', '--moments']);
    expect(turnsOf(some)).toHaveLength(1);
    expect(some).toContain('⋯ 22 turns');
    expect(some).toContain('⋯ 9 turns');
    const around = review([CHECKUP, '--only', 'sdm.choice', '--around', '2']);
    expect(turnsOf(around)).toHaveLength(5);
    expect(around).toContain('⋯ 20 turns');
  });

  it('refuses a code that is none, and a number of turns that is none', () => {
    const { code, stdout, stderr } = bedside(['review', CHECKUP, '--only', 'empathie']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('question, sdm');
    expect(bedside(['review', CHECKUP, '--around', 'two']).code).toBe(2);
  });

  it('shows one of several visits, and names them where none is chosen', () => {
    const folder = emptyFolder();
    const rows = ['visit,speaker,text'];
    for (let k = 1; k <= 30; k += 1) rows.push(`v${k},Doctor,How is the knee ${k}?`, `v${k},Patient,It aches.`);
    const file = join(folder, 'many.csv');
    writeFileSync(file, rows.join('\n'));
    const { code, stdout, stderr } = bedside(['review', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/30 visits.*--visit ID.*v1, v2.*v20 and 10 more/);
    const page = review([file, '--visit', 'v7']);
    expect(page).toContain('How is the knee 7');
    expect(page).not.toContain('knee 8');
    const none = bedside(['review', file, '--visit', 'v99']);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('no such visit');
    writeFileSync(file, 'visit,speaker,text\nI cannot sleep at night,Doctor,Hello.\nv2,Doctor,Hello.\n');
    const said = bedside(['review', file]);
    expect(said.code).toBe(2);
    expect(said.stderr).not.toContain('sleep');
  });

  it('reads what the other commands read: standard input, options on speakers, own rules, the files of two speakers', () => {
    const input = 'Anna: What brings you in?\nBen: My knee hurts.\nAnna: That sounds hard.\nBen: It is.\n';
    expect(review(['-', '--clinician', 'anna', '--patient', 'ben'], { input })).toContain('roles given');
    const rules = emptyFolder();
    mkdirSync(rules, { recursive: true });
    writeFileSync(
      join(rules, 'house.greeting.yaml'),
      'code: house.greeting\ndefinition: d\nsource: s\nspeaker: clinician\nrules:\n  - id: hello\n    match: |\n      good morning\n',
    );
    expect(review([CHECKUP, '-l', rules])).toContain('[house.greeting: Good morning],');
    const twins = ['doctor', 'patient'].map((who) => `fixtures/visits/twins/checkup.channels_${who}.TextGrid`);
    expect(review(twins, { columns: 200 })).toMatch(/turns · 545 words/);
  });

  it('ends with 1 where the file cannot be read', () => {
    expect(bedside(['review', 'fixtures/bad/no-speaker.csv'])).toMatchObject({ code: 1, stdout: '' });
    expect(bedside(['review', 'no/such/file.txt'])).toMatchObject({ code: 1, stdout: '' });
  });

  it('shows a note as what it is', () => {
    const page = review(['fixtures/visits/notes/back-pain.txt']);
    expect(page).toContain('on record');
    expect(page).toContain('A note shows what was written');
    expect(page).not.toMatch(/^(clinician|patient) /m);
    expect(page).not.toContain('index');
    expect(page).not.toContain('not answered');
  });

  it('is plain when piped, in colour on demand', () => {
    expect(review([CHECKUP])).not.toContain(ESCAPE);
    expect(review([CHECKUP], { env: { FORCE_COLOR: '1' } })).toContain(ESCAPE);
    expect(review([CHECKUP, '--no-color'], { env: { FORCE_COLOR: '1' } })).not.toContain(ESCAPE);
    const colour = review([CHECKUP, '--color'], { env: { NO_COLOR: '1' } });
    expect(colour).toContain(ESCAPE);
    expect(colour).not.toContain('[empathy.name: ');
  });

  it('sends no control character of a transcript to the terminal', () => {
    const input =
      'Doctor: What\u001b[2J brings\u0007 you in\u202e today?\nPatient: My\u009b31m knee\u200b hurts, I am so worried.\n';
    for (const look of ['--no-color', '--color']) {
      const page = review(['-', look], { input }).replaceAll(COLOUR, '');
      expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(page).toContain('brings');
    }
  });

  it('lists the items of a framework with quotes below the scores', () => {
    const page = review([CHECKUP, '--framework', 'nurse']);
    expect(page).toMatch(/^NURSE$/m);
    expect(page).toMatch(/Names the emotion: 3\n +turn 7 “That sounds really frustrating”/);
    expect(page).toContain('Offers support, partnership or to be there: none found');
    const miti = review([CHECKUP, '--framework', 'miti', '--mi']).replace(/\s+/g, ' ');
    expect(miti).toContain('not seen by this tool (no code for advice or argument)');
    expect(miti).toMatch(/R:Q Reflections for each question: [\d.]+ \(\d+ \/ \d+\); bounds: basic competence 1/);
    expect(miti).toContain('rest on expert opinion');
  });
});
