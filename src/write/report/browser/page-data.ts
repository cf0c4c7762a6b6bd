import type { Shared } from '../shared.ts';
import type { VisitData } from '../visit-data.ts';

const kept = new Map<string, unknown>();

/** What all visits share. */
export function sharedData(): Shared {
  return island<Shared>('shared');
}

/** The data of a visit by its number, from 1; undefined where the page has none. Read when first asked for. */
export function visitData(number: number): VisitData | undefined {
  return document.getElementById(`visit-data-${number}`) ? island<VisitData>(`visit-data-${number}`) : undefined;
}

function island<T>(id: string): T {
  const known = kept.get(id) as T | undefined;
  if (known !== undefined) return known;
  const data = JSON.parse(document.getElementById(id)?.textContent ?? 'null') as T;
  kept.set(id, data);
  return data;
}

/** The first element that a selector names, of a kind. */
export function find<E extends Element>(selector: string, root: ParentNode = document): E | null {
  return root.querySelector<E>(selector);
}

export function findAll<E extends Element>(selector: string, root: ParentNode = document): E[] {
  return [...root.querySelectorAll<E>(selector)];
}
