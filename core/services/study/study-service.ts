import type { CardId, EventRef } from '../../domain/ids.ts';
import type { CardView, Handlers, Input, Outcome, Output } from '../../api/contract.ts';
import type { ReviewMode } from '../../domain/history/events.ts';
import { AppError } from '../../domain/errors.ts';
import { assess } from '../../domain/grading/assess.ts';
import { judge, judgeUnknown } from '../../domain/grading/judge.ts';
import type { Judgement } from '../../domain/judgement.ts';
import type { Response } from '../../domain/question.ts';
import type { CardState } from '../../domain/progress.ts';
import { MODES } from '../../domain/study/modes.ts';
import { dueAt } from '../../domain/study/due.ts';
import { attemptToday, type Moment } from '../../domain/study/moment.ts';
import type { Grade } from '../../domain/grade.ts';
import { outlooks } from '../../domain/study/schedule.ts';
import { isSureWrong } from '../../domain/study/session-cards.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';
import type { ProgressStore } from '../ports.ts';
import { openOutcome, outcomeOf } from './outcome.ts';
import { reviewEvent } from './review-event.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { summaryOf } from './session-summary.ts';

type Answer = Input<'study.answer'>;

/** An answer that has its grade, and is yet to be kept. */
interface GradedAnswer {
  /** The state the grade is given for: for a correction, the one before the answer it replaces. */
  readonly before: CardState;
  readonly moment: Moment;
  /** Null when the learner graded alone. */
  readonly judgement: Judgement | null;
  readonly grade: Grade;
  readonly elapsedMs: number;
  /** What the answer counts as. */
  readonly mode: ReviewMode;
  readonly sure?: boolean | undefined;
  readonly response?: Answer['response'];
  readonly corrects?: EventRef;
  /** When the preview said the card would come back, in days. */
  readonly due?: Answer['due'];
}

/** Sessions and answers. */
export class StudyService {
  readonly #store: ProgressStore;

  constructor(
    private readonly learner: Learner,
    private readonly sessions: Sessions,
    /** @throws AppError `bad-query` */
    private readonly find: (query: string) => Promise<ReadonlySet<CardId>>,
  ) {
    this.#store = learner.store;
  }

  /** @throws AppError `bad-query`, `not-found` */
  async start(scope: Input<'study.start'>): Promise<Output<'study.start'>> {
    const query = scope.filter?.query;
    const among = query === undefined ? undefined : await this.find(query);
    const { session, why } = await this.sessions.start(scope, among);
    return { sessionId: session.id, counts: session.counts, why };
  }

  next(sessionId: string): Output<'study.next'> {
    const session = this.sessions.get(sessionId);
    const { catalog } = this.learner;
    const moment = this.learner.moment();
    const cardId = session.queue.next(moment.now, (id) => {
      // Its deck may have left the library since the session began.
      const card = catalog.find(id);
      return card ? session.wantedFrom(card, moment) : null;
    });
    return cardId === null ? null : this.#view(session, cardId);
  }

