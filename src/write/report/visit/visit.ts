import type { Html } from '../html.ts';
import type { Section } from '../section.ts';
import { codes } from './codes.ts';
import { cues } from './cues.ts';
import { decisions } from './decisions.ts';
import { framework } from './frameworks.ts';
import { indices } from './indices.ts';
import { listening } from './listening.ts';
import { questions } from './questions.ts';
import { talk } from './talk.ts';
import { together } from './together.ts';
import { transcript } from './transcript.ts';
import type { View } from './view.ts';

/** The sections of one visit's view. Runs in the program and in the page alike. */
export function visitSections(view: View): readonly Section[] {
  const { visit, shared, at } = view;
  const section = (id: string, title: string, body: Html): Section => ({ id: at + id, title, body });
  const views = visit.frameworks.map((data) => section(`framework-${data.name}`, data.title, framework(view, data)));
  if (visit.kind === 'note') {
    return [
      section('said', shared.quotes ? 'What was written' : 'Line by line', transcript(view)),
      section('cues', 'Cues', cues(view)),
      section('listening', 'Empathy', listening(view)),
      section('decisions', 'Shared decisions', decisions(view)),
      ...views,
      section('codes', 'What the codes mean, and how far to trust them', codes(view)),
    ];
  }
  return [
    section('together', 'Moments to look at together', together(view)),
    section('talk', 'The visit at a glance', talk(view)),
    section('said', shared.quotes ? 'What was said' : 'Turn by turn', transcript(view)),
    section('questions', 'Questions', questions(view)),
    section('cues', 'Cues and what followed', cues(view)),
    section('listening', 'Empathy and listening', listening(view)),
    section('decisions', 'Shared decisions', decisions(view)),
    ...views,
    section('indices', 'Indices', indices(view)),
    section('codes', 'What the codes mean, and how far to trust them', codes(view)),
  ];
}
