import type { Handlers, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { parametersIn } from '../../domain/history/parameters.ts';
import type { EventRef } from '../../domain/ids.ts';
import { copyForTraining } from '../../domain/training/histories-of-columns.ts';
import { DEFAULT_WEIGHTS } from '../../domain/training/fsrs6.ts';
import { FEWEST_REVIEWS, type Training } from '../../domain/training/training.ts';
import type { AnswerHistory } from '../../domain/stats/review-columns.ts';
import { goodDays } from '../../domain/study/good-days.ts';
import type { LongWork, Step } from '../jobs/work.ts';
import type { Clock, NewEvent, ProgressStore } from '../ports.ts';
import { nextTraining } from './next-training.ts';
import type { Train } from './trainer.ts';
import { lastTraining, versionsOf } from './versions.ts';

/** So many answers in a row are shown. */
const GOOD_ANSWERS = 6;
const MODEL = { model: 'FSRS-6', version: 1 } as const;
type Chosen = Extract<NewEvent, { type: 'parameters' }>['set'];
const PUBLISHED: Chosen = {
  model: null,
  version: null,
  weights: null,
  trainedOn: null,
  heldOut: null,
  verdict: null,
};

/** What training is put together from. */
export interface ParameterParts {
  readonly store: ProgressStore;
  readonly clock: Clock;
  readonly work: LongWork<'training'>;
  readonly train: Train;
  readonly answers: AnswerHistory;
}

/** The learner's own parameters of the memory model: trains, keeps versions, goes back. */
export class ParameterService {
  #phase: NonNullable<Output<'parameters.get'>['work']>['phase'] = 'reading';
  #reviews = 0;

  constructor(private readonly parts: ParameterParts) {}

  get(): Output<'parameters.get'> {
    const { store, work } = this.parts;
    const { retention } = store.progress.settings;
    const daysOf = (weights: readonly number[] | null) => goodDays(weights, retention, GOOD_ANSWERS);
    const last = lastTraining(store);
    return {
      model: MODEL.model,
      weights: [...this.#weights],
      published: [...DEFAULT_WEIGHTS],
      retention,
      goodDays: { now: daysOf(parametersIn(store.progress).weights), published: daysOf(null) },
      versions: versionsOf(store),
      last,
      work: work.current && { phase: this.#phase, done: work.current.done, reviews: this.#reviews },
      next: nextTraining(store.progress, last?.at ?? null),
      fewest: FEWEST_REVIEWS,
    };
  }

  /** Trains on every answer there is and takes what is better. @throws AppError `busy`, `cancelled` */
  train(): Promise<Output<'parameters.train'>> {
    return this.parts.work.run('training', (step) => this.#train(step));
  }

  /** The same for a training nobody asked for: it gives way to one that somebody does. */
  trainInBackground(): Promise<Output<'parameters.train'>> {
    return this.parts.work.runInBackground('training', (step) => this.#train(step));
  }

  cancel(): void {
    this.parts.work.cancel();
  }

  /** @throws AppError `not-found` */
  async use(ref: EventRef | undefined): Promise<EventRef> {
    const { store } = this.parts;
    if (ref === undefined) return store.append({ type: 'parameters', id: 'current', set: PUBLISHED });
    const event = store.find(ref);
    if (event?.type !== 'parameters' || event.id !== 'current' || !event.set.weights)
      throw new AppError('not-found', 'no such version', { what: 'parameters' });
    return store.append({ type: 'parameters', id: 'current', set: { ...PUBLISHED, ...event.set } });
  }

  get #weights(): readonly number[] {
    return parametersIn(this.parts.store.progress).weights ?? DEFAULT_WEIGHTS;
  }

  async #train(step: Step): Promise<Output<'parameters.train'>> {
    const { clock, train, answers } = this.parts;
    this.#phase = 'reading';
    this.#reviews = 0;
    const columns = await answers.read(copyForTraining);
    this.#reviews = columns.length;
    step(0, 1);
    const training = await train(columns, this.#weights, ({ phase, done }) => {
      this.#phase = phase;
      step(done, 1);
    });
    await this.#keep(training);
    const { verdict, reviews, heldOut } = training;
    return { verdict, at: clock.now(), reviews, heldOut: heldOut && shown(heldOut) };
  }

  async #keep({ verdict, weights, reviews, days, heldOut }: Training): Promise<void> {
    if (verdict === 'too-few' || !weights || !heldOut || !days) return;
    const set: Chosen = { ...MODEL, trainedOn: { reviews, ...days }, heldOut: shown(heldOut), verdict };
    const isAccepted = verdict === 'accepted';
    await this.parts.store.append({
      type: 'parameters',
      id: isAccepted ? 'current' : 'tried',
      set: isAccepted ? { ...set, weights: [...weights] } : set,
    });
  }
}

function shown({ reviews, before, after, difference: { low, high } }: NonNullable<Training['heldOut']>) {
  return { reviews, before, after, low, high };
}

/** What the contract asks of the service. */
export function parameterHandlers(service: ParameterService) {
  return {
    'parameters.get': async () => service.get(),
    'parameters.train': () => service.train(),
    'parameters.cancel': async () => {
      service.cancel();
      return { done: true };
    },
    'parameters.use': async ({ ref }) => ({ ref: await service.use(ref) }),
  } satisfies Partial<Handlers>;
}
