import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { parametersIn } from '../../domain/history/parameters.ts';
import { forgettingOf } from '../../domain/plan/forgetting.ts';
import { guessChance } from '../../domain/simulation/guess-chance.ts';
import { readiness, recallOn } from '../../domain/simulation/readiness.ts';
import { simulate, type SimulatedHabits, type Simulation } from '../../domain/simulation/simulate.ts';
import type { AnswerHistory } from '../../domain/stats/review-columns.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';
import { paceOf } from '../courses/own-pace.ts';
import { inSlices } from '../jobs/slices.ts';
import { simulatedCards, type SimulatedCards } from './simulated-cards.ts';

/** Days to come are played so often to know how well each card will be known. */
const PLAYED = 20;
const LONGEST_DAYS = 1_825;
const SEED = 1;

/** Plays the days to come, and what they make of an exam. */
export class SimulationService {
  constructor(
    private readonly learner: Learner,
    private readonly answers: AnswerHistory,
  ) {}

  async run({ settings, days, courseId, from }: Input<'simulation.run'>): Promise<Output<'simulation.run'>> {
    const { cards, pace } = await this.#cards(this.#cardsOf(courseId), from === 'nothing');
    const runs: Output<'simulation.run'>['runs'] = [];
    for (const setting of settings) {
      const played = await this.#play(cards, { ...this.#habits(courseId), ...setting, days, seed: SEED });
      runs.push({
        reviews: Array.from(played.reviews),
        minutes: rounded(played.minutes),
        remembered: rounded(played.remembered),
      });
    }
    return { runs, known: cards.known.length, fresh: cards.fresh.length, paceAnswers: pace.answers };
  }

  /** @throws AppError `not-found`; `bad-input` for a day that has gone by or is years ahead */
  async readiness({ courseId, day, questions, pass }: Input<'readiness.get'>): Promise<Output<'readiness.get'>> {
    const moment = this.learner.moment();
    const days = day - moment.today;
    if (days < 0 || days > LONGEST_DAYS) throw new AppError('bad-input', 'the day must lie ahead');
    const asked = this.#cardsOf(courseId);
    const options = {
      ...(questions !== undefined && { drawn: questions }),
      ...(pass !== undefined && { pass }),
    };
    const { weights } = parametersIn(this.learner.progress);
    const at = moment.startOf(day) + (moment.now - moment.startOf(moment.today));
    const without = asked.map(({ cardId }) => recallOn(this.learner.cardState(cardId).memory, at, weights));
    const studied = days === 0 ? without : await this.#studied(asked, without, courseId, days);
    const scoreOf = (recall: readonly number[]) =>
      readiness(
        asked.map(({ question }, index) => ({ recall: recall[index]!, guess: guessChance(question) })),
        options,
      );
    return { without: scoreOf(without), studying: scoreOf(studied), days };
  }

  /** Mean recall of each card on the day, with the days until then played many times; what is suspended only fades. */
  async #studied(asked: readonly CatalogCard[], without: readonly number[], courseId: string, days: number) {
    const { cards } = await this.#cards(asked, false);
    const all = [...cards.known, ...cards.fresh];
    const sums = new Float64Array(all.length);
    for (let seed = 1; seed <= PLAYED; seed += 1) {
      // The day itself is the exam's: nothing is studied before it.
      const { recall } = await this.#play(cards, { ...this.#habits(courseId), days, seed });
      for (const [index, share] of recall.entries()) sums[index]! += share / PLAYED;
    }
    const byCard = new Map(all.map(({ card }, index) => [card.cardId, sums[index]!]));
    return asked.map(({ cardId }, index) => byCard.get(cardId) ?? without[index]!);
  }

  /** @throws AppError `not-found` */
  #cardsOf(courseId: string | undefined): readonly CatalogCard[] {
    return this.learner.catalog.cards({ courseId });
  }

  async #cards(of: readonly CatalogCard[], isFromNothing: boolean) {
    const { catalog, progress } = this.learner;
    const pace = await this.answers.read((columns) => paceOf(columns, catalog));
    return { pace, cards: simulatedCards(of, { progress, moment: this.learner.moment(), pace }, isFromNothing) };
  }

  #habits(courseId: string | undefined): Omit<SimulatedHabits, 'days' | 'seed'> {
    const { progress } = this.learner;
    const options = this.learner.options(courseId);
    const { newPerDay, reviewsPerDay, retention, maximumIntervalDays } = options;
    const forgetting = forgettingOf(parametersIn(progress).weights);
    const { today } = this.learner.moment();
    return { today, newPerDay, reviewsPerDay, retention, maximumIntervalDays, forgetting };
  }

  #play({ known, fresh }: SimulatedCards, habits: SimulatedHabits): Promise<Simulation> {
    return inSlices(simulate(known, fresh, habits));
  }
}

/** Two places are more than a chart shows. */
const rounded = (values: Float64Array) => Array.from(values, (value) => Math.round(value * 100) / 100);

/** What the contract asks of the service. */
export function simulationHandlers(service: SimulationService) {
  return {
    'simulation.run': (input) => service.run(input),
    'readiness.get': (input) => service.readiness(input),
  } satisfies Partial<Handlers>;
}
