import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** The project's root, with the built program. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program to its end, in the project's root unless told otherwise. */
export function bedside(
  args: readonly string[],
  { input = '', cwd = ROOT, env = {} }: { input?: string; cwd?: string; env?: Record<string, string> } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/bedside.js'), ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** An empty folder of its own. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bedside-'));
}

/** A CSV's rows by column name. */
export function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true });
}

/** A short visit; `line` stands in its last turn. */
export function visit(line = 'I will.'): string {
  return [
    'Doctor: Good morning. What brings you in today?',
    "Patient: My knee hurts, and I'm really worried about it.",
    'Doctor: That sounds frustrating. Tell me about the pain.',
    `Patient: ${line}`,
    '',
  ].join('\n');
}
