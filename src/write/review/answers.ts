import type { Answer, Response } from '../../score/responses.ts';
import type { Visit } from '../../visit.ts';

/** Responses that leave a cue without an answer. */
export function isUnanswered(response: Response): boolean {
  return response === 'moved_on' || response === 'none';
}

/** What became of a cue, in plain words, without quoting. */
export function tellAnswer({ response, position, code }: Answer, visit: Visit): string {
  const turn = position === undefined ? '' : visit.turns[position].id;
  const by = code ? ` (${code})` : '';
  switch (response) {
    case 'acknowledged':
      return `acknowledged in turn ${turn}${by}`;
    case 'explored':
      return `explored in turn ${turn}${by}`;
    case 'informed':
      return `met with information in turn ${turn}, not acknowledged`;
    case 'space':
      return `given room: nothing but back-channels follow`;
    case 'moved_on':
      return `NOT ANSWERED: turn ${turn} is about something else`;
    case 'none':
      return 'NOT ANSWERED: the clinician says nothing after it';
  }
}
