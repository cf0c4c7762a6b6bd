import type { Moment, Visit } from '../visit.ts';
import type { CodedMoment } from './codings.ts';

/**
 * A coder's moments of one visit as moments in its turns, in order of place. One without offsets that fit stands where its
 * quote is found, else over the whole turn; one of a turn that is not there is left out.
 */
export function locate(visit: Visit, coded: readonly CodedMoment[]): Moment[] {
  const positions = new Map(visit.turns.map((turn, position) => [turn.id, position]));
  const moments = coded.flatMap((moment): Moment[] => {
    const position = positions.get(moment.turn);
    if (position === undefined) return [];
    const { text } = visit.turns[position];
    const [start, end] = spanOf(text, moment);
    return [
      {
        visit: visit.id,
        turn: moment.turn,
        code: moment.code,
        start: [...text.slice(0, start)].length,
        end: [...text.slice(0, end)].length,
        quote: text.slice(start, end),
        rule: moment.rule ?? '',
        position,
        offset: start,
      },
    ];
  });
  return moments.sort(
    (a, b) =>
      a.position - b.position || a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

/** In UTF-16 units. */
function spanOf(text: string, { quote, start, end }: CodedMoment): [number, number] {
  if (start !== undefined && end !== undefined && start < end) {
    const characters = [...text];
    const before = characters.slice(0, start).join('').length;
    const within = characters.slice(start, end).join('');
    if (quote === '' ? within !== '' : within === quote) return [before, before + within.length];
  }
  const sought = quote.trim();
  const found = sought === '' ? -1 : text.toLowerCase().indexOf(sought.toLowerCase());
  return found < 0 ? [0, text.length] : [found, found + sought.length];
}
