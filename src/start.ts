import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const file = fileURLToPath(new URL('./cli.cjs', import.meta.url));
const cache = fileURLToPath(new URL('./cli.cache', import.meta.url));

/**
 * The program, as V8 compiled it when it was built: a start that compiles it anew takes half as long again. Another V8
 * than the build's refuses the cache and compiles. The bundle is ASCII.
 */
const program = new Script(Module.wrap(readFileSync(file, 'latin1')), {
  filename: file,
  ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
});
const module = { exports: {} };
program.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));

/** Writes what V8 has compiled until now; the build calls it at the end of a run. */
export function keepCompiled(write: (path: string, data: Buffer) => void): void {
  write(cache, program.createCachedData());
}
