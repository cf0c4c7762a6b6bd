import type { Problem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { channelOf, channelRank } from './channels.ts';
import { type Cue, joinCues } from './cues.ts';
import { parseGrid, type Tier } from './grid.ts';
import type { Reader, Source } from './reader.ts';

/** Praat's annotation of a recording: a tier a speaker, or a file a speaker. */
export const textgrid: Reader = {
  id: 'textgrid',
  name: 'Praat TextGrid',
  endings: ['textgrid'],
  onePerFile: true,
  about:
    'Long or short form, one interval tier a speaker; X_doctor.TextGrid and X_patient.TextGrid are the two channels of visit X. Intervals stand in order of time, those in a row of one speaker are a turn.',
  sniff: (head) =>
    /^\s*(?:File type = )?"(?:ooTextFile(?: short)?"\s+(?:Object class = )?"TextGrid|Praat chronological TextGrid)/.test(
      head,
    ),
  *read(source): Generator<Visit | Problem> {
    const cues = channelsOf(source).flatMap(({ name, speaker, text }) => speechOf(parseGrid(text, name), speaker));
    // Sorting is stable: where two begin at once, the order of channels and tiers stays.
    const turns = joinCues(cues.sort((a, b) => a.start - b.start));
    yield turns.length > 0 ? { id: source.id, source: source.name, kind: 'transcript', turns } : silent(source);
  },
};

/** The recordings of a visit, the clinician's first. A file alone is one whose name may say whose it is. */
function channelsOf(source: Source): readonly { name: string; speaker?: string; text: string }[] {
  if (!source.channels) return [{ name: source.name, speaker: channelOf(source.name)?.speaker, text: source.text }];
  return [...source.channels].sort((a, b) => channelRank(a.speaker) - channelRank(b.speaker));
}

/** Sounds and remarks are no speech. */
const NO_SPEECH = /(?:^|[^a-z])(?:phones?|phonemes?|segments?|syllables?|notes?|comments?|remarks?)$/i;

/** What aligners and annotators put behind a speaker's name: `doctor - words`. */
const LEVEL = /[\s_-]+(?:words?|utterances?|utts?|transcripts?|sentences?|speech|turns?)$/i;

/** The intervals of a file, of each speaker one tier: the first that holds words, so that no word is read twice. */
function speechOf(tiers: readonly Tier[], channel: string | undefined): (Cue & { start: number })[] {
  const own = tiers.filter(
    ({ name, intervals }) => !NO_SPEECH.test(name.trim()) && intervals.some(({ text }) => text.trim() !== ''),
  );
  const bySpeaker = new Map<string, Tier>();
  for (const tier of own) {
    const speaker =
      (own.length === 1 || channel !== undefined ? channel : undefined) ?? tier.name.trim().replace(LEVEL, '');
    if (!bySpeaker.has(speaker)) bySpeaker.set(speaker, tier);
  }
  return [...bySpeaker].flatMap(([speaker, { intervals }]) =>
    intervals.map(({ number, start, end, text }) => ({ speaker, place: `interval ${number}`, start, end, text })),
  );
}

function silent(source: Source): Problem {
  const what = 'no interval tier holds any words';
  return {
    code: 'textgrid.silent',
    file: source.name,
    what,
    fix: 'Transcribe it in an interval tier for each speaker.',
    visit: source.id,
  };
}
