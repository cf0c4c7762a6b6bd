import { seconds } from './times.ts';

/** A cue as it stands in the file. */
export interface RawCue {
  /** 1-based, in the order of the file. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly markup: string;
}

/** A cue that cannot be read: its number, the line of its times. */
export interface BadCue {
  readonly number: number;
  readonly line: number;
}

/** The two times of a cue's first line as they stand there; undefined where the line is none. */
function timesOf(line: string): [from: string, to: string] | undefined {
  const at = line.indexOf('-->');
  if (at < 0) return undefined;
  const from = line.slice(0, at).trim();
  const to = line
    .slice(at + 3)
    .trim()
    .split(/\s/, 1)[0];
  // An arrow in what is said has no number beside it.
  return /^\d/.test(from) || /^\d/.test(to) ? [from, to] : undefined;
}

/** Whether a line holds the times of a cue. */
export function isTiming(line: string): boolean {
  return timesOf(line)?.every((time) => seconds(time) !== undefined) ?? false;
}

/**
 * The cues of WebVTT or SRT: the times begin one, and what follows is its text, whatever blank lines stand in it. The header, the
 * names of cues and NOTE, STYLE and REGION blocks are passed over. Stops at the first cue whose times cannot be read.
 */
export function cutCues(text: string): RawCue[] | BadCue {
  const cues: RawCue[] = [];
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  let open: { text: string; line: number }[] | undefined;
  let isComment = false;
  const close = () => {
    const last = cues.at(-1);
    if (last && open) cues[cues.length - 1] = { ...last, markup: open.map((line) => line.text).join('\n') };
  };
  for (const [i, line] of lines.entries()) {
    const follows = i > 0 && lines[i - 1] !== '';
    if (!follows) isComment = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line);
    if (line === '' || isComment) continue;
    const times = timesOf(line);
    if (!times) {
      open?.push({ text: line, line: i });
      continue;
    }
    const [start, end] = times.map(seconds);
    if (start === undefined || end === undefined) return { number: cues.length + 1, line: i + 1 };
    const above = open?.at(-1);
    if (above && isName(above.text, { alone: lines[above.line - 1] === '', near: follows })) open?.pop();
    close();
    open = [];
    cues.push({ number: cues.length + 1, start, end, markup: '' });
  }
  close();
  return cues;
}

/** Whether the line above the times is the name of the cue, its number mostly, and not the end of the text before. */
function isName(line: string, { alone, near }: { alone: boolean; near: boolean }): boolean {
  const isNumber = /^\d+$/.test(line);
  return near ? alone || isNumber : alone && isNumber;
}
