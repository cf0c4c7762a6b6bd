import type { Reader } from './reader.ts';
import { readSubtitles } from './subtitles.ts';

/** WebVTT, as Zoom, Teams and others export transcripts. */
export const vtt: Reader = {
  id: 'vtt',
  name: 'WebVTT subtitles',
  endings: ['vtt'],
  onePerFile: true,
  about:
    'Cues with a speaker as Zoom (Name: text) or Teams (<v Name>) write them; consecutive cues of one speaker are one turn. Tags are taken off, entities decoded, NOTE and STYLE blocks passed over.',
  sniff: (head) => /^WEBVTT(?:[ \t\r\n]|$)/.test(head),
  read: (source, options) => readSubtitles(source, options, 'vtt'),
};
