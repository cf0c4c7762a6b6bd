import { html } from '../html.ts';
import { familyOf, sign } from '../visit/families.ts';
import { ruleTrust } from '../visit/trust.ts';
import { sharedData } from './page-data.ts';
import { momentsAt } from './shown.ts';

/** The pointer may take so long from a passage to its card, in milliseconds. */
const GRACE = 180;
const GAP = 6;

let card: HTMLElement;
let leaving: ReturnType<typeof setTimeout> | undefined;
/** The passage that the card is about, and what described it before. */
let about: { readonly passage: HTMLElement; readonly before: string | null } | undefined;

/** Shows what a passage's moments are, while it has the focus or the pointer is on it or on the card. Escape takes it away. */
export function startCard(): void {
  card = document.createElement('div');
  card.id = 'card';
  card.className = 'card';
  card.hidden = true;
  card.setAttribute('role', 'tooltip');
  document.body.append(card);
  document.addEventListener('focusin', ({ target }) => {
    const passage = passageOf(target);
    if (passage) show(passage);
    else if (!card.contains(target as Node)) hide();
  });
  document.addEventListener('focusout', ({ target }) => {
    if (passageOf(target)) hide();
  });
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    const passage = passageOf(target);
    if (passage) show(passage);
    else if (card.contains(target as Node)) clearTimeout(leaving);
    else if (!card.hidden) leave();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
}

function passageOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.passage:not(.off)') : null;
}

/** Not at once, so that the pointer can reach the card; the focus keeps its own card. */
function leave(): void {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    const focused = passageOf(document.activeElement);
    if (focused) show(focused);
    else hide();
  }, GRACE);
}

function hide(): void {
  clearTimeout(leaving);
  card.hidden = true;
  if (about?.before) about.passage.setAttribute('aria-describedby', about.before);
  else about?.passage.removeAttribute('aria-describedby');
  about = undefined;
}

function show(passage: HTMLElement): void {
  if (about?.passage !== passage) hide();
  clearTimeout(leaving);
  const { codes, rules } = sharedData();
  card.innerHTML = html`${momentsAt(passage).map(({ code, rule }) => {
    const known = codes.find((one) => one.code === code);
    return html`<div class="about"><p class="name">${sign(familyOf(code).id)} <b>${known?.name ?? code}</b></p>
<p>${known?.definition}</p>
<p class="quiet">Source: ${known?.source}</p>
<p class="quiet">Rule: <code>${rules[rule]?.id}</code>${rules[rule] && `, ${ruleTrust(rules[rule])}`}</p></div>`;
  })}`.markup;
  card.hidden = false;
  if (!about) {
    const before = passage.getAttribute('aria-describedby');
    about = { passage, before };
    passage.setAttribute('aria-describedby', `${before ?? ''} card`.trim());
  }
  const lines = passage.getClientRects();
  const last = lines[lines.length - 1];
  const { width, height } = card.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - GAP;
  const below = last.bottom + GAP + height <= innerHeight || lines[0].top < height + GAP;
  card.style.left = `${Math.max(GAP, Math.min(last.left, room)) + scrollX}px`;
  card.style.top = `${(below ? last.bottom + GAP : lines[0].top - height - GAP) + scrollY}px`;
}
