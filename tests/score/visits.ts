import { compile } from '../../src/lexicon/compile.ts';
import { lexiconFolder } from '../../src/lexicon/load.ts';
import { readLexicon } from '../../src/lexicon/source.ts';
import { assignRoles } from '../../src/segment/roles.ts';
import type { Moment, Visit } from '../../src/visit.ts';

/** The built-in words, labels and bounds; these tests give their moments themselves. */
export const { lexicon } = compile(readLexicon(lexiconFolder()).source);

/** A transcript of `D: text` and `P: text` lines, with roles. */
export function talkOf(...lines: string[]): Visit {
  const turns = lines.map((line, k) => {
    const at = line.indexOf(': ');
    const parts = [{ place: `line ${k + 1}`, at: 0 }];
    return { id: `${k + 1}`, speaker: line.slice(0, at), role: 'other' as const, text: line.slice(at + 2), parts };
  });
  const visit: Visit = { id: 'v', source: 'v.txt', kind: 'transcript', turns };
  assignRoles(visit, lexicon, {});
  return visit;
}

/** A note, a turn a line. */
export function noteOf(...lines: string[]): Visit {
  const turns = lines.map((text, k) => ({ id: `${k + 1}`, speaker: '', role: 'note' as const, text, parts: [] }));
  return { id: 'n', source: 'n.txt', kind: 'note', turns };
}

/** Moments given as `turn code: quote`, in order. The quote has to stand in that turn. */
export function momentsIn(visit: Visit, ...marked: string[]): Moment[] {
  return marked.map((mark) => {
    const [, turn, code, quote] = /^(\d+) (\S+): (.*)$/.exec(mark) as RegExpExecArray;
    const position = Number(turn) - 1;
    const offset = visit.turns[position].text.indexOf(quote);
    if (offset < 0) throw new Error(`not in turn ${turn}: ${quote}`);
    const start = [...visit.turns[position].text.slice(0, offset)].length;
    const end = start + [...quote].length;
    return { visit: visit.id, turn, code, start, end, quote, rule: `${code}/test`, position, offset };
  });
}
