import type { Turn } from '../visit.ts';
import { makeTurn, type Piece } from './turn.ts';

/** A stretch of speech with its speaker: a subtitle, an interval, a diarised segment. */
export interface Cue extends Piece {
  /** The label as the input has it; '' where there is none. */
  readonly speaker: string;
}

/** Joins consecutive cues of one speaker into a turn. Cues without text are silence: they neither make nor end a turn. */
export function joinCues(cues: Iterable<Cue>): Turn[] {
  const turns: Turn[] = [];
  let open: Cue[] = [];
  const close = () => {
    if (open.length > 0) turns.push(makeTurn(String(turns.length + 1), open[0].speaker, open));
    open = [];
  };
  for (const cue of cues) {
    if (cue.text.trim() === '') continue;
    if (open.length > 0 && open[0].speaker !== cue.speaker) close();
    open.push(cue);
  }
  close();
  return turns;
}
