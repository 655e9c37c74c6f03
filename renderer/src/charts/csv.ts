import type { Cell, ChartTable } from './chart-table.ts';

/** So that spreadsheets read Thai as it is written. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as a file of comma-separated values (RFC 4180), in UTF-8 with a byte order mark. */
export function csvOf({ head, rows }: ChartTable): string {
  return BYTE_ORDER_MARK + [head, ...rows].map((cells) => cells.map(field).join(',') + '\r\n').join('');
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const plain = cell.replaceAll('\u00a0', ' ');
  const text = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
