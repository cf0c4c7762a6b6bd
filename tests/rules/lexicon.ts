import { compile } from '../../src/lexicon/compile.ts';
import { lexiconFolder } from '../../src/lexicon/load.ts';
import { readLexicon } from '../../src/lexicon/source.ts';

const read = readLexicon(lexiconFolder());
const compiled = compile(read.source);

/** The built-in lexicon, compiled from its sources. */
export const lexicon = compiled.lexicon;
export const source = read.source;
export const faults = [...read.faults, ...compiled.faults];
