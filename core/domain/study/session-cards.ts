import type { StudiedCourse } from '../course.ts';
import type { Grade } from '../grade.ts';
import { parametersIn } from '../history/parameters.ts';
import type { ReviewMode } from '../history/events.ts';
import type { CardId } from '../ids.ts';
import { UNTOUCHED, type CardState, type Progress } from '../progress.ts';
import { shuffled } from '../random.ts';
import { hasRoom, withinLimits } from './daily-limits.ts';
import { isDueToday } from './due.ts';
import { dueCards, type TaughtCard } from './due-cards.ts';
import { apart, isGivenAway } from './giving-away.ts';
import { asksAll, MODES, type StudyMode } from './modes.ts';
import { isHidden, type Moment } from './moment.ts';
import { optionsOf } from './options.ts';
import { inReviewOrder } from './review-order.ts';
import { retrievability } from './schedule.ts';
import { LEARN_AHEAD_MS, type SessionCards } from './session-queue.ts';

/** What a session is to ask. */
export interface SessionWish {
  readonly mode: ReviewMode;
  /** The course whose options hold; undefined: cards of all courses. */
  readonly course?: StudiedCourse | undefined;
  /** The cards are those of one lesson. */
  readonly ofLesson: boolean;
  /** The scope was narrowed by a filter. */
  readonly isFiltered?: boolean;
  /** The cards were named one by one, in the order in which they are to be asked. */
  readonly inGivenOrder?: boolean;
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
  due: ({ cards, progress, moment, wish: { course, inGivenOrder, limit = Infinity } }) => {
    const due = dueCards(cards, progress, moment);
    const { reviewOrder } = optionsOf(progress, course ?? null);
    const isReview = new Set(due.review);
    // Of what it holds alike an order keeps the teaching order, so it is given the cards as they are taught.
    const taught = cards.filter((card) => isReview.has(card));
    const reviews = taught.flatMap((card) => {
      const memory = progress.cards.get(card.cardId)?.memory;
      return memory ? [{ card, cardId: card.cardId, memory }] : [];
    });
    const { weights } = parametersIn(progress);
    const inOrder = () => inReviewOrder(reviews, reviewOrder, moment, weights).map(({ card }) => card);
    const ordered = inGivenOrder ? taught : inOrder();
    const review = withinLimits(ordered, 'review', progress, moment.today, limit);
    const fresh = withinLimits(due.fresh, 'fresh', progress, moment.today, limit - review.length);
    return { learning: due.learning, review: review.map(idOf), fresh: fresh.map(idOf) };
  },
  // The learner asks for new cards: read or not, waiting or not, and beyond the daily limits when a lesson is named. What would
  // give another one away comes last, so that it is met today only where nothing else is left.
  new: ({ cards, progress, moment, wish: { limit, ofLesson } }) => {
    const unlearned = cards.filter(({ cardId }) => {
      const state = progress.cards.get(cardId) ?? UNTOUCHED;
      return state.memory === null && !isHidden(state, moment.today);
    });
    const { met, waiting } = apart(unlearned, progress, moment);
    const fresh = [...met, ...waiting];
    const { learning } = dueCards(cards, progress, moment);
    const isLimited = limit === undefined && !ofLesson;
    const chosen = isLimited ? withinLimits(fresh, 'fresh', progress, moment.today) : fresh.slice(0, limit);
    return { learning, review: [], fresh: chosen.map(idOf) };
  },
  all: (choice) => {
    const asked = shown(choice);
    return listed(choice.wish.inGivenOrder ? asked : shuffled(asked, choice.wish.seed), choice);
  },
  weakest: (choice) => {
    const { progress, moment } = choice;
    const { weights } = parametersIn(progress);
    const recall = (cardId: CardId) => {
      const memory = progress.cards.get(cardId)?.memory;
      return memory ? retrievability(memory, moment.now, weights) : 0;
    };
    const asked = shown(choice).map((cardId) => ({ cardId, recall: recall(cardId) }));
    return listed(
      asked.sort((a, b) => a.recall - b.recall).map(({ cardId }) => cardId),
      choice,
    );
  },
  given: (choice) => listed(shown(choice), choice),
};

const idOf = ({ cardId }: TaughtCard): CardId => cardId;

const shown = ({ cards, progress }: Choice): CardId[] =>
  cards.map(({ cardId }) => cardId).filter((cardId) => !progress.cards.get(cardId)?.suspended);

const listed = (cards: readonly CardId[], { wish: { limit } }: Choice): SessionCards => ({
  learning: [],
  review: cards.slice(0, limit),
  fresh: [],
});

/**
 * From when on a card has work to do in a session, epoch ms (0: at once); null: not today, or not at all. It may have been
 * answered or hidden elsewhere since the session began.
 */
export function wantedFrom(
  state: CardState,
  mode: ReviewMode,
  moment: Moment,
  learnAheadMs = LEARN_AHEAD_MS,
): number | null {
  const { today, now, endOfToday } = moment;
  const { memory, suspended } = state;
  if (asksAll(mode)) return suspended ? null : 0;
  if (isHidden(state, today)) return null;
  if (memory === null) return 0;
  if (memory.phase === 'review') return isDueToday(memory, moment) ? 0 : null;
  return memory.due < Math.max(endOfToday, now + learnAheadMs) ? memory.due : null;
}

/** Has the day no place for a card any more, since the session began: its limits are reached, or another gave it away? */
export function isTooMuch(
  card: TaughtCard,
  { mode, ofLesson, limit }: Pick<SessionWish, 'mode' | 'ofLesson' | 'limit'>,
  progress: Progress,
  moment: Moment,
): boolean {
  // Of a lesson, or so many: the learner asked for these, beyond the limits.
  const isBeyond = mode === 'learn' && (ofLesson || limit !== undefined);
  const { memory } = progress.cards.get(card.cardId) ?? UNTOUCHED;
  if (asksAll(mode) || isBeyond || (memory !== null && memory.phase !== 'review')) return false;
  if (mode === 'review' && isGivenAway(card, progress, moment)) return true;
  return !hasRoom(card, memory === null ? 'fresh' : 'review', progress, moment.today);
}

/** An answer that a session had to one card. */
export interface GivenAnswer {
  readonly grade: Grade;
  /** The learner said they were sure. */
  readonly sure: boolean;
}

/** Sure and wrong: what is most worth asking again, since the learner would not have looked it up. */
export const isSureWrong = ({ grade, sure }: GivenAnswer): boolean => sure && grade === 1;

/** After so long a card comes back that is asked again without a step of the schedule: others come first where there are any. */
const RETURN_MS = 60_000;

/**
 * When an answered card is asked again in the same session, epoch ms; null: not in this one.
 * @param given its answers in this session that stand, oldest first
 */
export function askedAgainAt(
  { memory }: CardState,
  mode: ReviewMode,
  now: number,
  given: readonly GivenAnswer[] = [],
  learnAheadMs = LEARN_AHEAD_MS,
): number | null {
  const { schedules, comesBack } = MODES[mode];
  const isInSteps = schedules && memory !== null && memory.phase !== 'review';
  if (isInSteps && memory.due <= now + learnAheadMs) return memory.due;
  const last = given.at(-1);
  if (!last) return null;
  if (isSureWrong(last) || (comesBack.untilRight && last.grade === 1)) return now + RETURN_MS;
  // The other of a pair is asked in between: a card never comes straight after itself while there is another.
  return given.length < comesBack.times ? now : null;
}
