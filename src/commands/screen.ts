import { fstatSync } from 'node:fs';

/** What a terminal may obey, or what hides or turns the text beside it; a painted text's own colours first. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /\x1b\[[\d;]*m|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A text as a terminal may show it: whatever it would obey becomes the replacement character, but for line ends and tabs, and
 * for colours where the text is `painted` by us, from words that were made safe before.
 */
export function onScreen(text: string, painted: boolean): string {
  return text.replace(UNSAFE, (sign) => {
    if (sign === '\n' || sign === '\t' || (painted && sign.length > 2)) return sign;
    return sign.length > 2 ? `\ufffd${sign.slice(1)}` : '\ufffd';
  });
}

/** Whether a descriptor may be a terminal's: asked of every output, so without node's module for that, which loads slowly. */
export function maybeScreen(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}
