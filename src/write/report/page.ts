import type { Asset } from './assets.ts';
import { type Html, html } from './html.ts';
import { type Island, type Section, sectionMarkup } from './section.ts';
import { signs } from './visit/families.ts';

/** A whole page. */
export interface Page {
  readonly title: string;
  /** What stands under the title, before the first section. */
  readonly lead: Html;
  readonly sections: readonly Section[];
  /** What stands beside the sections, under the contents; nothing where there is none. */
  readonly aside?: Html;
  /** The page's last lines. */
  readonly foot: Html;
  readonly islands: Iterable<Island>;
}

/**
 * Writes a page as one file: style, script and data stand in it, and its policy lets nothing else in or out. Inline styles are
 * refused by the policy, so that what is drawn is drawn by attributes.
 */
export function* writePage(page: Page, style: Asset, script: Asset): Generator<string> {
  const policy = [
    "default-src 'none'",
    `script-src '${script.hash}'`,
    `style-src '${style.hash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  yield html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${page.title} &middot; bedside</title>
`.markup;
  yield `<style>${style.text}</style>\n</head>\n`;
  yield html`<body>
${signs()}
<a class="skip" href="#main">To the report</a>
<div class="sheet">
<aside class="rail">
<nav aria-label="Contents"><ol class="contents">${page.sections.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ol></nav>
${page.aside}
</aside>
<main id="main" tabindex="-1">
<div id="whole">
<header class="head">
<p class="brand">bedside report</p>
<h1>${page.title}</h1>
${page.lead}
</header>
${page.sections.map(sectionMarkup)}
</div>
<div id="one" hidden></div>
</main>
<footer class="foot">${page.foot}</footer>
</div>
`.markup;
  for (const { id, json } of page.islands) {
    yield `${html`<script type="application/json" id="${id}">`.markup}${json}</script>\n`;
  }
  yield `<script>${script.text}</script>\n</body>\n</html>\n`;
}
