import type { Reviewing } from './reviewing.ts';
import type { Start } from './starting.ts';
import { type ViewName } from './views.ts';
export type Figures = Readonly<Record<string, number>>;
/** What was measured, by name; milliseconds unless the name says otherwise. */
export declare function figuresOf(
  starts: readonly Start[],
  switches: Readonly<Record<ViewName, readonly number[]>>,
  { nextCard, verdict, longTasks, warm, end }: Reviewing,
): Figures;
