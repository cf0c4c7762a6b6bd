import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, ROOT, rowsOf } from './commands/bedside.ts';

const CANARY = 'Quetzalcoatlus';
const VISIT = 'fixtures/visits/checkup.txt';
const FORMATS = ['csv', 'tsv', 'json', 'ndjson', 'table'];

/** The visit once for every third word of it, the word replaced by the canary; and once with the canary for a speaker's name. */
function plant(): string {
  const folder = emptyFolder();
  const text = readFileSync(join(ROOT, VISIT), 'utf8');
  const words = [...text.matchAll(/(?<!^)\b[A-Za-z]+\b(?!:)/gm)];
  for (const [at, { index, 0: word }] of words.entries()) {
    if (at % 3 > 0) continue;
    writeFileSync(join(folder, `${at}.txt`), text.slice(0, index) + CANARY + text.slice(index + word.length));
  }
  const named = text.replaceAll(/^Patient:/gim, `${CANARY} Holt:`).replaceAll(/^Doctor:/gim, `Dr. Emil ${CANARY}:`);
  writeFileSync(join(folder, 'labels.txt'), named);
  mkdirSync(join(folder, 'noted'));
  writeFileSync(
    join(folder, 'noted', 'note.txt'),
    `PLAN:\nShe is worried about ${CANARY}. We discussed the options.\n`,
  );
  return folder;
}

const planted = plant();

describe('--no-quotes', () => {
  it.each(['score', 'tag', 'cues'].flatMap((command) => FORMATS.map((format) => [command, format])))(
    '%s --to %s holds no word that was said, wherever it stood',
    (command, format) => {
      const { code, stdout, stderr } = bedside([command, planted, '--no-quotes', '--to', format]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toContain(CANARY);
    },
  );

  it.each(['tag', 'cues'])('%s holds it without the option', (command) => {
    expect(bedside([command, planted]).stdout).toContain(CANARY);
  });

  it.each(['tag', 'cues'])('%s: nothing but quotes and names changes, and those of a role stay', (command) => {
    const quotes = rowsOf(bedside(['columns']).stdout)
      .filter(({ output, quotes }) => output === command && quotes === 'yes')
      .map(({ name }) => name);
    expect(quotes).toContain('quote');
    const [whole, bare] = [[], ['--no-quotes']].map((more) => rowsOf(bedside([command, VISIT, ...more]).stdout));
    expect(bare).toEqual(whole.map((row) => ({ ...row, ...Object.fromEntries(quotes.map((name) => [name, ''])) })));
    expect(whole.some((row) => quotes.every((name) => row[name] !== ''))).toBe(true);
  });

  it('gives a role, with a number, in place of a name', () => {
    const folder = emptyFolder();
    const text = ['Dr. Berg: Hello there.', 'Ann Lee: I am worried.', 'Dr. Cole: What worries you?', 'Mum: The scan.'];
    writeFileSync(join(folder, 'a.txt'), `${text.join('\n')}\n`.repeat(3));
    const args = ['tag', folder, '--patient', 'Ann Lee', '--to', 'json'];
    for (const option of ['--no-quotes', '--redact']) {
      const [{ turns }] = JSON.parse(bedside([...args, option]).stdout);
      const labels = turns.slice(0, 4).map(({ speaker }: { speaker: string }) => speaker);
      expect(labels).toEqual(['clinician', 'patient', 'clinician 2', 'Mum']);
    }
  });

  it("leaves the input's own columns as they are: whoever names them in --keep wants them", () => {
    const file = join(emptyFolder(), 'a.csv');
    writeFileSync(file, 'visit,speaker,text,site\n1,Doctor,How are you feeling today?,Leeds\n1,Patient,Fine.,Leeds\n');
    for (const option of ['--no-quotes', '--redact']) {
      expect(rowsOf(bedside(['tag', file, '--keep', 'site', option]).stdout)[0].site).toBe('Leeds');
    }
  });
});

const LINES = [
  'Dr. Emil Hartwig: Good morning, Mrs. Nakagawa. What brings you in from Leeds today?',
  'Ysolde Nakagawa: My son 𠮷 Kwame says I worry, and I am really worried about the scan on March 3rd.',
  'Dr. Emil Hartwig: That sounds frightening, Ysolde. Tell me more about what Kwame says, on 07700 900123 if need be.',
  'Ysolde Nakagawa: I have been so scared since Dr. Hartwig rang, and I want to go home to 42 Elm Street.',
  'Dr. Emil Hartwig: I can see how hard this is for you, Mrs. Nakagawa.',
];
const NAMES = /Hartwig|Nakagawa|Ysolde|Kwame|Leeds|March 3|900123|42 Elm/;

describe('--redact', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'a.txt'), `${LINES.join('\n')}\n`);

  it.each(['score', 'tag', 'cues'].flatMap((command) => FORMATS.map((format) => [command, format])))(
    '%s --to %s shows no name, place, date or number',
    (command, format) => {
      const { code, stdout } = bedside([command, folder, '--redact', '--to', format], { env: { COLUMNS: '400' } });
      expect(code).toBe(0);
      expect(stdout).not.toMatch(NAMES);
    },
  );

  it.each(['tag', 'cues'])('%s shows them without the option', (command) => {
    expect(bedside([command, folder]).stdout).toMatch(NAMES);
  });

  it('keeps what JSON promises: a quote is its text from start to end', () => {
    const [{ turns }] = JSON.parse(bedside(['tag', folder, '--redact', '--to', 'json']).stdout);
    const moments = turns.flatMap((turn: { text: string; moments: { start: number; end: number; quote: string }[] }) =>
      turn.moments.map((moment) => ({ ...moment, cut: [...turn.text].slice(moment.start, moment.end).join('') })),
    );
    expect(moments.length).toBeGreaterThan(3);
    for (const { cut, quote } of moments) expect(cut).toBe(quote);
    expect(moments.some(({ quote }: { quote: string }) => quote.includes('█'))).toBe(true);
  });

  it('changes no score and no moment', () => {
    expect(bedside(['score', folder, '--redact']).stdout).toBe(bedside(['score', folder]).stdout);
    const places = (args: readonly string[]) =>
      rowsOf(bedside(['tag', folder, ...args]).stdout).map(({ quote, speaker, ...row }) => row);
    expect(places(['--redact'])).toEqual(places([]));
    const answers = (args: readonly string[]) =>
      rowsOf(bedside(['cues', folder, ...args]).stdout).map(({ quote, response_quote, ...row }) => row);
    expect(answers(['--redact'])).toEqual(answers([]));
  });
});
