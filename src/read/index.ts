import { csv } from './csv.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { note } from './note.ts';
import type { Reader } from './reader.ts';
import { srt } from './srt.ts';
import { text } from './text.ts';
import { textgrid } from './textgrid.ts';
import { tsv } from './tsv.ts';
import { vtt } from './vtt.ts';

/** The formats in order of detection: the first whose `sniff` accepts the content reads it. A note is what all others refuse. */
export const readers: readonly Reader[] = [vtt, srt, textgrid, ndjson, json, tsv, csv, text, note];
