import { describe, expect, it } from 'vitest';
import { parseCardId } from '../ids.ts';
import type { Lesson } from '../course.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { EMPTY_DAY, UNTOUCHED, type CardState, type Progress } from '../progress.ts';
import { dueCards } from './due-cards.ts';
import { attemptToday, momentAt } from './moment.ts';
import { readingState } from './reading.ts';
import { SessionQueue } from './session-queue.ts';
import { review, type Memory } from './schedule.ts';
import { askedAgainAt, sessionCards, wantedFrom, type SessionWish } from './session-cards.ts';
import { upcoming } from './upcoming.ts';

const CLOCK = { utcOffsetMin: 420, rolloverHour: 4 };
const NOON = Date.parse('2026-01-01T12:00+07:00');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const moment = momentAt(NOON, CLOCK);

const memory = (more: Partial<Memory>): Memory => ({
  ...review(null, 4, NOON - 10 * DAY_MS, CLOCK, { retention: 0.9 }),
  ...more,
});
/** In review, due so many study days from now; what its event says of the instant does not matter. */
const remembered = (inDays: number): CardState => ({
  ...UNTOUCHED,
  introducedAt: 1,
  memory: memory({ due: 0, intervalDays: 3, lastDay: moment.today + inDays - 3 }),
});
const learning = (due: number): CardState => ({
  ...UNTOUCHED,
  introducedAt: 1,
  memory: memory({ due, phase: 'learning' }),
});
const fresh: CardState = { ...UNTOUCHED, introducedAt: 1 };

const lesson = { id: 'one', requires: [], questions: [] } as unknown as Lesson;
const waitingLesson = { id: 'two', requires: ['one'], questions: [] } as unknown as Lesson;
const card = (cardId: string, of: Lesson = lesson) => ({
  cardId: parseCardId(cardId),
  course: { id: 'c', lessons: [lesson, waitingLesson] },
  lesson: of,
});

function progressOf(cards: Record<string, CardState>, more: Partial<Progress> = {}): Progress {
  return {
    cards: new Map(Object.entries(cards).map(([id, state]) => [parseCardId(id), state])),
    lessons: new Map(),
    days: new Map(),
    settings: DEFAULT_SETTINGS,
    looks: new Map(),
    records: new Map(),
    reviewsTotal: 0,
    ...more,
  };
}
/** Every card a session asks, in turn, none coming back. */
function asked(cards: Record<string, CardState>, wish: Partial<SessionWish>, more: Partial<Progress> = {}): string[] {
  const scope = Object.keys(cards).map((cardId) => card(cardId));
  const all: SessionWish = { mode: 'review', ofLesson: false, seed: 's', ...wish };
  const queue = new SessionQueue(sessionCards(scope, progressOf(cards, more), moment, all));
  const found: string[] = [];
  for (let id = queue.next(NOON, () => 0); id !== null; id = queue.next(NOON, () => 0)) {
    found.push(id);
    queue.answered(id, null);
  }
  return found;
}

describe('the cards of a session', () => {
  const cards = {
    late: remembered(-1),
    later: remembered(1),
    latest: remembered(-2),
    step: learning(NOON - MINUTE_MS),
    fresh,
    unread: UNTOUCHED,
    hidden: { ...fresh, suspended: true },
  };

  it('review: learning steps, then what is due, the most overdue first, and new cards that were read about', () => {
    expect(asked(cards, { mode: 'review' })).toEqual(['step', 'latest', 'fresh', 'late']);
  });

  it('review: within the limits of the day, and the limit of the session', () => {
    const settings = { ...DEFAULT_SETTINGS, newPerDay: 3, reviewsPerDay: 5 };
    const days = new Map([[moment.today, { ...EMPTY_DAY, dueReviews: 4, fresh: 3 }]]);
    expect(asked(cards, { mode: 'review' }, { settings, days })).toEqual(['step', 'latest']);
    expect(asked(cards, { mode: 'review', limit: 1 })).toEqual(['step', 'latest']);
  });

  it('learn: new cards, read about or not; of a lesson beyond the limit of the day', () => {
    const settings = { ...DEFAULT_SETTINGS, newPerDay: 1 };
    expect(asked(cards, { mode: 'learn' }, { settings })).toEqual(['step', 'fresh']);
    expect(asked(cards, { mode: 'learn', ofLesson: true }, { settings })).toEqual(['step', 'fresh', 'unread']);
  });

  it('practice: every card that is not suspended, in an order of the seed', () => {
    const first = asked(cards, { mode: 'practice' });
    expect([...first].sort()).toEqual(['fresh', 'late', 'later', 'latest', 'step', 'unread']);
    expect(asked(cards, { mode: 'practice' })).toEqual(first);
    expect(asked(cards, { mode: 'practice', limit: 2 })).toEqual(first.slice(0, 2));
  });

  it('leaves out new cards of a lesson that waits for another, and cards put off to tomorrow', () => {
    const taught = { ...lesson, questions: [{ id: 'q' }] } as unknown as Lesson;
    const course = { id: 'c', lessons: [taught, waitingLesson] };
    const scope = [
      { cardId: parseCardId('a'), course, lesson: waitingLesson },
      { cardId: parseCardId('b'), course, lesson: taught },
      { cardId: parseCardId('put-off'), course, lesson: taught },
    ];
    const progress = progressOf({ a: fresh, b: fresh, 'put-off': { ...fresh, buriedUntilDay: moment.today + 1 } });
    expect(dueCards(scope, progress, moment).fresh.map(({ cardId }) => cardId)).toEqual(['b']);
  });
});

