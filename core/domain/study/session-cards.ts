import type { ReviewMode } from '../history/events.ts';
import { UNTOUCHED, type CardState, type Progress } from '../progress.ts';
import { shuffled } from '../random.ts';
import { isDueToday } from './due.ts';
import { dueCards, roomToday, type TaughtCard } from './due-cards.ts';
import { MODES, type StudyMode } from './modes.ts';
import { isHidden, type Moment } from './moment.ts';
import { LEARN_AHEAD_MS, type SessionCards } from './session-queue.ts';

/** What a session is to ask. */
export interface SessionWish {
  readonly mode: ReviewMode;
  /** The cards are those of one lesson. */
  readonly ofLesson: boolean;
  readonly limit?: number | undefined;
  /** The same seed gives the same order. */
  readonly seed: string;
}
interface Choice {
  readonly cards: readonly TaughtCard[];
  readonly progress: Progress;
  readonly moment: Moment;
  readonly wish: SessionWish;
}

/** The cards of a new session, by kind of work. */
export function sessionCards(
  cards: readonly TaughtCard[],
  progress: Progress,
  moment: Moment,
  wish: SessionWish,
): SessionCards {
  return CHOOSE[MODES[wish.mode].cards]({ cards, progress, moment, wish });
}

const CHOOSE: Readonly<Record<StudyMode['cards'], (choice: Choice) => SessionCards>> = {
  due: ({ cards, progress, moment, wish: { limit = Infinity } }) => {
    const due = dueCards(cards, progress, moment);
    const room = roomToday(progress, moment.today);
    const review = due.review.slice(0, Math.min(room.review, limit));
    const fresh = due.fresh.slice(0, Math.min(room.fresh, limit - review.length));
    return { learning: due.learning, review, fresh };
  },
  // The learner asks for new cards: read or not, waiting or not, and beyond the daily limit when a lesson is named.
  new: ({ cards, progress, moment, wish: { limit, ofLesson } }) => {
    const fresh = cards.flatMap(({ cardId }) => {
      const state = progress.cards.get(cardId) ?? UNTOUCHED;
      return state.memory || isHidden(state, moment.today) ? [] : cardId;
    });
    const most = limit ?? (ofLesson ? undefined : roomToday(progress, moment.today).fresh);
    return { learning: dueCards(cards, progress, moment).learning, review: [], fresh: fresh.slice(0, most) };
  },
  all: ({ cards, progress, wish: { limit, seed } }) => {
    const asked = cards.map(({ cardId }) => cardId).filter((cardId) => !progress.cards.get(cardId)?.suspended);
    return { learning: [], review: shuffled(asked, seed).slice(0, limit), fresh: [] };
  },
};

/**
 * From when on a card has work to do in a session, epoch ms (0: at once); null: not today, or not at all. It may have been
 * answered or hidden elsewhere since the session began.
 */
export function wantedFrom(state: CardState, mode: ReviewMode, moment: Moment): number | null {
  const { today, now, endOfToday } = moment;
  const { memory, suspended } = state;
  if (MODES[mode].cards === 'all') return suspended ? null : 0;
  if (isHidden(state, today)) return null;
  if (memory === null) return 0;
  if (memory.phase === 'review') return isDueToday(memory, moment) ? 0 : null;
  return memory.due < Math.max(endOfToday, now + LEARN_AHEAD_MS) ? memory.due : null;
}

/** When an answered card is asked again in the same session, epoch ms; null: not in this one. */
export function askedAgainAt({ memory }: CardState, mode: ReviewMode, now: number): number | null {
  if (!MODES[mode].schedules || memory === null || memory.phase === 'review') return null;
  return memory.due > now + LEARN_AHEAD_MS ? null : memory.due;
}
