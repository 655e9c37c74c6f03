import type { Figures } from './figures.ts';
import { VIEW_NAMES } from './views.ts';

/** The most that a figure may be. */
export const BUDGETS: Figures = {
  startMs: 2_000,
  nextCardP95Ms: 50,
  ...Object.fromEntries(VIEW_NAMES.map((name) => [`view.${name}.P95Ms`, 100])),
  // Eighteen charts of a year, counted anew.
  'view.stats.P95Ms': 600,
  'view.browse.P95Ms': 150,
  'view.add.P95Ms': 150,
  longTasksOverBudget: 0,
  // Compiled code still grows a little then; a kilobyte kept of each answer would be 1.25.
  heapRatio: 1.2,
  'library.openFirstMs': 150,
  'library.openP95Ms': 150,
  'library.paletteP95Ms': 50,
  'library.listP95Ms': 50,
};

/** Whether each figure that has a budget keeps it, and `allMet`. @throws Error for a budget without a figure */
export function verdictsOf(figures: Figures): Readonly<Record<string, boolean>> {
  const verdicts = Object.entries(BUDGETS).map(([name, most]) => {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`nothing was measured for the budget of ${name}`);
    return [`${name}Met`, figure <= most] as const;
  });
  return { ...Object.fromEntries(verdicts), allMet: verdicts.every(([, met]) => met) };
}