describe('a card during a session', () => {
  it('is wanted while it is due today or soon, and not hidden; in practice unless it is suspended', () => {
    expect(wantedFrom(remembered(0), 'review', moment)).toBe(0);
    expect(wantedFrom(remembered(1), 'review', moment)).toBeNull();
    expect(wantedFrom(remembered(1), 'practice', moment)).toBe(0);
    expect(wantedFrom({ ...fresh, suspended: true }, 'practice', moment)).toBeNull();
    expect(wantedFrom({ ...fresh, buriedUntilDay: moment.today + 1 }, 'learn', moment)).toBeNull();
  });

  it('in a learning step is wanted when the step ends', () => {
    const soon = NOON + 10 * MINUTE_MS;
    expect(wantedFrom(learning(soon), 'review', moment)).toBe(soon);
    expect(wantedFrom(learning(soon), 'learn', moment)).toBe(soon);
    expect(wantedFrom(learning(soon), 'practice', moment)).toBe(0);
    expect(wantedFrom(learning(NOON + 2 * DAY_MS), 'review', moment)).toBeNull();
  });

  it('is asked again while its step ends within twenty minutes, and never in practice', () => {
    const soon = NOON + 10 * MINUTE_MS;
    expect(askedAgainAt(learning(soon), 'review', NOON)).toBe(soon);
    expect(askedAgainAt(learning(NOON + 21 * MINUTE_MS), 'review', NOON)).toBeNull();
    expect(askedAgainAt(remembered(0), 'review', NOON)).toBeNull();
    expect(askedAgainAt(learning(soon), 'practice', NOON)).toBeNull();
  });

  it('keeps a hint until the study day ends', () => {
    const hinted: CardState = { ...fresh, attempt: { what: 'hint', at: NOON - 9 * 60 * MINUTE_MS } };
    expect(attemptToday(hinted, moment)).toBeNull();
    expect(attemptToday(hinted, momentAt(NOON - 9 * 60 * MINUTE_MS, CLOCK))).toBe('hint');
  });
});

it('tells when the next card is due, and how many are by the end of tomorrow: those put off to it too, suspended ones not', () => {
  const cards = {
    soon: remembered(1),
    far: remembered(9),
    fresh,
    hidden: { ...remembered(0), suspended: true },
  };
  const scope = Object.keys(cards).map((cardId) => ({ cardId: parseCardId(cardId) }));
  expect(upcoming(scope, progressOf(cards), moment)).toEqual({ nextDue: moment.endOfToday, dueTomorrow: 1 });
  const tomorrow = momentAt(NOON, CLOCK).endOfToday;
  const putOff = {
    overdue: { ...remembered(-1), buriedUntilDay: moment.today + 1 },
    fresh: { ...fresh, buriedUntilDay: moment.today + 1 },
    unread: { ...UNTOUCHED, buriedUntilDay: moment.today + 1 },
  };
  const all = Object.keys(putOff).map((cardId) => ({ cardId: parseCardId(cardId) }));
  expect(upcoming(all, progressOf(putOff), moment)).toEqual({ nextDue: tomorrow, dueTomorrow: 2 });
  expect(upcoming([], progressOf({}), moment)).toEqual({ nextDue: null, dueTomorrow: 0 });
});

it('tells how far a lesson is read', () => {
  const sections = { sections: [{ id: 'a' }, { id: 'b' }] } as unknown as Lesson;
  const state = (read: Record<string, number>, place: string | null = null) => ({
    read,
    place: place === null ? null : { section: place, at: NOON },
    opened: false,
  });
  expect(readingState(sections, undefined)).toBe('new');
  expect(readingState(sections, state({}, 'a'))).toBe('reading');
  expect(readingState(sections, state({ a: 1 }))).toBe('reading');
  expect(readingState(sections, state({ a: 1, b: 1 }))).toBe('read');
});
