import { leading } from '../visit/families.ts';
import { find, findAll } from './page-data.ts';
import { hideCode, isHidden, momentsAt } from './shown.ts';

const WIDE = matchMedia('(min-width: 64rem)');

/** Lets the boxes of the view's filter act: what is not ticked loses its marks, its notes and its signs in the timeline. */
export function startFilter(): void {
  const form = find<HTMLFormElement>('.filter');
  if (!form) return;
  const boxes = findAll<HTMLInputElement>('input[name="code"]', form);
  for (const box of boxes) box.checked = !isHidden(box.value);
  const apply = (): void => {
    for (const { value, checked } of boxes) hideCode(value, !checked);
    mark();
    const told = find('[data-told]', form);
    if (told) told.textContent = `${findAll('.turns .note:not([hidden])').length} moments marked`;
  };
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const [selector, checked] of [
    ['[data-all]', true],
    ['[data-none]', false],
  ] as const) {
    find(selector, form)?.addEventListener('click', () => {
      for (const box of boxes) box.checked = checked;
      apply();
    });
  }
  place(form);
  WIDE.onchange = () => place(form);
  if (boxes.some(({ checked }) => !checked)) mark();
}

/** Beside the transcript where there is room, else above it, folded. */
function place(form: HTMLFormElement): void {
  const turns = find('.turns');
  const rail = find('.rail');
  if (WIDE.matches || !turns) rail?.append(form);
  else turns.before(form);
  const details = find<HTMLDetailsElement>('details', form);
  if (details) details.open = WIDE.matches;
}

function mark(): void {
  for (const passage of findAll('.passage')) {
    const left = momentsAt(passage).length > 0;
    passage.classList.toggle('off', !left);
    if (left) passage.setAttribute('href', `#${passage.id}`);
    else passage.removeAttribute('href');
  }
  for (const span of findAll('.said .passage > span')) {
    const codes = momentsAt(span).map(({ code }) => code);
    span.setAttribute('class', codes.length > 0 ? `f-${leading(codes).id}` : '');
  }
  for (const note of findAll<HTMLElement>('.turns .note')) note.hidden = momentsAt(note).length === 0;
  for (const sign of findAll('.timeline a[data-code]')) {
    sign.classList.toggle('off', isHidden(sign.getAttribute('data-code') ?? ''));
  }
  for (const lane of findAll('.timeline .lane[data-family]')) {
    lane.classList.toggle('off', findAll('a[data-code]:not(.off)', lane).length === 0);
  }
}
