import type { Problem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { type Cue, joinCues } from './cues.ts';
import { cutCues, type RawCue } from './cutcues.ts';
import { areMany, findTurns, type Line } from './dialogue.ts';
import { cutVoices, plainText } from './markup.ts';
import type { ReadOptions, Source } from './reader.ts';

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
    yield {
      ...about,
      code: `${format}.no-cues`,
      what: 'there is no cue in the file',
      fix: 'Export the transcript again with its times',
    };
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
  if (!areMany(openings, 0.25) && !openings.some((opening) => opening?.label.known)) return undefined;
  let speaker = '';
  return lines.map((line, i) => {
    const opening = openings[i];
    if (opening) speaker = opening.label.label;
    const { number, start, end } = owners[i];
    return { place: `cue ${number}`, speaker, text: opening ? opening.text : line.text, start, end };
  });
}
