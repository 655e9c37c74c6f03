/** The rows with one of them a place further up or down; the same rows where there is no such place. */
export function movedRow<T>(rows: T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  const row = rows[at];
  if (row === undefined || to < 0 || to >= rows.length) return rows;
  return rows.toSpliced(at, 1).toSpliced(to, 0, row);
}
