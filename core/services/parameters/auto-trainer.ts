import { AppError } from '../../domain/errors.ts';
import type { Clock } from '../ports.ts';
import type { Output } from '../../api/contract.ts';

/** How often it is looked whether a training is due. */
const LOOK_EVERY_MS = 10 * 60_000;
/** After a failure it is tried again as soon as this. */
const AGAIN_AFTER_MS = 24 * 3_600_000;

/** What it needs of `ParameterService`. */
interface Trains {
  get(): Pick<Output<'parameters.get'>, 'next' | 'work'>;
  trainInBackground(): Promise<Output<'parameters.train'>>;
}

/** Trains once a month behind the learner's back, while the app is used. */
export class AutoTrainer {
  #timer: NodeJS.Timeout | null = null;
  #notBefore = -Infinity;

  constructor(
    private readonly service: Trains,
    private readonly clock: Clock,
    private readonly log: (error: unknown) => void,
  ) {}

  begin(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Trains where that is due; never fails. */
  async look(): Promise<void> {
    const { next, work } = this.service.get();
    const now = this.clock.now();
    if (work !== null || now < next.notBefore || now < this.#notBefore || next.reviewsMissing > 0) return;
    try {
      const { verdict } = await this.service.trainInBackground();
      if (verdict === 'too-few') this.#notBefore = now + AGAIN_AFTER_MS;
    } catch (cause) {
      this.#notBefore = now + AGAIN_AFTER_MS;
      if (!(cause instanceof AppError && (cause.code === 'cancelled' || cause.code === 'busy'))) this.log(cause);
    }
  }
}
