import type { MomentData } from '../visit-data.ts';
import { visitData } from './page-data.ts';

/** The visit whose view is open, by its number from 1; 0 for none. */
let open = 0;
/** Codes whose marks are taken away. */
const hidden = new Set<string>();

export function openVisit(number: number): void {
  open = number;
}

export function hideCode(code: string, hide: boolean): void {
  if (hide) hidden.add(code);
  else hidden.delete(code);
}

/** The moments that an element's data-m names and the filter leaves, with their numbers. */
export function momentsAt(element: Element): (MomentData & { readonly k: number })[] {
  const moments = visitData(open)?.moments ?? [];
  return (element.getAttribute('data-m') ?? '')
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => ({ ...moments[Number(part)], k: Number(part) }))
    .filter(({ code }) => code !== undefined && !hidden.has(code));
}

export function isHidden(code: string): boolean {
  return hidden.has(code);
}
