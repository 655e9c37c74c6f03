export interface Seeded {
  readonly days: number;
  /** Answers given in them. */
  readonly reviewsTotal: number;
}
/** Fills a data folder with the made-up year of a learner who has studied up to now. */
export declare function seedFolder(dataDir: string, days: number): Seeded;
