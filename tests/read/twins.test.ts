import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isProblem } from '../../src/problem.ts';
import { channelOf } from '../../src/read/channels.ts';
import { readers } from '../../src/read/index.ts';
import { detect, readSource } from '../../src/read/read.ts';
import type { Source } from '../../src/read/reader.ts';
import type { Visit } from '../../src/visit.ts';
import { fixtures, open, options } from './options.ts';

const labelled = visitOf(open('visits/checkup.txt'));
const twins = sourcesIn('visits/twins');
const notes = sourcesIn('visits/notes');

describe.each(readers.map((reader) => reader.id))('%s', (id) => {
  it('has a fixture', () => {
    const own = [...twins, ...notes].filter((source) => detect(source, options)?.id === id);
    expect(own.map((source) => source.name)).not.toEqual([]);
  });
});

describe.each(twins.map((source) => [source.name, source] as const))('%s', (_, source) => {
  it('is told by its content, and the ending agrees', () => {
    const bare = detect({ ...source, ending: '' }, options);
    expect(bare?.endings).toContain(source.ending === 'md' ? 'txt' : source.ending);
    expect(detect(source, options)).toBe(bare);
  });

  it('is the labelled visit, turn by turn', () => {
    const visit = visitOf(source);
    expect(visit.kind).toBe('transcript');
    expect(visit.turns.map((turn) => turn.text)).toEqual(labelled.turns.map((turn) => turn.text));
    // The labels may differ, who speaks may not.
    const names = new Map(visit.turns.map((turn, i) => [turn.speaker, labelled.turns[i].speaker]));
    expect(visit.turns.map((turn) => names.get(turn.speaker))).toEqual(labelled.turns.map((turn) => turn.speaker));
    expect(new Set(names.values()).size).toBe(names.size);
  });

  it('says where each piece of a turn stands', () => {
    for (const { text, parts } of visitOf(source).turns) {
      expect(parts[0].at).toBe(0);
      for (const part of parts) {
        expect(part.place).toMatch(/\d/);
        expect(part.at === 0 || text[part.at - 1] === ' ').toBe(true);
        expect(part.end ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(part.start ?? 0);
      }
    }
  });
});

describe.each(notes.map((source) => [source.name, source] as const))('%s', (_, source) => {
  it('is a note, a turn a line', () => {
    const visit = visitOf(source);
    const lines = source.text.split('\n').filter((line) => line.trim() !== '');
    expect(visit.kind).toBe('note');
    expect(visit.turns.map((turn) => turn.text)).toEqual(lines.map((line) => line.trim()));
    expect(new Set(visit.turns.map((turn) => turn.role))).toEqual(new Set(['note']));
  });
});

describe.each(sourcesIn('visits').map((source) => [source.name, source] as const))('%s', (_, source) => {
  it('is a visit, a turn a line', () => {
    const lines = source.text.trimEnd().split('\n');
    expect(
      visitOf(source).turns.map(({ id, speaker, text, parts }) => [id, `${speaker}: ${text}`, parts[0].place]),
    ).toEqual(lines.map((line, i) => [String(i + 1), line, `line ${i + 1}`]));
  });
});

/** The files of a folder; two channels of one visit are one source. */
function sourcesIn(folder: string): Source[] {
  const found = new Map<string, Source>();
  for (const name of readdirSync(fixtures + folder).sort()) {
    if (!name.includes('.')) continue;
    const path = `${folder}/${name}`;
    const source = open(path);
    const channel = channelOf(path);
    if (!channel) {
      found.set(path, source);
      continue;
    }
    const before = found.get(channel.key);
    const channels = [...(before?.channels ?? []), { name: path, speaker: channel.speaker, text: source.text }];
    found.set(channel.key, { ...source, name: channel.key, text: '', channels });
  }
  return [...found.values()];
}

function visitOf(source: Source): Visit {
  const items = [...readSource(source, options)];
  expect(items).toHaveLength(1);
  const [visit] = items;
  if (isProblem(visit)) throw new Error(`${source.name}: ${visit.code}: ${visit.what}`);
  return visit;
}
