import { describe, expect, it } from 'vitest';
import { bedside } from './bedside.ts';

const turns = [
  { speaker: 'Doctor', text: 'What brings you in today?' },
  { speaker: 'Patient', text: "I'm really worried about my heart." },
  { speaker: 'Doctor', text: 'That sounds frightening. 🙂 Tell me about the pain.' },
];

const lines = [
  JSON.stringify({ id: 'first', turns }),
  '{"id": "broken", "turns": [',
  JSON.stringify({ id: 'empty', turns: [] }),
  JSON.stringify({ id: 'first', turns }),
  JSON.stringify({ id: 'strangers', turns: 'ABC'.split('').map((speaker) => ({ speaker, text: 'Yes.' })) }),
  JSON.stringify({ id: 'last', turns }),
];

interface Line {
  visit_id: string | null;
  error?: { code: string; at: string | null };
  turns?: { text: string; moments: { code: string; start: number; end: number; quote: string }[] }[];
}

function run(command: string): { code: number | null; out: Line[] } {
  const { code, stdout } = bedside([command, '-', '--to', 'ndjson'], { input: `${lines.join('\n')}\n` });
  return {
    code,
    out: stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

describe('NDJSON in, NDJSON out', () => {
  it.each(['score', 'tag', 'cues'])('%s gives a line for every line, a bad one with its error', (command) => {
    const { code, out } = run(command);
    expect(code).toBe(1);
    expect(out).toHaveLength(lines.length);
    expect(out.map(({ error }) => error === undefined)).toEqual([true, false, false, false, false, true]);
    expect(out[0].visit_id).toBe('first');
    expect(out[1].error?.at).toMatch(/^line 2/);
    expect(out[3]).toMatchObject({ visit_id: 'first', error: { code: 'id.duplicate' } });
    expect(out[5].visit_id).toBe('last');
  });

  it("tag carries each turn's text, in which the offsets count code points", () => {
    const [first] = run('tag').out;
    expect(first.turns?.map(({ text }) => text)).toEqual(turns.map(({ text }) => text));
    const found = (first.turns ?? []).flatMap(({ text, moments }) => moments.map((moment) => ({ text, ...moment })));
    expect(found.length).toBeGreaterThan(2);
    for (const { text, start, end, quote } of found) expect([...text].slice(start, end).join('')).toBe(quote);
    expect(found.some(({ start, text }) => start > [...text].indexOf('🙂') && text.includes('🙂'))).toBe(true);
  });

  it('JSON is a list of the same objects, without what could not be read', () => {
    const { stdout } = bedside(['tag', '-', '--to', 'json'], { input: `${lines.join('\n')}\n` });
    expect(JSON.parse(stdout)).toEqual(run('tag').out.filter(({ error }) => !error));
  });

  it('no line gives no line: an engine may pipe in an empty share', () => {
    for (const input of ['', '\n'])
      expect(bedside(['score', '-', '--from', 'ndjson', '--to', 'ndjson'], { input })).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
  });
});
