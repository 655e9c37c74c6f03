import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../../../core/api/contract.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../core/domain/settings.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { deckItem, LIBRARY } from '../../courses/library-items.fixture.ts';
import { cardOf } from '../../testing/cards.fixture.ts';
import { scriptedHost } from '../../testing/host.fixture.ts';
// The views are fetched when they are first shown: compiled here, no test waits for that.
import './TodayView.svelte';
import '../review/ReviewView.svelte';

configure({ asyncUtilTimeout: 4_000 });

const both = (text: string) => ({ th: `${text} (th)`, en: text });
const TODAY = 20_780; // 2026-11-23
const recall = { introduced: 0.9, all: 0.4 };
const forecast = { today: recall, in7Days: recall, in30Days: recall };
const counts = { lessons: 14, cards: 443, new: 258, due: 86, suspended: 0, learning: 2, remembered: 183 };
const next = { lessonId: 'charter', number: 5, title: both('Charter'), started: true };
const library: Output<'library.list'> = {
  courses: [{ id: 'csto', title: both('A course'), kind: 'course', parentId: null, counts, recall: forecast, next }],
};
const summary: Output<'stats.summary'> = {
  ...{ reviewsTotal: 3204, reviewsToday: 0, passedToday: 0, elapsedTodayMs: 0, due: 86, dueTotal: 86 },
  ...{ daysStudied: 148, daysSinceStudy: 1, learning: 0, review: 86, new: 8, streakDays: 12, minutesDue: 20 },
  ...{ nextDue: null, today: TODAY },
};
const day: Output<'plan.day'> = {
  ...{ today: TODAY, minutesPerDay: 12, doneMinutes: 0, minutes: 12, spreadMinutes: 2, paceAnswers: 812 },
  reviews: { cards: 34, minutes: 8 },
  fresh: { cards: 8, minutes: 2 },
  reading: {
    ...{ courseId: 'csto', lessonId: 'charter', sectionId: 'aims' },
    heading: both('Aims'),
    minutes: 2,
    questions: 8,
  },
  left: { reviews: 52, fresh: 0, because: 'time' },
  ...{ keptApart: 3, putOff: 1, suspended: 2, vacation: null, hasBacklog: false },
};
const backlog: NonNullable<Output<'plan.backlog'>> = {
  overdue: { cards: 218, minutes: 41 },
  ...{ daysSinceStudy: 9, recallNow: 0.84, recallWhenDue: 0.91, canWait: 31 },
  speeds: [
    { speed: 'gentle', minutes: 14, days: 10, endsOn: TODAY + 9 },
    { speed: 'normal', minutes: 20, days: 6, endsOn: TODAY + 5 },
    { speed: 'fast', minutes: 34, days: 3, endsOn: TODAY + 2 },
  ],
  days: [{ day: TODAY, due: 5, late: 15 }],
  faded: [{ courseId: 'csto', lessonId: 'charter', number: 5, title: both('Charter'), before: 0.9, now: 0.71 }],
};

beforeEach(() => (location.hash = ''));

async function open(plan: Partial<typeof day> = {}, more: Partial<Settings> = {}, list = library) {
  let settings: Settings = { ...DEFAULT_SETTINGS, language: 'en', minutesPerDay: 12, ...more };
  const host = scriptedHost({
    'settings.get': () => settings,
    'settings.set': (set) => (settings = { ...settings, ...(set as Partial<Settings>) }),
    'library.list': () => list,
    'stats.summary': () => summary,
    'stats.series': () => ({ days: [{ day: TODAY, reviews: 0, passed: 0, elapsedMs: 0 }] }),
    'plan.day': ({ minutes }) => ({ ...day, ...plan, ...(minutes !== undefined && { minutes: minutes - 1 }) }),
    'plan.backlog': () => backlog,
    'plan.goal': () => ({ goal: null, questions: 443, unasked: 258, outlook: null }),
    'plan.start': () => ({
      sessionId: 'planned',
      counts: { done: 0, left: 42, repeats: 0, learning: 0, review: 34, new: 8 },
    }),
    'study.progress': () => ({ done: 0, left: 42, repeats: 0, learning: 0, review: 34, new: 8 }),
    'study.next': () => cardOf('typed'),
  });
  render(Root, { app: new App(host.send) });
  await screen.findByRole('heading', { level: 1 });
  return host;
}

