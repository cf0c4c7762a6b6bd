import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies a folder of labelled visits as a speech recogniser without punctuation or capitals would have written them. Speakers,
 * lines, apostrophes and hyphens within words stay, so that codings by turn still hold.
 */
export function copyAsAsr(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (!name.endsWith('.txt')) continue;
    const lines = readFileSync(join(from, name), 'utf8').replace(/\n$/, '').split('\n');
    writeFileSync(join(to, name), lines.map((line) => `${asAsr(line)}\n`).join(''));
  }
}

function asAsr(line: string): string {
  const colon = line.indexOf(':');
  if (colon < 0) return `${line}: `;
  const said = line
    .slice(colon + 1)
    .replace(/[^\p{L}\p{N}_\s'’-]|(?<![\p{L}\p{N}_])[-']|[-'](?![\p{L}\p{N}_])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return `${line.slice(0, colon)}: ${said}`;
}
