import type { Figures } from './figures.ts';
/** The most that a figure may be. */
export declare const BUDGETS: Figures;
/** Whether each figure that has a budget keeps it, and `allMet`. @throws Error for a budget without a figure */
export declare function verdictsOf(figures: Figures): Readonly<Record<string, boolean>>;
