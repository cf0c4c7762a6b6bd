import type { Problem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { linesOf, placeOf } from './dialogue.ts';
import type { Reader } from './reader.ts';
import { isTalk } from './talk.ts';
import { makeTurn } from './turn.ts';

/** A clinical note: a non-empty line is a turn, headings and list items are lines like any other. */
export const note: Reader = {
  id: 'note',
  name: 'clinical note',
  endings: ['txt', 'text', 'md', 'markdown'],
  onePerFile: true,
  about: 'A note in plain text or Markdown; each line with something on it counts as a turn.',
  sniff: (head) => /\p{L}/u.test(head) && !MARKUP.test(head),
  *read(source, { kind }): Generator<Visit | Problem> {
    const lines = linesOf(source.text);
    if (kind !== 'note' && isTalk(source.text)) {
      yield {
        code: 'note.conversation',
        file: source.name,
        visit: source.id,
        what: 'this reads like a conversation, but no line names its speaker',
        fix: 'Write a label before each turn (Doctor: …, Patient: …); if it is a note, say so: --kind note',
      };
      return;
    }
    const turns = lines.map((line, i) =>
      makeTurn(String(i + 1), '', [{ place: placeOf(line, source), text: line.text }], 'note'),
    );
    yield { id: source.id, source: source.name, kind: 'note', turns };
  },
};

/** The beginning of what is no prose: HTML and XML, RTF, JSON, LaTeX, a script. */
const MARKUP = /^\s*(?:<[!?a-z]|\{\\rtf|[{[]\s*["{[\]}]|\\documentclass|#!)/i;
