import type { Command } from 'commander';
import {
  type CrewOptions,
  crewOptions,
  type PrivacyOptions,
  privacyOptions,
  type ReadingOptions,
  readingOptions,
  type WritingOptions,
  writingOptions,
} from './options.ts';
import { type ShardOptions, shardOption } from './shard.ts';

/** Options of every command that writes something of each of many visits. */
export interface BatchOptions extends ReadingOptions, WritingOptions, PrivacyOptions, CrewOptions, ShardOptions {}

/** PATHs, where the rows go and how, what is shown of what was said, and how the run is done. */
export function batchOptions(command: Command): Command {
  return shardOption(crewOptions(privacyOptions(writingOptions(readingOptions(command)))));
}
