import { findAll } from './page-data.ts';

/** Paper cannot be unfolded: what is folded is printed open. */
export function startPrint(): void {
  let folded: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    folded = findAll<HTMLDetailsElement>('main details:not([open])');
    for (const details of folded) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of folded) details.open = false;
  });
}
