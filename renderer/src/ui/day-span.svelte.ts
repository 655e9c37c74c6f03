import type { Vacation } from '../../../core/domain/settings.ts';

/** The first and the last day of a vacation while they are chosen. */
export class DaySpan {
  from = $state<number | null>(null);
  to = $state<number | null>(null);
  readonly isBackwards = $derived(this.from !== null && this.to !== null && this.to < this.from);
  readonly isWhole = $derived(this.from !== null && this.to !== null && !this.isBackwards);

  /** The vacations with this one among them, by their first days; then it is empty again. Those alone where it is not whole. */
  addedTo(all: readonly Vacation[]): readonly Vacation[] {
    const { from, to } = this;
    if (from === null || to === null || this.isBackwards) return all;
    this.from = this.to = null;
    return [...all, { from, to }].sort((a, b) => a.from - b.from);
  }
}
