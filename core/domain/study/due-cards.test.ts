import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Lesson } from '../course.ts';
import { parseCardId, type CardId } from '../ids.ts';
import { UNTOUCHED, type CardState, type Progress } from '../progress.ts';
import { DEFAULT_SETTINGS, REVIEW_ORDERS } from '../settings.ts';
import { dueCards, type TaughtCard } from './due-cards.ts';
import { daysUntilDue, isDueToday } from './due.ts';
import { isHidden, momentAt } from './moment.ts';
import { inReviewOrder } from './review-order.ts';
import { retrievability } from './schedule.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-03-01T12:00+07:00');
const moment = momentAt(NOW, { utcOffsetMin: 420, rolloverHour: 4 });
const { today } = moment;
const lesson = { id: 'one', requires: [], questions: [] } as unknown as Lesson;
const course = { id: 'c', lessons: [lesson] };

/** Three cards a note, which give each other away. */
const card = (place: number): TaughtCard => {
  const names = [0, 1, 2].map((ordinal) => parseCardId(`n${Math.floor(place / 3)}#${ordinal}`));
  const cardId = names[place % 3]!;
  return { cardId, course, lesson, rivals: names.filter((name) => name !== cardId) };
};

const State = fc.record({
  phase: fc.constantFrom('review' as const, 'review' as const, 'learning' as const, null),
  lateDays: fc.integer({ min: -2, max: 4 }),
  intervalDays: fc.integer({ min: 1, max: 6 }),
  suspended: fc.constantFrom(false, false, false, true),
  buried: fc.constantFrom(0, 0, 0, 1),
});
type Drawn = typeof State extends fc.Arbitrary<infer T> ? T : never;
const stateOf = ({ phase, lateDays, intervalDays, suspended, buried }: Drawn): CardState => {
  const lastDay = today - lateDays - intervalDays;
  const dated = {
    intervalDays,
    lastDay,
    due: NOW - lateDays * 3_600_000,
    lastReview: NOW + (lastDay - today) * DAY_MS,
  };
  const more = { stabilityDays: intervalDays + 0.5, difficulty: 5, step: 0, reps: 2, lapses: 0 };
  const memory = phase && { phase, ...dated, ...more };
  return { ...UNTOUCHED, introducedAt: 1, suspended, buriedUntilDay: buried && today + 1, memory };
};

/** What is due, card by card with objects: the obvious way. */
function plainly(scope: readonly TaughtCard[], { cards }: Progress) {
  const shown = scope.filter(({ cardId }) => !isHidden(cards.get(cardId) ?? UNTOUCHED, today));
  const memoryOf = ({ cardId }: TaughtCard) => cards.get(cardId)?.memory ?? null;
  const inPhase = (isReview: boolean) =>
    shown.filter((one) => {
      const memory = memoryOf(one);
      return memory && (memory.phase === 'review') === isReview && isDueToday(memory, moment);
    });
  const learning = inPhase(false).map(({ cardId }) => cardId);
  const late = inPhase(true).map((one) => ({ one, days: daysUntilDue(memoryOf(one)!, moment)! }));
  const met = new Set<CardId>(learning);
  const apart = (all: readonly TaughtCard[]) =>
    all.filter(({ cardId, rivals = [] }) => {
      if (rivals.some((rival) => met.has(rival) || cards.get(rival)?.memory?.lastDay === today)) return false;
      met.add(cardId);
      return true;
    });
  const review = apart(late.sort((a, b) => a.days - b.days).map(({ one }) => one));
  const fresh = apart(shown.filter((one) => memoryOf(one) === null));
  return { learning, review, fresh, memoryOf };
}

const idsOf = (cards: Iterable<{ readonly cardId: CardId }>) => Array.from(cards, ({ cardId }) => cardId);

it('what is due, and the order it is asked in, is what slow and obvious code finds', () => {
  fc.assert(
    fc.property(fc.array(State, { minLength: 1, maxLength: 40 }), (drawn) => {
      const scope = drawn.map((_, place) => card(place));
      const progress: Progress = {
        cards: new Map(drawn.map((one, place) => [scope[place]!.cardId, stateOf(one)])),
        ...{ lessons: new Map(), days: new Map(), looks: new Map(), records: new Map(), reviewsTotal: 0 },
        settings: { ...DEFAULT_SETTINGS, burySiblings: true },
      };
      const due = dueCards(scope, progress, moment);
      const { learning, review, fresh, memoryOf } = plainly(scope, progress);
      expect([idsOf(due.learning), idsOf(due.review), idsOf(due.fresh)]).toEqual([
        learning,
        idsOf(review),
        idsOf(fresh),
      ]);
      const taught = scope.filter((one) => review.includes(one));
      expect(idsOf(due.inTeachingOrder())).toEqual(idsOf(taught));
      const key = {
        due: (one: TaughtCard) => daysUntilDue(memoryOf(one)!, moment)!,
        recall: (one: TaughtCard) => retrievability(memoryOf(one)!, NOW, null),
        overdue: (one: TaughtCard) => -(today - memoryOf(one)!.lastDay) / Math.max(1, memoryOf(one)!.intervalDays),
      };
      for (const order of REVIEW_ORDERS) {
        if (order === 'random' || order === 'lesson') continue;
        const sorted = taught.toSorted((a, b) => key[order](a) - key[order](b));
        expect([order, idsOf(inReviewOrder(due, order, progress, moment))]).toEqual([order, idsOf(sorted)]);
      }
    }),
    { numRuns: 300 },
  );
});