describe('Today', () => {
  it('says in minutes what the time buys, what waits and what is hidden', async () => {
    await open();
    expect(await screen.findByText(/^12 minutes$|^12$/)).toBeTruthy();
    const main = within(screen.getByRole('main'));
    expect(
      main.getByRole('img', { name: 'Reviews 8 minutes, reading 2 minutes, new questions 2 minutes' }),
    ).toBeTruthy();
    expect(main.getByText(/52 more are due and wait for your next sitting; nothing is hidden\./)).toBeTruthy();
    expect(
      main.getByText(
        /3 questions wait for another day: one of today’s would give them away\. You put off 1 question .* 2 questions are suspended\./,
      ),
    ).toBeTruthy();
    expect(main.getByText('by your own pace, ± 2 min')).toBeTruthy();
    expect(main.getByRole('link', { name: 'Change the plan' }).getAttribute('href')).toBe('#/plan');
  });

  it('plans again for the time that is chosen, and can make it the time of every day', async () => {
    const host = await open();
    await fireEvent.input(await screen.findByRole('slider', { name: 'Time for this sitting' }), {
      target: { value: '30' },
    });
    await waitFor(() => expect(host.calls('plan.day')).toContainEqual({ minutes: 30, language: 'en' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Plan 30 minutes every day' }));
    expect(host.calls('settings.set')).toEqual([{ minutesPerDay: 30 }]);
  });

  it('starts the session that was planned, by its link and by Space', async () => {
    const host = await open();
    await fireEvent.input(await screen.findByRole('slider', { name: 'Time for this sitting' }), {
      target: { value: '10' },
    });
    await userEvent.keyboard(' ');
    await waitFor(() => expect(host.calls('plan.start')).toEqual([{ minutes: 10 }]));
    await waitFor(() => expect(location.hash).toContain('#/review'));
    expect(host.calls('study.start')).toEqual([]);
    expect(await screen.findByText('0 / 42')).toBeTruthy();
  });

  it('after a break welcomes back, with an end and other speeds in the place of a wall', async () => {
    const host = await open({ hasBacklog: true, fresh: { cards: 0, minutes: 0 }, reading: null });
    expect(await screen.findByRole('heading', { level: 1, name: 'Welcome back' })).toBeTruthy();
    const main = within(screen.getByRole('main'));
    expect(main.getByText(/You were away for 9 days/).textContent).toContain('84\u00a0%');
    expect(main.getByText('Saturday, 28 November 2026').tagName).toBe('B');
    expect(main.getByText(/31 questions that you still know well can wait; they are not hidden/)).toBeTruthy();
    expect(main.getByText('new, until the backlog is done')).toBeTruthy();
    await userEvent.click(main.getByRole('button', { name: 'Faster: 3 days, 34 min' }));
    expect(host.calls('settings.set')).toEqual([{ minutesPerDay: 34 }]);
  });

  it('on a vacation has nothing to do, and a way to end it', async () => {
    const vacations = [{ from: TODAY - 2, to: TODAY + 4 }];
    const nothing = { minutes: 0, reviews: { cards: 0, minutes: 0 }, fresh: { cards: 0, minutes: 0 }, reading: null };
    const host = await open({ ...nothing, vacation: { ...vacations[0]!, isOn: true } }, { vacations });
    expect(await screen.findByText(/You are on vacation until Friday, 27 November 2026/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Start/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'End the vacation today' }));
    expect(host.calls('settings.set')).toEqual([{ vacations: [{ from: TODAY - 2, to: TODAY - 1 }] }]);
  });

  it('says that the time of the day is used, and lets the learner go on', async () => {
    await open({
      ...{
        minutes: 0,
        doneMinutes: 12,
        reviews: { cards: 0, minutes: 0 },
        fresh: { cards: 0, minutes: 0 },
        reading: null,
      },
    });
    expect(await screen.findByText(/Today’s 12 minutes are done\./)).toBeTruthy();
    expect(screen.getByRole('slider', { name: 'Time for this sitting' })).toBeTruthy();
  });

  it('lists decks as they are nested, those with the most due first, each to be started', async () => {
    const host = await open(
      {},
      {},
      { courses: [...library.courses, ...LIBRARY.filter(({ kind }) => kind === 'deck')] },
    );
    const decks = within(await screen.findByRole('treegrid', { name: 'Decks' }));
    const names = () => decks.getAllByRole('row').map((row) => row.querySelector('[data-item]')?.textContent);
    expect(names().slice(1)).toEqual(['Thai', 'Provinces']);
    await userEvent.click(decks.getByRole('button', { name: 'Decks inside Thai' }));
    expect(names().slice(1)).toEqual(['Thai', 'Food', 'Travel', 'Provinces']);
    expect(decks.getByRole('link', { name: '12 due: review Food' }).getAttribute('href')).toBe('#/review/deck-food');
    // The course stands in its own list; goals are asked for at the top only.
    expect(within(screen.getByRole('main')).getByRole('link', { name: 'A course' })).toBeTruthy();
    expect(host.calls('plan.goal')).toEqual(['csto', 'deck-provinces', 'deck-thai'].map((courseId) => ({ courseId })));
  });

  it('of very many decks shows some, and the way to the rest', async () => {
    const many = Array.from({ length: 12 }, (_, at) => deckItem(`deck-${at}`, `Deck ${at}`, null, at));
    await open({}, {}, { courses: [...library.courses, ...many] });
    const decks = within(await screen.findByRole('treegrid', { name: 'Decks' }));
    expect(decks.getAllByRole('row')).toHaveLength(1 + 8);
    expect(decks.getByRole('link', { name: 'Deck 11' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '4 more decks in the Library' }).getAttribute('href')).toBe('#/library');
  });
});
