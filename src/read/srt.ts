import { isTiming } from './cutcues.ts';
import type { Reader } from './reader.ts';
import { readSubtitles } from './subtitles.ts';

/** SubRip: WebVTT without the header, its times with a comma. */
export const srt: Reader = {
  id: 'srt',
  name: 'SubRip subtitles (SRT)',
  endings: ['srt'],
  onePerFile: true,
  about:
    'Cues with a speaker before the text (Name: text) or in a voice tag; consecutive cues of one speaker are one turn.',
  sniff: (head) => {
    // Detection asks of every file: most have no arrow in them.
    if (!head.includes('-->')) return false;
    const lines = head.split(/\r\n|\r|\n/, 20).filter((line) => line.trim() !== '');
    return lines.slice(0, 2).some(isTiming) && !head.startsWith('WEBVTT');
  },
  read: (source, options) => readSubtitles(source, options, 'srt'),
};
