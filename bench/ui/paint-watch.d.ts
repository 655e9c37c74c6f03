export interface Painted {
  /** Which of the selectors it was. */
  readonly shown: string;
  /** From the beginning to the frame after the one that shows it, ms. */
  readonly ms: number;
}
/** What the bench finds in the page. */
interface PaintWatch {
  /**
   * Waits for the first new element of one of the selectors.
   * @param began ms since the page was asked for; the next key press where it is left out
   */
  expect(selectors: readonly string[], began?: number): void;
  /** What `expect` waited for, once it is painted. */
  painted(): Promise<Painted>;
  /** Tasks of 50 ms and more since the last time, ms. */
  takeLongTasks(): number[];
}
declare global {
  interface Window {
    paintWatch: PaintWatch;
  }
}
/** Runs in the page, before the app. Says when something is painted: two animation frames after it came into the document. */
export declare function installPaintWatch(): void;
export {};
