import type { Cut } from '../batch/tasks.ts';
import type { Reading } from '../pipeline.ts';
import type { CrewOptions, ReadingOptions } from './options.ts';

/** Cuts large files, and standard input, for `tasksOf`; what that needs is loaded where there are such. */
export function cutter(options: ReadingOptions & CrewOptions, isOver: () => boolean): Cut {
  let told: Promise<Reading> | undefined;
  return async function* (input, bytes) {
    told ??= readingBy(options);
    const reading = await told;
    if (input.path === '-') {
      const { stdinSlices } = await import('../stdin.ts');
      // Nobody may ever write to it again: a signal is not to wait for that.
      const signals = ['SIGINT', 'SIGTERM'] as const;
      const stop = () => {
        for (const signal of signals) process.off(signal, stop);
        process.stdin.destroy();
      };
      for (const signal of signals) process.on(signal, stop);
      try {
        yield* stdinSlices(process.stdin, input, reading, bytes, isOver);
      } finally {
        for (const signal of signals) process.off(signal, stop);
      }
      return;
    }
    const { cutFile } = await import('../slices.ts');
    const slices = await cutFile(input, reading, bytes, isOver, options.manifest !== undefined);
    if ('code' in slices) yield slices;
    else yield* slices;
  };
}

async function readingBy(options: ReadingOptions): Promise<Reading> {
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { readingOf } = await import('../pipeline.ts');
  const { lexicon: dirs, scoring } = options;
  return readingOf(await loadLexicon({ dirs, scoring }), options);
}
