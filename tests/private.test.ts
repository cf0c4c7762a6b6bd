import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, ROOT, rowsOf } from './commands/bedside.ts';

const CANARY = 'Quetzalcoatlus';
const BAD = join(ROOT, 'fixtures/bad');
const TABLE = /\.(csv|tsv)$/;

/** A file's lines, in bytes, so that broken encodings stay broken. */
function linesOf(name: string): string[] {
  return readFileSync(join(BAD, name), 'latin1').split('\n');
}

const files = readdirSync(BAD);

/** The last word of a line, which is said; the first one, which may be taken for a label, an id or a key. */
const PLACES = { last: /[A-Za-z]{3,}(?=[^A-Za-z]*$)/, first: /[A-Za-z]{3,}/ };

/**
 * Makes a folder for each place and line, in which every bad file says the canary there. A table's header is left as it is,
 * since short names of columns may be told; a header of prose is not.
 */
function plant(): { path: string; line: number }[] {
  const root = emptyFolder();
  return Object.entries(PLACES).flatMap(([place, word]) =>
    files.flatMap((name) =>
      linesOf(name).flatMap((line, at, lines) => {
        if (!word.test(line) || (at === 0 && TABLE.test(name) && !name.startsWith('prose'))) return [];
        const folder = join(root, place, String(at));
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, name), lines.with(at, line.replace(word, CANARY)).join('\n'), 'latin1');
        return [{ path: join(folder, name), line: at }];
      }),
    ),
  );
}

const planted = plant();
const formats = rowsOf(bedside(['formats']).stdout)
  .filter(({ direction }) => direction === 'read')
  .map(({ format }) => format);
const kinds = ['note', 'transcript', 'both'].map((kind) => ['--kind', kind]);

describe("a patient's word in files that cannot be read", () => {
  it.each([[], ...kinds, ...formats.map((format) => ['--from', format])])(
    'is in no message and no file of errors: %s %s',
    (...options) => {
      const errors = join(emptyFolder(), 'errors.csv');
      // Read as a table on demand, any file's first line is its header.
      const isTable = options.includes('csv') || options.includes('tsv');
      const paths = planted.filter(({ line }) => line > 0 || !isTable).map(({ path }) => path);
      const { code, stderr } = bedside(['score', ...paths, ...options, '--id-prefix', '--errors', errors]);
      const told = readFileSync(errors, 'utf8');
      expect(code).toBe(1);
      expect(rowsOf(told).length).toBeGreaterThan(20);
      expect(`${stderr}${told}`).not.toContain(CANARY);
    },
    60_000,
  );
});
