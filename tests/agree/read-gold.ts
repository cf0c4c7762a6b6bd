import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role, Visit } from '../../src/visit.ts';

/** The gold folder written for this project; evaluated.json holds what another program found in it. */
export const goldFolder = join(import.meta.dirname, '../../fixtures/gold');

const roles: Record<string, Role> = {
  doctor: 'clinician',
  nurse: 'clinician',
  clinician: 'clinician',
  patient: 'patient',
  pt: 'patient',
};

/** The visits of one of its folders, a turn a line. */
export function readVisits(folder: string): Visit[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const id = name.replace('.txt', '');
      const kind = id.startsWith('note-') ? 'note' : 'transcript';
      const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
      const turns = lines.map((line, i) => {
        const [speaker, ...rest] = kind === 'note' ? ['', line] : line.split(': ');
        const role: Role = kind === 'note' ? 'note' : (roles[speaker.toLowerCase()] ?? 'other');
        return { id: String(i + 1), speaker, role, text: rest.join(': '), parts: [] };
      });
      return { id, source: name, kind, turns };
    });
}

/** A visit of `turns` turns, clinician and patient by turns. */
export function madeVisit(id: string, turns: number): Visit {
  return {
    id,
    source: id,
    kind: 'transcript',
    turns: Array.from({ length: turns }, (_, i) => ({
      id: String(i + 1),
      speaker: '',
      role: i % 2 === 0 ? 'clinician' : 'patient',
      text: `words of turn ${i + 1}`,
      parts: [],
    })),
  };
}
