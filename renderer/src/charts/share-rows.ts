/** A share of 0 to 1 in a row of its own; null where nothing was counted. */
export interface ShareRow {
  readonly id: string;
  readonly name: string;
  /** What it rests on. */
  readonly note: string;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** All of it, in words. */
  readonly label: string;
  readonly fill?: string;
}
