import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A style sheet or script that stands in the page, and the hash by which its policy allows it. */
export interface Asset {
  readonly text: string;
  /** `sha256-…` */
  readonly hash: string;
}

/** The page's style and script, as the build made them beside the program. */
export function pageAssets(): { readonly style: Asset; readonly script: Asset } {
  return { style: asset('page.css'), script: asset('page.js') };
}

function asset(name: string): Asset {
  const text = readFileSync(new URL(`./report/${name}`, import.meta.url), 'utf8').trim();
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}
