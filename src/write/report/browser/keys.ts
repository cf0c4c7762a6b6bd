import { html } from '../html.ts';
import { find, findAll } from './page-data.ts';

const HELP = html`<h2 id="help-title">Keys</h2>
<dl>
<div><dt><kbd>n</kbd> <kbd>j</kbd></dt><dd>to the next moment</dd></div>
<div><dt><kbd>p</kbd> <kbd>k</kbd></dt><dd>to the moment before</dd></div>
<div><dt><kbd>t</kbd></dt><dd>to the top</dd></div>
<div><dt><kbd>Esc</kbd></dt><dd>takes a card away</dd></div>
<div><dt><kbd>?</kbd></dt><dd>this list</dd></div>
</dl>
<p><label><input type="checkbox" checked data-single> Single keys work</label></p>
<form method="dialog"><button>Close</button></form>`;

let help: HTMLDialogElement;
/** Speech input and some keyboards press single keys unmeant: they can be turned off. */
let single = true;

/** Jumps from moment to moment by key and by button, and lists the keys. */
export function startKeys(): void {
  help = document.createElement('dialog');
  help.className = 'help';
  help.setAttribute('aria-labelledby', 'help-title');
  help.innerHTML = HELP.markup;
  document.body.append(help);
  find<HTMLInputElement>('[data-single]', help)?.addEventListener('change', ({ target }) => {
    single = (target as HTMLInputElement).checked;
  });
  document.addEventListener('keydown', press);
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-jump], [data-help]') : null;
    if (button?.hasAttribute('data-help')) help.showModal();
    else if (button) jump(Number(button.getAttribute('data-jump')));
  });
}

function press(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (!single || ctrlKey || metaKey || altKey || help.open) return;
  if (target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), select, textarea')) return;
  if (key === 'n' || key === 'j') jump(1);
  else if (key === 'p' || key === 'k') jump(-1);
  else if (key === 't') find<HTMLElement>('main')?.focus();
  else if (key === '?') help.showModal();
  else return;
  if (key === 't') scrollTo(0, 0);
  event.preventDefault();
}

/** The next passage from the focused one, else from what stands in the window. */
function jump(by: number): void {
  const passages = findAll<HTMLElement>('.passage[href]').filter(({ offsetParent }) => offsetParent !== null);
  const here = passages.indexOf(document.activeElement as HTMLElement);
  const below = passages.findIndex((passage) => passage.getBoundingClientRect().top >= 0);
  const first = below < 0 ? passages.length : below;
  const at = here >= 0 ? here + by : by > 0 ? first : first - 1;
  const next = passages[Math.min(Math.max(at, 0), passages.length - 1)];
  next?.scrollIntoView({ block: 'center' });
  next?.focus({ preventScroll: true });
}
