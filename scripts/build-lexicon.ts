/** Compiles lexicons/en into dist/lexicon.en.bin; ends with 1 and a list of faults where a file has any. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { compile } from '../src/lexicon/compile.ts';
import { lexiconFolder } from '../src/lexicon/load.ts';
import { readLexicon } from '../src/lexicon/source.ts';
import { packLexicon } from '../src/lexicon/store.ts';

const { source, faults } = readLexicon(lexiconFolder());
const { lexicon, faults: more } = compile(source);
const all = [...faults, ...more];
for (const { file, line, what, fix } of all) process.stderr.write(`${file}:${line}: ${what}: ${fix}\n`);
if (all.length > 0) process.exit(1);
mkdirSync('dist', { recursive: true });
writeFileSync('dist/lexicon.en.bin', packLexicon(lexicon));