  /** A card as it is now, and whether the session has work for it at this moment. */
  card({ sessionId, cardId }: Input<'study.card'>): Output<'study.card'> {
    const session = this.sessions.get(sessionId);
    const moment = this.learner.moment();
    const from = session.wantedFrom(this.learner.catalog.card(cardId), moment);
    return { card: this.#view(session, cardId), wanted: from !== null && from <= moment.now };
  }

  progress(sessionId: string): Output<'study.progress'> {
    return this.sessions.get(sessionId).counts;
  }

  summary(sessionId: string): Output<'study.summary'> {
    return summaryOf(this.sessions.get(sessionId), this.learner);
  }

  /** Judges and grades an answer, or, after a near miss, says what is different and keeps the question open. */
  answer(input: Answer): Promise<Outcome> {
    return this.sessions.turn(async () => {
      const session = this.sessions.get(input.sessionId);
      const { card, state } = this.#seen(input.cardId, input.revision);
      const moment = this.learner.moment();
      const { elapsedMs, response, unknown, sure } = input;
      const given = { before: state, moment, elapsedMs, response, sure, mode: session.modeOf(card, moment) };
      if (unknown)
        return this.#keep(session, card, {
          ...given,
          judgement: judgeUnknown(card.question),
          grade: 1,
          sure: undefined,
        });
      const judgement = response !== undefined && card.question.kind !== 'card' ? judge(card.question, response) : null;
      if (input.grade !== undefined) this.#refuseHidden(card, input.grade, 'study.answer');
      if (input.grade !== undefined)
        return this.#keep(session, card, { ...given, judgement, grade: input.grade, due: input.due });
      if (judgement === null || response === undefined)
        throw new AppError('bad-input', 'neither a response nor a grade', {
          method: 'study.answer',
          field: 'response',
        });
      const attempt = attemptToday(state, moment);
      const nearMiss = attempt === 'close' ? this.#nearMissOf(card.cardId) : undefined;
      const assessed = assess(judgement, response, { attempt, nearMiss });
      if (assessed.open === null) return this.#keep(session, card, { ...given, judgement, grade: assessed.grade });
      if (assessed.open === 'close')
        await this.#store.append({
          type: 'attempt',
          card: card.cardId,
          prev: state.last,
          what: 'close',
          response,
        });
      const { revision } = this.learner.cardState(card.cardId);
      return openOutcome(card, revision, judgement, assessed.open, session.counts);
    });
  }

  /** "I was right": the last answer to the card counts as if it had been graded so. */
  correct({ sessionId, cardId, revision, grade = 3 }: Input<'study.correct'>): Promise<Outcome> {
    return this.sessions.turn(async () => {
      const session = this.sessions.get(sessionId);
      const { card } = this.#seen(cardId, revision);
      this.#refuseHidden(card, grade, 'study.correct');
      const wrong = session.answers.findLast((entry) => entry.cardId === cardId);
      if (!wrong) throw new AppError('not-found', 'no answer to correct', { what: 'answer', id: cardId });
      const { before, elapsedMs, mode, ref: corrects } = wrong;
      return this.#keep(session, card, {
        before,
        moment: this.learner.moment(),
        judgement: null,
        grade,
        elapsedMs,
        mode,
        corrects,
      });
    });
  }

  hint({ sessionId, cardId, revision }: Input<'study.hint'>): Promise<Output<'study.hint'>> {
    return this.sessions.turn(async () => {
      this.sessions.get(sessionId);
      const { card, state } = this.#seen(cardId, revision);
      const { hint } = card.question;
      if (!hint) throw new AppError('not-found', 'the card has no hint', { what: 'hint', id: cardId });
      // Shown again, or after a near miss, it takes nothing more away; a near miss must not be forgotten over it.
      if (attemptToday(state, this.learner.moment()) === null)
        await this.#store.append({ type: 'attempt', card: cardId, prev: state.last, what: 'hint' });
      return { hint, revision: this.learner.cardState(cardId).revision };
    });
  }

  #view(session: Session, cardId: CardId): CardView {
    const view = this.learner.view(this.learner.catalog.card(cardId));
    return session.isSureWrong(cardId) ? { ...view, sureWrong: true } : view;
  }

  /** The card as the caller saw it. @throws AppError `stale-card` when something happened to it since */
  #seen(cardId: CardId, revision: number): { card: CatalogCard; state: CardState } {
    const card = this.learner.catalog.card(cardId);
    const state = this.learner.cardState(cardId);
    if (state.revision !== revision)
      throw new AppError('stale-card', 'the card has changed since', { revision: state.revision });
    return { card, state };
  }

  /** @throws AppError `bad-input` for a grade that has no button; the machine may still give Hard after a hint */
  #refuseHidden({ course }: CatalogCard, grade: Grade, method: string): void {
    if (this.learner.options(course.id).gradeButtons === 2 && (grade === 2 || grade === 4))
      throw new AppError('bad-input', 'only Again and Good are offered', { method, field: 'grade' });
  }

  /** What was answered when the near miss was made that still counts. */
  #nearMissOf(cardId: CardId): Response | undefined {
    const event = this.#store
      .eventsOf(cardId)
      .findLast((one) => one.type === 'attempt' && one.what === 'close' && !this.#store.isUndone(one));
    return event?.type === 'attempt' ? event.response : undefined;
  }

  /** Schedules the card and puts the answer on the disk. */
  async #keep(session: Session, card: CatalogCard, answer: GradedAnswer): Promise<Outcome> {
    const { before, moment, mode, judgement, grade, elapsedMs, response, corrects, due, sure } = answer;
    const options = this.learner.options(card.course.id);
    const { cardId } = card;
    const scheduling = this.learner.scheduling(card, before, moment);
    const outlook = MODES[mode].schedules
      ? outlooks(before.memory, moment.now, moment.clock, scheduling.options, scheduling.spread)
      : null;
    const memory = outlook && outlook[grade].memory;
    if (memory !== null && due !== undefined && due !== dueAt(memory, moment))
      throw new AppError('stale-card', 'the preview was of another day', {
        revision: this.learner.cardState(cardId).revision,
      });
    const { parameters } = scheduling;
    const given = { card, before, mode, grade, memory, parameters, judgement, elapsedMs, response, corrects, sure };
    const event = reviewEvent(this.learner, given);
    const ref = await this.#store.append(event);
    const after = this.learner.cardState(cardId);
    const kept = { cardId, ref, before, grade, elapsedMs: event.elapsedMs, mode, sure: sure === true };
    session.answered(kept, moment.now);
    const { counts: progress } = session;
    const answered = { card, before, after, judgement, grade, options, scheduling, outlook, at: moment, progress };
    const outcome = outcomeOf(this.learner.catalog, answered);
    return isSureWrong(kept) ? { ...outcome, sureWrong: true } : outcome;
  }
}

/** What the contract asks of the service. */
export function studyHandlers(study: StudyService) {
  return {
    'study.start': (scope) => study.start(scope),
    'study.next': async ({ sessionId }) => study.next(sessionId),
    'study.card': async (input) => study.card(input),
    'study.answer': (input) => study.answer(input),
    'study.correct': (input) => study.correct(input),
    'study.hint': (input) => study.hint(input),
    'study.progress': async ({ sessionId }) => study.progress(sessionId),
    'study.summary': async ({ sessionId }) => study.summary(sessionId),
  } satisfies Partial<Handlers>;
}
