import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../core/api/client.ts';
import type { Wire } from '../../../core/api/wire.ts';
import { AppError } from '../../../core/domain/errors.ts';
import { href, parseRoute, type Route } from '../app/address.ts';
import { cardOf, outcomeOf } from '../testing/cards.fixture.ts';
import { Connection } from '../app/connection.svelte.ts';
import { heatWeeks } from '../features/today/heat.ts';
import { ReviewSession } from './review-session.svelte.ts';

describe('the connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tries again by itself, waiting longer each time, and says when the host is back', async () => {
    const gone: Wire = { ok: false, error: { code: 'not-reachable', details: {} } };
    const replies: Wire[] = [gone, gone, gone, { ok: true, value: {} }];
    const transport = vi.fn(() => Promise.resolve(replies.shift() ?? gone));
    const connection = new Connection(transport);
    await connection.send('stats.summary', {});
    expect(connection.lost).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(transport).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(transport).toHaveBeenLastCalledWith('app.info', {});
    expect([connection.lost, connection.recoveries]).toEqual([false, 1]);
  });
});

describe('a review session', () => {
  const scope = { courseId: null, lessonId: null };

  /** A host with these cards, in turn; `next` says how often the next one was asked for. */
  function sessionOn(...cards: (ReturnType<typeof cardOf> | null | AppError)[]) {
    const asked: string[] = [];
    const call = (async (method: string) => {
      asked.push(method);
      if (method === 'study.start')
        return { sessionId: 's', counts: { done: 0, left: 2, learning: 0, review: 2, new: 0 } };
      if (method === 'study.answer') return outcomeOf(cardOf('card'));
      if (method === 'study.summary') return { answered: 1, missed: [] };
      const next = cards.shift() ?? null;
      if (next instanceof AppError) throw next;
      return next;
    }) as unknown as Client;
    return { session: new ReviewSession(call), asked };
  }

  it('is where it was left when the learner comes back from a lesson', async () => {
    const { session, asked } = sessionOn(cardOf('typed'));
    await session.open(scope);
    const run = session.run;
    if (run) run.draft.text = 'half an ans';
    await session.open(scope);
    expect(session.run).toBe(run);
    expect(asked).toEqual(['study.start', 'study.next']);
  });

  it('goes on by itself after a card the learner graded, and ends with the summary', async () => {
    const { session } = sessionOn(cardOf('card'), null);
    await session.open(scope);
    await session.run?.grade(3);
    await vi.waitFor(() => expect(session.summary).toEqual({ answered: 1, missed: [] }));
    expect(session.active).toBe(false);
  });

  it('starts anew when the host no longer knows the session', async () => {
    const { session } = sessionOn(cardOf('typed'), new AppError('session-ended', 'gone'), cardOf('choice'));
    await session.open(scope);
    await session.next();
    expect(session.run?.card.kind).toBe('choice');
    expect(session.notice).toBe('review.restarted');
  });
});

describe('routes', () => {
  it.each<Route>([
    { name: 'today' },
    { name: 'course', courseId: 'csto' },
    { name: 'lesson', courseId: 'csto', lessonId: 'at-a-glance', sectionId: 'two-names' },
    { name: 'review', courseId: null, lessonId: null },
    { name: 'review', courseId: 'a/b', lessonId: 'ก' },
  ])('$name stands in the address and comes back from it', (route) => {
    expect(parseRoute(href(route))).toEqual(route);
  });

  it.each(['', '#/nowhere', '#/%E0%A4%A'])('%s is Today', (hash) => {
    expect(parseRoute(hash)).toEqual({ name: 'today' });
  });
});

it('lays the heat map out in weeks that begin on Monday', () => {
  const MONDAY = 20_780; // 2026-11-23
  const weeks = heatWeeks([
    { day: MONDAY - 1, reviews: 40 },
    { day: MONDAY, reviews: 1 },
  ]);
  expect(weeks.map((week) => week.map((cell) => cell?.level ?? null))).toEqual([
    [null, null, null, null, null, null, 4],
    [1, null, null, null, null, null, null],
  ]);
});
