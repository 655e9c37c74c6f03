import { PHASES } from '../../domain/study/schedule.ts';
import type { SourceCard, SourceCardState } from '../transfer/format.ts';

/** How a card stood in the file, as far as anything follows from it here. */
export interface StoodCard extends Pick<SourceCard, 'suspended' | 'buried' | 'flag'> {
  readonly state?: Omit<SourceCardState, 'dueAt' | 'decay'>;
}

const SUSPENDED = 1;
const BURIED = 2;
/** Above it the flag. */
const FLAG = 4;
const NO_PHASE = -1;

/** How cards stood, as columns: there may be hundreds of thousands, of which an object each is slow to keep. NaN stands for what the file does not say. */
export class StoodCards {
  readonly #bits: number[] = [];
  readonly #phase: number[] = [];
  readonly #dueDay: number[] = [];
  readonly #intervalDays: number[] = [];
  readonly #reps: number[] = [];
  readonly #lapses: number[] = [];
  readonly #ease: number[] = [];
  readonly #stabilityDays: number[] = [];
  readonly #difficulty: number[] = [];

  add({ suspended, buried, flag = 0, state }: StoodCard): void {
    this.#bits.push((suspended ? SUSPENDED : 0) | (buried ? BURIED : 0) | (flag * FLAG));
    this.#phase.push(state ? PHASES.indexOf(state.phase) : NO_PHASE);
    this.#dueDay.push(state?.dueDay ?? NaN);
    this.#intervalDays.push(state?.intervalDays ?? 0);
    this.#reps.push(state?.reps ?? 0);
    this.#lapses.push(state?.lapses ?? 0);
    this.#ease.push(state?.ease ?? NaN);
    this.#stabilityDays.push(state?.stabilityDays ?? NaN);
    this.#difficulty.push(state?.difficulty ?? NaN);
  }

  at(place: number): StoodCard {
    const bits = this.#bits[place]!;
    const state = this.#stateAt(place);
    const flag = Math.floor(bits / FLAG);
    return {
      ...((bits & SUSPENDED) !== 0 && { suspended: true as const }),
      ...((bits & BURIED) !== 0 && { buried: true as const }),
      ...(flag > 0 && { flag }),
      ...(state && { state }),
    };
  }

  #stateAt(place: number): StoodCard['state'] | null {
    const phase = PHASES[this.#phase[place]!];
    if (phase === undefined) return null;
    const [dueDay, ease] = [this.#dueDay[place]!, this.#ease[place]!];
    const [stabilityDays, difficulty] = [this.#stabilityDays[place]!, this.#difficulty[place]!];
    return {
      ...{ phase, intervalDays: this.#intervalDays[place]!, reps: this.#reps[place]!, lapses: this.#lapses[place]! },
      ...(!Number.isNaN(dueDay) && { dueDay }),
      ...(!Number.isNaN(ease) && { ease }),
      ...(!Number.isNaN(stabilityDays) && { stabilityDays }),
      ...(!Number.isNaN(difficulty) && { difficulty }),
    };
  }
}
