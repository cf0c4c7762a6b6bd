import { readFileSync } from 'node:fs';

// One level below package.json, as a source file and in the build alike.
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

/** The version in package.json, which every output row carries. */
export const version = manifest.version;
