import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { trieScan } from './trie.ts';

/** What the program is measured beside, in megabytes of text a second. */
export interface Peers {
  readonly compromise: number;
  readonly wink: number;
  readonly trie: number;
  readonly split: number;
}

/** compromise is slow: so much of the text tells. */
const PARSED = 60_000;
const WINKED = 4_000_000;
const SCANNED = 40_000_000;

/** Seconds of the faster of two rounds: the first is compiled by the way. */
function timed(round: () => void): number {
  const times = [0, 1].map(() => {
    const start = performance.now();
    round();
    return (performance.now() - start) / 1000;
  });
  return Math.min(...times);
}

/** Measures them on the same visits: full parses by compromise and wink-nlp, and two floors that do less than any tagger must. */
export function measurePeers(texts: readonly string[], folder: string): Peers {
  const take = (bytes: number): string[] => {
    const some: string[] = [];
    for (let size = 0; size < bytes; size += some[some.length - 1].length) some.push(texts[some.length % texts.length]);
    return some;
  };
  const speed = (some: readonly string[], seconds: number) => some.join('').length / 1e6 / seconds;
  const parsed = take(PARSED);
  const compromise = speed(
    parsed,
    timed(() => {
      for (const text of parsed) nlp(text).json();
    }),
  );
  const wink = winkNLP(model);
  const winked = take(WINKED);
  const winkSpeed = speed(
    winked,
    timed(() => {
      for (const text of winked) wink.readDoc(text).sentences().out();
    }),
  );
  const scan = trieScan();
  const scanned = take(SCANNED).map((text) => Buffer.from(text));
  const size = scanned.reduce((sum, bytes) => sum + bytes.length, 0);
  const trie =
    size /
    1e6 /
    timed(() => {
      for (const bytes of scanned) scan(bytes);
    });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name));
  let read = 0;
  const splitting = timed(() => {
    read = 0;
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      read += text.length;
      text.split(/\s+/);
    }
  });
  return { compromise, wink: winkSpeed, trie, split: read / 1e6 / splitting };
}
