import { DECIMALS } from '../score/round.ts';
import type { Cell, ColumnSpec } from './writer.ts';

/** A cell as text: ratios with 4 decimals, indices 1, seconds 2; nothing where it is empty. */
export function cellText(cell: Cell, type: ColumnSpec['type']): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return type === 'ratio' || type === 'index' || type === 'seconds' ? cell.toFixed(DECIMALS[type]) : String(cell);
}
