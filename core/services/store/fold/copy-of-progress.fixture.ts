import type { Progress } from '../../../domain/progress.ts';

/** A progress as it is now, in plain Maps: what the store shows changes with every answer, and is no Map that could be cloned. */
export const copyOf = (progress: Progress): Progress =>
  structuredClone({
    ...progress,
    cards: new Map(progress.cards),
    looks: new Map(progress.looks),
    records: new Map(progress.records),
    lessons: new Map(progress.lessons),
    days: new Map(progress.days),
  });
