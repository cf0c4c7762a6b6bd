import { findAll } from './page-data.ts';

const WAYS = ['ascending', 'descending'] as const;

/** Makes the headings of sortable tables buttons: one press sorts upwards, another downwards. Empty cells stay last. */
export function startSort(): void {
  for (const table of findAll<HTMLTableElement>('table.sortable')) {
    for (const [at, head] of [...(table.tHead?.rows[0]?.cells ?? [])].entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      button.addEventListener('click', () => sort(table, at, head));
      head.append(button);
    }
  }
}

function sort(table: HTMLTableElement, at: number, head: HTMLTableCellElement): void {
  const way = head.ariaSort === WAYS[0] ? WAYS[1] : WAYS[0];
  for (const other of table.tHead?.rows[0]?.cells ?? []) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', way);
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[at], head.classList.contains('number')) }));
  const sign = way === WAYS[0] ? 1 : -1;
  rows.sort((a, b) => {
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
    return a.key < b.key ? -sign : a.key > b.key ? sign : 0;
  });
  body.append(...rows.map(({ row }) => row));
}

function keyOf(cell: HTMLTableCellElement, isNumber: boolean): string | number {
  const text = cell.dataset.value ?? cell.textContent?.trim() ?? '';
  return isNumber && text !== '' ? Number(text) : text;
}
