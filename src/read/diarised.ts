import { secondsOf } from './clock.ts';
import type { Cue } from './cues.ts';
import { type Fields, fieldsOf, isList, isName, isRecord, isText, pick } from './fields.ts';
import type { ReadOptions } from './reader.ts';
import { speakerOf } from './record.ts';

/**
 * Where speech recognisers put what they heard, speaker by speaker: whisperX and others `segments`, AssemblyAI and Deepgram
 * `utterances`, Amazon Transcribe `audio_segments`, pyannoteAI `turnLevelTranscription`, Rev AI `monologues`.
 */
const PLACES = [
  ['segments'],
  ['output', 'segments'],
  ['utterances'],
  ['results', 'utterances'],
  ['results', 'audiosegments'],
  ['result', 'transcription', 'utterances'],
  ['turnleveltranscription'],
  ['output', 'turnleveltranscription'],
  ['monologues'],
] as const;

/**
 * The timed pieces of a recogniser's export in its order; undefined where the object is none. A piece that is given to nobody
 * has the speaker ''. Seconds; AssemblyAI's milliseconds are known by its `audio_duration`.
 */
export function diarisedOf(fields: Fields, options: ReadOptions): Cue[] | undefined {
  for (const path of PLACES) {
    const list = follow(fields, path);
    if (!isList(list)) continue;
    const scale =
      path.length === 1 && path[0] === 'utterances' && typeof fields.get('audioduration') === 'number' ? 1000 : 1;
    const cues = list.map((item, i) => cueOf(item, i + 1, scale, options));
    const isDiarised = path[0] !== 'utterances' || cues.some(({ start }) => start !== undefined);
    if (isDiarised && cues.some(({ text }) => text !== '')) return cues;
  }
  return undefined;
}

/** The label of a speaker who may be a number, `Speaker 0`, or a name beside a role. */
export function labelOf(fields: Fields, { map, isAlias }: ReadOptions): string {
  const name = pick(fields, 'speaker', map, isName) ?? '';
  const role = pick(fields, 'role', map, isText) ?? '';
  return speakerOf(typeof name === 'number' ? `Speaker ${name}` : name.trim(), role.trim(), isAlias);
}

export function timesOf(fields: Fields, map: ReadOptions['map'], scale = 1): { start?: number; end?: number } {
  const start = secondsOf(pick(fields, 'start', map, isName));
  const end = secondsOf(pick(fields, 'end', map, isName));
  return { ...(start !== undefined && { start: start / scale }), ...(end !== undefined && { end: end / scale }) };
}

function follow(fields: Fields, path: readonly string[]): unknown {
  let value: unknown;
  let at: Fields | undefined = fields;
  for (const key of path) {
    value = at?.get(key);
    at = isRecord(value) ? fieldsOf(value) : undefined;
  }
  return value;
}

function cueOf(item: unknown, number: number, scale: number, options: ReadOptions): Cue {
  const place = `segment ${number}`;
  if (!isRecord(item)) return { place, speaker: '', text: '' };
  const fields = fieldsOf(item);
  const elements = fields.get('elements');
  if (isList(elements)) return { place, speaker: labelOf(fields, options), ...monologue(elements) };
  const text = pick(fields, 'text', options.map, isText) ?? '';
  return { place, speaker: labelOf(fields, options), text, ...timesOf(fields, options.map, scale) };
}

/** Rev AI's words and punctuation, blanks among them, each with its time. */
function monologue(elements: readonly unknown[]): { text: string; start?: number; end?: number } {
  const words = elements.filter(isRecord);
  const text = words.map(({ value }) => (isText(value) ? value : '')).join('');
  const start = words.map(({ ts }) => secondsOf(ts)).find((time) => time !== undefined);
  const end = words.map(({ end_ts }) => secondsOf(end_ts)).findLast((time) => time !== undefined);
  return { text, ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}
