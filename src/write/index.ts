import { csv } from './csv.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { table } from './table.ts';
import { tsv } from './tsv.ts';
import type { Writer } from './writer.ts';

/** Every output format, in the order in which they are listed. */
export const writers: readonly Writer[] = [csv, tsv, json, ndjson, table];
