import type { Problem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { type Cue, joinCues } from './cues.ts';
import { areMany, findTurns, type Line } from './dialogue.ts';
import { isKnown } from './labels.ts';
import { cutVoices, plainText } from './markup.ts';
import type { ReadOptions, Source } from './reader.ts';
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
  const to = line.slice(at + 3).trim().split(/\s/, 1)[0];
  // An arrow in what is said has no number beside it.
  return /^\d/.test(from) || /^\d/.test(to) ? [from, to] : undefined;
}

/** Whether a line holds the times of a cue. */
export function isTiming(line: string): boolean {
  return timesOf(line)?.every((time) => seconds(time) !== undefined) ?? false;
}

/**
 * The cues of WebVTT or SRT: a line with an arrow begins one, a blank line ends it. What stands outside of cues (header,
 * numbers, NOTE, STYLE and REGION blocks) is passed over. Stops at the first cue whose times cannot be read.
 */
export function cutCues(text: string): RawCue[] | BadCue {
  const cues: RawCue[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  let isComment = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line.trim() === '') isComment = false;
    else if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line)) isComment = true;
    const times = isComment ? undefined : timesOf(line);
    if (!times) continue;
    const [start, end] = times.map(seconds);
    const number = cues.length + 1;
    if (start === undefined || end === undefined) return { number, line: i + 1 };
    const from = i + 1;
    while (i + 1 < lines.length && lines[i + 1].trim() !== '' && !timesOf(lines[i + 1])) i++;
    // Without a blank line between two cues the number of the next one stands at the end of this one.
    const isRunOn = i >= from && /^\d+$/.test(lines[i].trim()) && timesOf(lines[i + 1] ?? '') !== undefined;
    cues.push({ number, start, end, markup: lines.slice(from, isRunOn ? i : i + 1).join('\n') });
  }
  return cues;
}

/** The one visit of a subtitle file: speakers from voice tags (Teams) or from labels in the text (Zoom). */
export function* readSubtitles(source: Source, options: ReadOptions, format: string): Generator<Visit | Problem> {
  const about = { file: source.name, visit: source.id };
  const cut = cutCues(source.text);
  if (!Array.isArray(cut)) {
    yield {
      ...about,
      code: `${format}.bad-time`,
      at: `cue ${cut.number}`,
      what: `the times of the cue on line ${cut.line} cannot be read`,
      fix: 'Write them as 00:01:02.500 --> 00:01:04.000',
    };
    return;
  }
  if (cut.length === 0) {
    yield { ...about, code: `${format}.no-cues`, what: 'there is no cue in the file', fix: 'Export the transcript again with its times' };
    return;
  }
  // Meeting software writes overlapping speech as it was recognised, not as it was said. The sort is stable.
  const ordered = [...cut].sort((a, b) => a.start - b.start);
  const cues = speakersByVoice(ordered) ?? speakersByLabel(ordered, options);
  if (!cues) {
    yield {
      ...about,
      code: `${format}.no-speakers`,
      what: 'no cue names its speaker',
      fix: 'Export with speaker names (in Zoom the audio transcript, in Teams the .vtt), or write a label at the start of each cue (Doctor: …)',
    };
    return;
  }
  yield { id: source.id, source: source.name, kind: 'transcript', turns: joinCues(cues) };
}

function speakersByVoice(raw: readonly RawCue[]): Cue[] | undefined {
  const cues: Cue[] = [];
  let isNamed = false;
  for (const { number, start, end, markup } of raw) {
    for (const { voice, markup: piece } of cutVoices(markup)) {
      if (voice) isNamed = true;
      cues.push({ place: `cue ${number}`, speaker: voice ?? '', text: plainText(piece), start, end });
    }
  }
  return isNamed ? cues : undefined;
}

/** Each line of a cue may open with a label; what has none goes on with the speaker before. */
function speakersByLabel(raw: readonly RawCue[], { isAlias }: ReadOptions): Cue[] | undefined {
  const lines: Line[] = [];
  const owners: RawCue[] = [];
  for (const cue of raw) {
    for (const line of plainText(cue.markup).split('\n')) {
      const text = line.trim();
      if (text === '') continue;
      // Captions mark a change of speaker so, before the name or instead of it.
      lines.push({ number: cue.number, text: text.replace(/^(?:>>+|[-–—])[ \t]*(?=\S)/, ''), first: false });
      owners.push(cue);
    }
  }
  const openings = findTurns(lines, isAlias, ['colon', 'bracket']);
  if (!areMany(openings, 0.25) && !openings.some((opening) => opening && isKnown(opening.label, isAlias))) return undefined;
  let speaker = '';
  return lines.map((line, i) => {
    const opening = openings[i];
    if (opening) speaker = opening.label;
    const { number, start, end } = owners[i];
    return { place: `cue ${number}`, speaker, text: opening ? opening.text : line.text, start, end };
  });
}
