/** A number is written in the reader's way on the page, and plainly in a file. Null: there is nothing to say. */
export type Cell = string | number | null;

/** What a chart shows, as a table. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
