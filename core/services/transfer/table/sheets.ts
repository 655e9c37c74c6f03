import { readFile } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import { stopIfCancelled } from '../cancellation.ts';
import type { Source } from '../format.ts';
import { unreadable } from '../unreadable.ts';
import { openZip } from '../zip-source.ts';
import type { TableRow } from './rows.ts';

/** Of the archive when it is unpacked: all of it is held in memory. */
const MAX_BYTES = 128 << 20;
/** Digits that a spreadsheet shows of a number. */
const DIGITS = 15;

/**
 * Rows of all sheets of an .xlsx file, empty ones left out.
 * @throws AppError `import-unreadable`, `cancelled`
 */
export async function sheetRows(source: Source, signal: AbortSignal): Promise<TableRow[]> {
  await checkArchive(source, signal);
  const sheets = await readXlsxFile(await readFile(source.path), { trim: false }).catch((error: unknown) => {
    throw unreadable('syntax', source.name, '', error);
  });
  stopIfCancelled(signal);
  const filled = sheets.filter(({ data }) => data.length > 0);
  return filled.flatMap(({ sheet, data }) =>
    data.flatMap((row, i) => {
      const cells = row.map(textOfCell);
      if (cells.every((cell) => cell.trim() === '')) return [];
      return [{ cells, line: i + 1, ...(filled.length > 1 && { sheet }) }];
    }),
  );
}

/** Lying sizes and bombs are refused before anything is unpacked. */
async function checkArchive(source: Source, signal: AbortSignal): Promise<void> {
  const zip = await openZip(source, signal);
  try {
    let bytes = 0;
    for (const entry of zip.entries.values()) bytes += entry.bytes;
    if (bytes > MAX_BYTES) throw unreadable('too-large', source.name);
    if (!zip.entries.has('xl/workbook.xml')) throw unreadable('not-known', source.name);
    for (const entry of zip.entries.values()) for await (const piece of zip.pieces(entry)) void piece;
  } finally {
    zip.close();
  }
}

function textOfCell(cell: unknown): string {
  if (cell instanceof Date) return textOfDate(cell);
  if (typeof cell === 'number') return String(Number(cell.toPrecision(DIGITS)));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? cell.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').normalize('NFC') : '';
}

/** A day, or a day and a time; both as they stand in the sheet, which knows no zone. */
function textOfDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
}
