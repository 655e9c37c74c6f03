import { atOnce } from '../at-once.ts';
import { cursorOf, type CardCursor } from '../card-rows.ts';
import type { StudiedCourse } from '../course.ts';
import type { Grade } from '../grade.ts';
import { parametersIn } from '../history/parameters.ts';
import type { ReviewMode } from '../history/events.ts';
import type { CardId } from '../ids.ts';
import { orderOfKeys } from '../key-order.ts';
import { UNTOUCHED, type CardState, type Progress } from '../progress.ts';
import { shuffled } from '../random.ts';
import { hasRoom, withinLimits } from './daily-limits.ts';
import { isDueToday } from './due.ts';
import { findingDueCards, type TaughtCard } from './due-cards.ts';
import { apart, isGivenAway } from './giving-away.ts';
import { asksAll, MODES, type StudyMode } from './modes.ts';
import { isHidden, type Moment } from './moment.ts';
import { optionsOf } from './options.ts';
import { inReviewOrder } from './review-order.ts';
import { retrievability } from './schedule.ts';
import { LEARN_AHEAD_MS, type SessionCards, type Waiting } from './session-queue.ts';

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
export const sessionCards = (
  cards: readonly TaughtCard[],
  progress: Progress,
  moment: Moment,
  wish: SessionWish,
): SessionCards => atOnce(choosingCards(cards, progress, moment, wish));

/** The same in steps: there may be very many to choose from. */
export const choosingCards = (
  cards: readonly TaughtCard[],
  progress: Progress,
  moment: Moment,
  wish: SessionWish,
): Generator<void, SessionCards> => CHOOSE[MODES[wish.mode].cards]({ cards, progress, moment, wish });

const CHOOSE: Readonly<Record<StudyMode['cards'], (choice: Choice) => Generator<void, SessionCards>>> = {
  *due({ cards, progress, moment, wish: { course, inGivenOrder, limit = Infinity } }) {
    const due = yield* findingDueCards(cards, progress, moment);
    const { reviewOrder } = optionsOf(progress, course ?? null);
    const ordered = inGivenOrder ? due.inTeachingOrder() : inReviewOrder(due, reviewOrder, progress, moment);
    yield;
    const review = withinLimits(ordered, 'review', progress, moment.today, limit);
    const fresh = withinLimits(due.fresh, 'fresh', progress, moment.today, limit - review.length);
    return { learning: due.learning.map(waiting), review: review.map(idOf), fresh: fresh.map(idOf) };
  },
  // The learner asks for new cards: read or not, waiting or not, and beyond the daily limits when a lesson is named. What would
  // give another one away comes last, so that it is met today only where nothing else is left.
  *new({ cards, progress, moment, wish: { limit, ofLesson } }) {
    const unlearned: TaughtCard[] = [];
    const { learning } = yield* findingDueCards(cards, progress, moment, (card, now) => {
      if (now.phase === null && !isHidden(now, moment.today)) unlearned.push(card);
    });
    const parted = apart(unlearned, progress, moment);
    const fresh = [...parted.met, ...parted.waiting];
    const isLimited = limit === undefined && !ofLesson;
    const chosen = isLimited ? withinLimits(fresh, 'fresh', progress, moment.today) : fresh.slice(0, limit);
    return { learning: learning.map(waiting), review: [], fresh: chosen.map(idOf) };
  },
  *all(choice) {
    const asked = yield* shown(choice);
    return listed(choice.wish.inGivenOrder ? asked : shuffled(asked, choice.wish.seed), choice);
  },
  *weakest(choice) {
    const { weights } = parametersIn(choice.progress);
    const recall: number[] = [];
    const asked = yield* shown(choice, (now) => {
      recall.push(now.phase === null ? 0 : retrievability(now, choice.moment.now, weights));
    });
    const order = orderOfKeys(Float64Array.from(recall), false);
    return listed(
      Array.from(order, (place) => asked[place]!),
      choice,
    );
  },
  *given(choice) {
    return listed(yield* shown(choice), choice);
  },
};

const idOf = ({ cardId }: TaughtCard): CardId => cardId;
const waiting = ({ cardId, due }: Waiting): Waiting => ({ cardId, due });

/** Cards between two steps. */
const GROUP = 1_000;

/** Those that are not suspended. @param watch is shown how each of them stands, by a cursor that is led on */
function* shown(
  { cards, progress }: Choice,
  watch: (now: CardCursor) => void = () => undefined,
): Generator<void, CardId[]> {
  const now = cursorOf(progress.cards);
  const found: CardId[] = [];
  for (const [i, { cardId }] of cards.entries()) {
    if (i % GROUP === 0) yield;
    now.seek(cardId);
    if (now.suspended) continue;
    watch(now);
    found.push(cardId);
  }
  return found;
}

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
