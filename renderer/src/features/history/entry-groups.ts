import type { HistoryEntry } from './history-days.svelte.ts';

/** So many rows of one kind, one after the other, are told in one. */
const ENOUGH = 3;
const GROUPED: ReadonlySet<HistoryEntry['kind']> = new Set(['section-read', 'lesson-open', 'setting', 'card-change']);

/** The entries of a day in rows: neighbours of one kind, done on one device, stand together where they are many. */
export function groupsOf(entries: readonly HistoryEntry[]): HistoryEntry[][] {
  const runs: HistoryEntry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run?.[0] && isAlike(run[0], entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => (run.length >= ENOUGH ? [run] : run.map((entry) => [entry])));
}

const isAlike = (one: HistoryEntry, other: HistoryEntry): boolean =>
  GROUPED.has(one.kind) && one.kind === other.kind && one.device === other.device;
