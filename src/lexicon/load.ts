import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../problem.ts';
import { unpackLexicon } from './store.ts';
import type { Lexicon } from './types.ts';

/** Lays out where the built-in lexicon stands: beside the bundle, or in the source tree. */
function builtIn(): { compiled?: string; folder: string } {
  const beside = fileURLToPath(new URL('./lexicon.en.bin', import.meta.url));
  if (existsSync(beside))
    return { compiled: beside, folder: fileURLToPath(new URL('../lexicons/en', import.meta.url)) };
  return { folder: fileURLToPath(new URL('../../lexicons/en', import.meta.url)) };
}

/** Folder of the built-in lexicon's sources. */
export function lexiconFolder(): string {
  return builtIn().folder;
}

/**
 * Loads the built-in lexicon, compiled at build time; with `dirs` (rules laid over it) or `scoring` (a file in place of
 * its scoring.yaml) it is compiled anew. Throws UsageError that names the first fault of a user's file.
 */
export async function loadLexicon(options: { dirs?: readonly string[]; scoring?: string } = {}): Promise<Lexicon> {
  const { compiled, folder } = builtIn();
  const dirs = options.dirs ?? [];
  if (compiled && dirs.length === 0 && !options.scoring) return unpackLexicon(readFileSync(compiled));
  const { readLexicon, overlay } = await import('./source.ts');
  const { compile } = await import('./compile.ts');
  let { source, faults } = readLexicon(folder);
  for (const dir of dirs) {
    if (!existsSync(dir)) throw new UsageError(`no such folder: ${dir}`, 'Give --lexicon a folder of rule files.');
    const over = readLexicon(dir);
    faults = [...faults, ...over.faults];
    source = overlay(source, over.source);
  }
  if (options.scoring) {
    if (!existsSync(options.scoring))
      throw new UsageError(`no such file: ${options.scoring}`, 'Give --scoring a YAML file.');
    const { parseData } = await import('./schema.ts');
    try {
      source = { ...source, scoring: parseData(readFileSync(options.scoring, 'utf8')) };
    } catch {
      throw new UsageError(`${options.scoring} is no YAML`, 'Start from lexicons/en/scoring.yaml.');
    }
  }
  const result = compile(source);
  const first = [...faults, ...result.faults][0];
  if (first) throw new UsageError(`${first.file}: line ${first.line}: ${first.what}`, `${first.fix}.`);
  return result.lexicon;
}
