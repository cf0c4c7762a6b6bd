import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, ROOT } from './bedside.ts';

/** What a terminal obeys (title, clipboard, colours, cursor, 8-bit forms), or what hides and turns text. */
const CANARY =
  '\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x1b[2J\x1b[8m\x9b31m\x9d0;x\x9c\x08\x7f\u202e\u2066\u200b\u2028\r';

const SIGNS = [...CANARY].filter((sign) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(sign) && sign !== '\r');

/** Visits that hold the canary wherever an input can: in words, labels, ids, columns' names and the names of files. */
function plant(): string {
  const folder = emptyFolder();
  const name = CANARY.replace('\r', '');
  const said = `That sounds ${CANARY}really hard ${CANARY}. What ${CANARY} worries you?`;
  const padding = 'Nothing much has changed since then, I should say. '.repeat(20);
  writeFileSync(
    join(folder, `${name}.txt`),
    `Doctor: ${said} ${padding}\nPatient: I'm so worried${CANARY} about it.\nDoctor: ${said}\nPatient: Yes.\n`,
  );
  const cell = JSON.stringify(`a${CANARY}`);
  const turns = [
    { speaker: `Doctor ${name} (doctor)`, text: `${said} ${padding}`, turn: `1${name}` },
    { speaker: 'Patient', text: `I am worried ${CANARY}.` },
  ];
  writeFileSync(join(folder, 'a.json'), JSON.stringify({ visit_id: `v${CANARY}`, site: CANARY, turns }));
  writeFileSync(join(folder, 'b.json'), `{"visit_id": ${cell}, "turns": []}`);
  writeFileSync(join(folder, 'c.csv'), `visit,speaker,wörds${name}\n1,Doctor,hello\n`);
  writeFileSync(join(folder, 'd.json'), `[{"visit_id": ${cell}, "turns": ${JSON.stringify(turns)}}, ${cell}, {]`);
  return folder;
}

const folder = plant();

function expectSafe(text: string, { painted = false } = {}): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const rest = painted ? text.replace(/\x1b\[[\d;]*m/g, '') : text;
  for (const sign of SIGNS) expect(rest.includes(sign), JSON.stringify(sign)).toBe(false);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (painted) expect(text).not.toMatch(/\x1b\[8m/);
}

/** What a command prints on a terminal, both its outputs. */
function onTerminal(args: readonly string[]): string {
  const words = [process.execPath, join(ROOT, 'bin/bedside.js'), ...args];
  const line = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const env = { ...process.env, NO_COLOR: '', FORCE_COLOR: '', TERM: 'xterm', COLUMNS: '120' };
  const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], { encoding: 'utf8', cwd: ROOT, env });
  // The terminal's own line ends.
  return stdout.replaceAll('\r\n', '\n');
}

const hasTerminal = spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasTerminal)('on a terminal', () => {
  it.each([
    ['score', '--to', 'table'],
    ['tag'],
    ['cues'],
    ['tag', '--keep', 'site'],
    ['score', '--id-prefix'],
    ['tag', '--clinician', CANARY.replace('\r', '')],
  ])('no input is obeyed in a table or an error: %j', (command, ...options) => {
    const text = onTerminal([command, folder, ...options]);
    expect(text).toContain('bedside: ');
    expectSafe(text, { painted: true });
  });

  it.each(['csv', 'tsv', 'json', 'ndjson'])('nor in %s', (format) => {
    for (const command of ['score', 'tag', 'cues']) {
      const text = onTerminal([command, folder, '--to', format, '--keep', 'site']);
      expect(text).toContain(command === 'score' ? 'visit_id' : 'worried');
      expectSafe(text);
    }
  });

  it('nor in work on rules', () => {
    const rules = join(emptyFolder(), 'rules');
    mkdirSync(rules);
    writeFileSync(join(rules, 'empathy.name.yaml'), `code: ${JSON.stringify(`empathy${CANARY}`)}\nrules: 3\n`);
    expectSafe(onTerminal(['lexicon', 'explain', `That sounds ${CANARY}really hard.`]));
    expectSafe(onTerminal(['lexicon', 'check', rules]));
    expectSafe(onTerminal(['lexicon', 'list', '-l', rules]), { painted: true });
  });

  it('nor in an agreement', () => {
    const tags = join(emptyFolder(), 'tags.csv');
    writeFileSync(tags, bedside(['tag', folder]).stdout);
    expectSafe(onTerminal(['agree', tags, tags]), { painted: true });
    expectSafe(onTerminal(['agree', tags, tags, '--to', 'csv']));
  });

  it('colours are still ours', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colour is looked for
    expect(onTerminal(['score', 'fixtures/visits'])).toMatch(/\x1b\[1m/);
  });
});

describe('elsewhere', () => {
  it('bytes are kept as they are, in pipes and files', () => {
    const { stdout } = bedside(['tag', folder, '--to', 'csv']);
    expect(stdout).toContain('\x1b]0;owned\x07');
    const file = join(emptyFolder(), 'a.csv');
    bedside(['tag', folder, '-o', file]);
    expect(readFileSync(file, 'utf8')).toContain('\x1b]0;owned\x07');
  });

  it('no error ever holds them', () => {
    const { stderr } = bedside(['score', folder, 'fixtures/bad']);
    expect(stderr.split('\n').length).toBeGreaterThan(10);
    expectSafe(stderr);
    expect(stderr).not.toContain('\r');
    const copy = join(emptyFolder(), 'copy');
    cpSync(folder, copy, { recursive: true });
    expectSafe(bedside(['score', `${copy}/\x1b[31mnowhere`]).stderr);
  });
});
