/** 1 Again, 2 Hard, 3 Good, 4 Easy, as FSRS numbers them. The machine never says Easy. */
export const GRADES = [1, 2, 3, 4] as const;
export type Grade = (typeof GRADES)[number];
