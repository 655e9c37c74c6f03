import type { DataStore } from '../store/data-store.ts';
import { breathe } from '../jobs/slices.ts';
import { reachedBy, type Reached } from './folder/read-folder.ts';

/** Events that are looked at to find the oldest one no backup holds; where there are more, it is old enough. */
const MAX_EVENTS = 2_000;

/** Since when there is something that no backup holds. */
export class Unprotected {
  /** Clock of the oldest such event, epoch ms; null while backups hold everything, -Infinity where it is older than anyone looked. */
  since: number | null = null;
  /** How many there are, about. */
  events = 0;

  /** An event was accepted. */
  accepted(now: number): void {
    this.since ??= now;
    this.events++;
  }

  /** A backup holds all up to now; gives a way to take that back where it came to nothing. */
  held(): () => void {
    const before = { since: this.since, events: this.events };
    this.since = null;
    this.events = 0;
    return () => {
      this.since = before.since ?? this.since;
      this.events += before.events;
    };
  }

  /**
   * Looks for the oldest event that was there at some moment and is not in the best backup.
   * @param covered how far the journals went then
   * @param reached how far the backup goes; null where there is none
   */
  async look(store: DataStore, covered: Reached, reached: Reached | null): Promise<void> {
    const missing = Object.entries(covered).reduce(
      (sum, [device, seq]) => sum + Math.max(0, seq - reachedBy(reached ?? {}, device)),
      0,
    );
    if (missing <= 0) return;
    this.events += missing;
    this.since = await oldestBehind(store, covered, reached, missing);
  }
}

async function oldestBehind(
  store: DataStore,
  covered: Reached,
  reached: Reached | null,
  missing: number,
): Promise<number> {
  if (reached === null || missing > MAX_EVENTS) return -Infinity;
  let oldest = Infinity;
  let seen = 0;
  for (const { device, seq, at } of store.backwards()) {
    if (seq <= reachedBy(reached, device) || seq > reachedBy(covered, device)) continue;
    oldest = Math.min(oldest, at);
    if (++seen === missing) break;
    if (seen % 100 === 0) await breathe();
  }
  return oldest === Infinity ? -Infinity : oldest;
}
