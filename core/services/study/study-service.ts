import type { Handlers, Input, Outcome } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { gradeOf, mayTryAgain } from '../../domain/grading/grade.ts';
import { judge } from '../../domain/grading/judge.ts';
import type { Judgement } from '../../domain/judgement.ts';
import { UNTOUCHED, type CardState } from '../../domain/progress.ts';
import { review, type Grade } from '../../domain/study/schedule.ts';
import { LEARN_AHEAD_MS } from '../../domain/study/session-queue.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { createTurns } from '../disk/turns.ts';
import { cardView } from './card-view.ts';
import { attemptToday, isHidden, momentOf, type Moment } from './due-cards.ts';
import { outcomeOf, tryAgainOutcome } from './outcome.ts';
import { createSessions, type Session } from './sessions.ts';
import { summaryOf } from './session-summary.ts';

type StudyHandlers = Pick<
  Handlers,
  | 'study.start'
  | 'study.next'
  | 'study.answer'
  | 'study.correct'
  | 'study.hint'
  | 'study.undo'
  | 'study.progress'
  | 'study.summary'
>;

/** Sessions, answers and their undoing. Whatever changes the learner's history runs one at a time. */
export function createStudyService(catalog: Catalog, store: ProgressStore, clock: Clock): StudyHandlers {
  const oneAtATime = createTurns();
  const sessions = createSessions(catalog, store, clock);
  const stateOf = (cardId: string): CardState => store.progress.cards.get(cardId) ?? UNTOUCHED;
  const moment = () => momentOf(clock, store.progress);

  /** The card as the caller saw it. @throws AppError `stale-card` when something happened to it since */
  function seen(cardId: string, revision: number): { card: CatalogCard; state: CardState } {
    const card = catalog.card(cardId);
    const state = stateOf(cardId);
    if (state.revision !== revision)
      throw new AppError('stale-card', 'the card has changed since', { revision: state.revision });
    return { card, state };
  }

  async function grade(session: Session, card: CatalogCard, input: GradeInput): Promise<Outcome> {
    const { before, at, judgement, grade: given } = input;
    const { retention, rolloverHour } = store.progress.settings;
    const practice = session.scope.mode === 'practice';
    const memory = practice ? null : review(before.memory, given, at.now, at.clock, { retention });
    const ref = await store.append({
      type: 'review',
      card: card.cardId,
      prev: before.last,
      mode: session.scope.mode,
      grade: given,
      memory,
      retention,
      rolloverHour,
      elapsedMs: input.elapsedMs,
      ...(judgement && { verdict: judgement.verdict }),
      ...(input.response !== undefined && { response: input.response }),
      ...(input.corrects !== undefined && { corrects: input.corrects }),
    });
    // Only now that the disk has it: a correction that fails leaves the answer to be corrected.
    const replaced = session.answers.findIndex(({ ref: corrected }) => corrected === input.corrects);
    if (replaced >= 0) {
      session.answers.splice(replaced, 1);
      session.queue.putBack(card.cardId);
    }
    const after = stateOf(card.cardId);
    const due = after.memory && after.memory.phase !== 'review' ? after.memory.due : null;
    const again = practice || due === null || due > at.now + LEARN_AHEAD_MS ? null : due;
    session.queue.answered(card.cardId, again);
    session.answers.push({ cardId: card.cardId, ref, before, grade: given, elapsedMs: input.elapsedMs });
    return outcomeOf(catalog, {
      card,
      before,
      after,
      judgement,
      grade: given,
      retention,
      now: at.now,
      progress: session.queue.counts,
    });
  }

  async function answer(input: Input<'study.answer'>): Promise<Outcome> {
    const session = sessions.get(input.sessionId);
    const { card, state } = seen(input.cardId, input.revision);
    const at = moment();
    const judgement =
      input.response !== undefined && card.question.kind !== 'card' ? judge(card.question, input.response) : null;
    if (!judgement && input.grade === undefined)
      throw new AppError('bad-input', 'neither a response nor a grade', { method: 'study.answer', field: 'response' });
    const attempt = attemptToday(state, at);
    if (judgement && input.grade === undefined && attempt !== 'close' && mayTryAgain(judgement)) {
      await store.append({
        type: 'attempt',
        card: card.cardId,
        prev: state.last,
        what: 'close',
        ...(input.response !== undefined && { response: input.response }),
      });
      return tryAgainOutcome(card, stateOf(card.cardId).revision, judgement, session.queue.counts);
    }
    const given: Grade =
      input.grade ?? gradeOf(judgement as Judgement, { hinted: attempt === 'hint', secondTry: attempt === 'close' });
    return grade(session, card, {
      before: state,
      at,
      judgement,
      grade: given,
      elapsedMs: input.elapsedMs,
      response: input.response,
    });
  }

  async function correct({ sessionId, cardId, revision, grade: wanted }: Input<'study.correct'>): Promise<Outcome> {
    const session = sessions.get(sessionId);
    const { card } = seen(cardId, revision);
    const index = session.answers.findLastIndex((entry) => entry.cardId === cardId);
    const wrong = session.answers[index];
    if (!wrong) throw new AppError('not-found', 'no answer to correct', { what: 'answer', id: cardId });
    return grade(session, card, {
      before: wrong.before,
      at: moment(),
      judgement: null,
      grade: wanted ?? 3,
      elapsedMs: wrong.elapsedMs,
      corrects: wrong.ref,
    });
  }

  return {
    'study.start': async (scope) => {
      const session = sessions.start(scope);
      return { sessionId: session.id, counts: session.queue.counts };
    },
    'study.next': async ({ sessionId }) => {
      const { queue, scope } = sessions.get(sessionId);
      const at = moment();
      const cardId = queue.next(at.now, (id) => isWanted(stateOf(id), scope.mode, at));
      if (cardId === null) return null;
      const { retention } = store.progress.settings;
      return cardView(catalog, catalog.card(cardId), stateOf(cardId), { ...at, retention });
    },
    'study.answer': (input) => oneAtATime(() => answer(input)),
    'study.correct': (input) => oneAtATime(() => correct(input)),
    'study.hint': ({ sessionId, cardId, revision }) =>
      oneAtATime(async () => {
        sessions.get(sessionId);
        const { card, state } = seen(cardId, revision);
        const { hint } = card.question;
        if (!hint) throw new AppError('not-found', 'the card has no hint', { what: 'hint', id: cardId });
        // Shown again, or after a near miss, it takes nothing more away; a near miss must not be forgotten over it.
        if (attemptToday(state, moment()) === null)
          await store.append({ type: 'attempt', card: cardId, prev: state.last, what: 'hint' });
        return { hint, revision: stateOf(cardId).revision };
      }),
    'study.undo': () =>
      oneAtATime(async () => {
        const undone = await store.undo();
        for (const session of sessions.all()) {
          const index = session.answers.findLastIndex(({ ref }) => ref === undone.ref);
          const [taken] = index < 0 ? [] : session.answers.splice(index, 1);
          if (taken) session.queue.putBack(taken.cardId);
          else if (undone.card !== null) session.queue.takeUp(undone.card);
        }
        return { type: undone.type, cardId: undone.card, at: undone.at };
      }),
    'study.progress': async ({ sessionId }) => sessions.get(sessionId).queue.counts,
    'study.summary': async ({ sessionId }) => summaryOf(sessions.get(sessionId), catalog, store.progress, moment()),
  };
}

interface GradeInput {
  readonly before: CardState;
  readonly at: Moment;
  readonly judgement: Judgement | null;
  readonly grade: Grade;
  readonly elapsedMs: number;
  readonly response?: Input<'study.answer'>['response'];
  readonly corrects?: string;
}

/** Whether a card of the queue still has work to do: it may have been answered or hidden elsewhere meanwhile. */
function isWanted(state: CardState, mode: Session['scope']['mode'], { today, now, endOfToday }: Moment): boolean {
  if (mode === 'practice') return !state.suspended;
  if (isHidden(state, today)) return false;
  return state.memory === null || state.memory.due < Math.max(endOfToday, now + LEARN_AHEAD_MS);
}
