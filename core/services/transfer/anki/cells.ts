/** The number where it is one that is whole and exact; what SQLite holds beside may be anything. */
export const wholeNumber = (cell: unknown): number | null =>
  typeof cell === 'number' && Number.isSafeInteger(cell) ? cell : null;

/** Are the first so many cells of a row whole numbers? */
export function areWhole(cells: readonly unknown[], count: number): boolean {
  for (let i = 0; i < count; i++) if (!Number.isSafeInteger(cells[i])) return false;
  return true;
}
