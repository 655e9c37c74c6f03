import type { CardId, EventRef, LessonKey } from '../ids.ts';
import { foldCard, touched, type Past } from './card-fold.ts';
import { withReview } from './day-totals.ts';
import type { Answer, JournalEvent } from './events.ts';
import { refOf } from './events.ts';
import { inOrder } from './order.ts';
import { parametersIn, type Parameters } from './parameters.ts';
import { isRepeat } from './repeats.ts';
import { foldLesson, lessonOf, UNREAD } from './lesson-fold.ts';
import { chosenBy, foldChoice, isChoice, nothingChosen, type Chosen } from './settings-fold.ts';
import { UNTOUCHED, type CardMap, type DayTotal, type LessonState, type Progress } from '../progress.ts';
import { MODES } from '../study/modes.ts';
import type { Phase } from '../study/schedule.ts';
import { studyDay } from '../study/study-day.ts';
import { inTime } from './stamped-ahead.ts';
import { UndoneCards } from './undone-cards.ts';
import { isVoided, negationOf, voidedBy, type Negation, type Voided } from './voided.ts';

/** A Progress under construction. Its maps change in place; the states in them never do. */
export interface ProgressDraft extends Progress, Chosen {
  readonly cards: CardMap;
  readonly lessons: Map<LessonKey, LessonState>;
  readonly looks: Chosen['looks'];
  readonly records: Chosen['records'];
  readonly days: Map<number, DayTotal>;
  settings: Chosen['settings'];
  reviewsTotal: number;
}

export function emptyProgress(cards: CardMap = new Map()): ProgressDraft {
  return { cards, lessons: new Map(), days: new Map(), ...nothingChosen(), reviewsTotal: 0 };
}

/** Adds an answer to the totals. @param phase of the card before it; null without a memory */
export function countReview(draft: ProgressDraft, event: Answer, phase: Phase | null): void {
  const day = studyDay(event.at, event);
  draft.days.set(day, withReview(draft.days.get(day), event, phase));
  if (MODES[event.mode].schedules) draft.reviewsTotal += 1;
}

/**
 * Moves the draft on by one event, which is at its true time. Events must come in the order of `compareEvents`.
 * `cards`: the cards it touches, `cardsOf(event)` but for an undo. `isVoid`: it was taken back and only raises revisions.
 * `parameters`: those that hold at the end of the whole history.
 */
export function applyEvent(
  draft: ProgressDraft,
  event: JournalEvent,
  cards: readonly CardId[],
  isVoid: boolean,
  past: Past,
  parameters: Parameters,
): void {
  for (const id of cards) {
    const before = draft.cards.get(id) ?? UNTOUCHED;
    draft.cards.set(id, isVoid ? touched(before) : foldCard(before, event, past, parameters));
    if (event.type === 'review' && !isVoid && !isRepeat(before, event, past.wasAnsweredAt))
      countReview(draft, event, before.memory?.phase ?? null);
  }
  if (isVoid) return;
  if (isChoice(event)) foldChoice(draft, event);
  const lesson = lessonOf(event);
  if (lesson !== null) draft.lessons.set(lesson, foldLesson(draft.lessons.get(lesson) ?? UNREAD, event));
}

/**
 * Replays a whole history in memory: the plain way, which the store's way of keeping up must agree with. All negations must
 * be known before the first event is applied, since an event that was taken back counts as never done.
 */
class Replay {
  readonly progress = emptyProgress();
  readonly voided: Voided;
  readonly #cards: UndoneCards;
  readonly #seen = new Set<EventRef>();
  /** Instants of the answers that count, by card. */
  readonly #answeredAt = new Map<CardId, Set<number>>();

  constructor(
    negations: readonly Negation[],
    private readonly parameters: Parameters,
  ) {
    this.voided = voidedBy(negations);
    this.#cards = new UndoneCards(negations);
  }

  /** Applies the next event and returns the cards it touched. */
  apply(stamped: JournalEvent): readonly CardId[] {
    const event = inTime(stamped, this.voided);
    const cards = this.#cards.next(event);
    const isVoid = isVoided(event, this.voided);
    const card = cards[0];
    const answeredAt = card === undefined ? undefined : this.#answeredAt.get(card);
    const past: Past = {
      knows: (ref) => this.#seen.has(ref),
      wasAnsweredAt: (at) => answeredAt?.has(at) ?? false,
    };
    applyEvent(this.progress, event, cards, isVoid, past, this.parameters);
    this.#seen.add(refOf(event));
    if (event.type === 'review' && !isVoid) this.#answeredAt.set(event.card, (answeredAt ?? new Set()).add(event.at));
    return cards;
  }
}

/** The progress that any number of histories make together; the same whichever way they are listed. */
export function replay(histories: readonly (readonly JournalEvent[])[]): Progress {
  const negations = histories
    .flat()
    .map(negationOf)
    .filter((negation) => negation !== null);
  const voided = voidedBy(negations);
  const standing = [...inOrder(histories)].filter((event) => !isVoided(event, voided));
  const replaying = new Replay(negations, parametersIn(chosenBy(standing)));
  for (const event of inOrder(histories)) replaying.apply(event);
  return replaying.progress;
}
