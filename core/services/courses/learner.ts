import { lessonKeyOf, type CardId } from '../../domain/ids.ts';
import type { CardView } from '../../api/contract.ts';
import { UNTOUCHED, type CardState, type LessonState, type Progress } from '../../domain/progress.ts';
import type { StudyOptions } from '../../domain/settings.ts';
import { optionsOf } from '../../domain/study/options.ts';
import { parametersIn } from '../../domain/history/parameters.ts';
import type { Weights } from '../../domain/study/memory-model.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { momentOf } from '../moment.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { askedLoads } from './asked-loads.ts';
import { answerForm, cardView } from './card-view.ts';
import type { Catalog, CatalogCard } from './catalog.ts';
import { Schedulings, type Scheduling } from './scheduling.ts';

/** The learner: what there is to learn, how far they are in it, and what time it is where they are. */
export class Learner {
  readonly #schedulings: Schedulings;

  constructor(
    readonly catalog: Catalog,
    readonly store: ProgressStore,
    readonly clock: Clock,
  ) {
    this.#schedulings = new Schedulings(store, () => this.loads());
  }

  /** Live view; read only. */
  get progress(): Progress {
    return this.store.progress;
  }

  /** Of the memory model, as they hold now. */
  get weights(): Weights {
    return parametersIn(this.progress).weights;
  }

  moment(): Moment {
    return momentOf(this.clock, this.progress);
  }

  /** Also of a card that nothing was done with yet. */
  cardState(cardId: CardId): CardState {
    return this.progress.cards.get(cardId) ?? UNTOUCHED;
  }

  lessonState(courseId: string, lessonId: string): LessonState | undefined {
    return this.progress.lessons.get(lessonKeyOf(courseId, lessonId));
  }

  /** How the cards of a course are studied; of several at once (undefined), what holds for all. */
  options(courseId: string | undefined): StudyOptions {
    return optionsOf(this.progress, courseId === undefined ? null : this.catalog.course(courseId));
  }

  /** What decides when an answer to a card, found in this state, brings it back. */
  scheduling(card: CatalogCard, state: CardState, { today }: Pick<Moment, 'today'>): Scheduling {
    return this.#schedulings.of(card, state, this.options(card.course.id), today);
  }

  /** How many reviews are due on a study day, as it stands now. */
  loads(): (day: number) => number {
    return askedLoads(this.store, this.catalog.beside({}));
  }

  /** The card as it is asked now. */
  view(card: CatalogCard): CardView {
    const state = this.cardState(card.cardId);
    const moment = this.moment();
    const { gradeButtons: buttons } = this.options(card.course.id);
    return cardView(this.catalog, card, state, {
      ...moment,
      buttons,
      scheduling: this.scheduling(card, state, moment),
    });
  }

  /** The card as an exam asks it: without help, and in an order of its options that the exam's id fixes. */
  examView(card: CatalogCard, examId: string): CardView {
    const form = answerForm(card.question, `${examId}/${card.cardId}`);
    return { ...this.view(card), ...form, hasHint: false, attempt: null };
  }
}
