import { describe, expect, it } from 'vitest';
import { bedside, rowsOf } from './bedside.ts';

describe('what the program knows of itself', () => {
  it('columns: every column of every output, with its meaning', () => {
    const rows = JSON.parse(bedside(['columns', '--json']).stdout) as Record<string, string>[];
    const named = (output: string) => rows.filter((row) => row.output === output).map((row) => row.name);
    for (const command of ['score', 'tag', 'cues']) {
      const header = bedside([command, 'fixtures/visits/checkup.txt']).stdout.split('\n')[0];
      expect(named(command)).toEqual(header.split(','));
    }
    for (const row of rows) expect([row.formula, row.unit, row.source].every((text) => text.length > 0)).toBe(true);
  });

  it('formats: what is read and what is written, under the names that --from and --to take', () => {
    const rows = rowsOf(bedside(['formats']).stdout);
    const ids = (direction: string) => rows.filter((row) => row.direction === direction).map((row) => row.format);
    expect(ids('write')).toEqual(['csv', 'tsv', 'json', 'ndjson', 'table']);
    expect(ids('read')).toEqual(expect.arrayContaining(['vtt', 'srt', 'csv', 'json', 'textgrid', 'note']));
    for (const id of ids('write')) expect(bedside(['score', 'fixtures/visits/checkup.txt', '--to', id]).code).toBe(0);
  });

  it('version', () => {
    expect(bedside(['--version'])).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
  });
});
