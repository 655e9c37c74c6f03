import { instantOf, type ExamTime } from '../../domain/exam/timing.ts';
import type { SteadyClock } from '../ports.ts';

/**
 * The time of exams. Within a run it only goes on: putting the machine's clock forward or back, or sleep, neither gives nor takes
 * anything. Across runs only the wall clock knows how long nobody was there, so a start takes up the time by it.
 */
export class ExamClock {
  readonly #clock: SteadyClock;
  /** By exam: an instant of it, and the steady time that belongs to it. */
  readonly #met = new Map<string, { readonly at: number; readonly steadyMs: number }>();

  constructor(clock: SteadyClock) {
    this.#clock = clock;
  }

  /** Now, as the exam counts it; epoch ms. */
  instant({ id, ...time }: ExamTime & { readonly id: string }): number {
    const steadyMs = this.#clock.steadyMs();
    const met = this.#met.get(id);
    if (met) return Math.round(met.at + steadyMs - met.steadyMs);
    const at = instantOf(time, this.#clock.now());
    this.#met.set(id, { at, steadyMs });
    return at;
  }
}
