import { html } from '../html.ts';
import { sectionMarkup } from '../section.ts';
import { filter } from '../visit/filter.ts';
import { lead } from '../visit/lead.ts';
import { viewOf } from '../visit/view.ts';
import { visitSections } from '../visit/visit.ts';
import { startFilter } from './filter.ts';
import { find, sharedData, visitData } from './page-data.ts';
import { openVisit } from './shown.ts';

const WHOLE_TITLE = document.title;
let whole = '';
let shown = 0;

/** In a report of several visits, the address says which one is open: `#visit-3`, or a place in it, `#v3-said`. */
export function startRoute(): void {
  whole = find('.rail')?.innerHTML ?? '';
  addEventListener('hashchange', go);
  go();
}

function go(): void {
  const number = Number(/^#(?:visit-|v)(\d+)(?:-|$)/.exec(location.hash)?.[1] ?? 0);
  const data = number > 0 ? visitData(number) : undefined;
  if (!data) {
    if (shown > 0) close();
    return;
  }
  if (number !== shown) open(number);
  const place = location.hash.startsWith('#visit-')
    ? find<HTMLElement>('#one h1')
    : document.getElementById(location.hash.slice(1));
  if (location.hash.startsWith('#visit-')) scrollTo(0, 0);
  else place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}

function open(number: number): void {
  const data = visitData(number);
  const [all, one, rail] = [find<HTMLElement>('#whole'), find<HTMLElement>('#one'), find('.rail')];
  if (!data || !all || !one || !rail) return;
  shown = number;
  openVisit(number);
  const view = viewOf(data, sharedData());
  const sections = visitSections(view);
  const beside = (n: number, words: string) => visitData(n) && html` &middot; <a href="#visit-${n}">${words}</a>`;
  const ways = html`<a href="#whole">All visits</a>${beside(number - 1, 'the one before')}${beside(number + 1, 'the next one')}`;
  one.innerHTML =
    html`<header class="head"><p class="brand">${ways}</p><h1 tabindex="-1">${data.id}</h1>${lead(view)}</header>${sections.map(sectionMarkup)}`.markup;
  rail.innerHTML = html`<nav aria-label="Contents"><p class="ways">${ways}</p><ol class="contents">${sections.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ol></nav>${filter(view)}`.markup;
  all.hidden = true;
  one.hidden = false;
  document.title = `${data.id} · ${WHOLE_TITLE}`;
  startFilter();
}

function close(): void {
  const [all, one, rail] = [find<HTMLElement>('#whole'), find<HTMLElement>('#one'), find('.rail')];
  if (!all || !one || !rail) return;
  const link = `[href="#visit-${shown}"]`;
  shown = 0;
  openVisit(0);
  one.replaceChildren();
  one.hidden = true;
  all.hidden = false;
  rail.innerHTML = whole;
  document.title = WHOLE_TITLE;
  find<HTMLElement>(link, all)?.focus();
}
