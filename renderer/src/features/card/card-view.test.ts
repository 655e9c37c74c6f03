import { configure, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { parseCardId } from '../../../../core/domain/ids.ts';
import { DAY_MS } from '../../../../core/domain/study/study-day.ts';
import type { Output } from '../../../../core/api/contract.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { percent } from '../../i18n/formats.ts';
import { failing, scriptedHost } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './CardView.svelte';

configure({ asyncUtilTimeout: 4_000 });

type Info = Output<'card.info'>;
const both = (text: string) => ({ th: `${text} (th)`, en: text });
const TODAY = 20_786;
const at = Date.now() - 4 * DAY_MS;
const answered: Info = {
  cardId: parseCardId('test/name'),
  kind: 'typed',
  prompt: both('What **is** it?'),
  course: { id: 'test', title: both('A course') },
  lesson: { id: 'first', number: 1, title: both('First') },
  sectionId: 's1',
  revision: 2,
  phase: 'review',
  introducedAt: at,
  memory: {
    due: at + 8 * DAY_MS,
    days: 4,
    intervalDays: 8,
    stabilityDays: 8.3,
    difficulty: 1.2,
    recall: 0.93,
    fadesOn: TODAY + 4,
    reps: 2,
    lapses: 0,
    leech: false,
    interval: { rule: 'balance', wantedDays: 8.3, recallAtDue: 0.9, window: [] },
  },
  target: 0.9,
  today: TODAY,
  asked: 'course',
  suspended: false,
  buried: false,
  flag: 0,
  marked: false,
  daysRight: 1,
  reviews: [
    {
      ref: 'me:2',
      at,
      mode: 'review',
      grade: 3,
      verdict: 'right',
      response: 'great ocean',
      elapsedMs: 4200,
      recallBefore: 0.88,
      after: { intervalDays: 8, stabilityDays: 8.3, difficulty: 1.2 },
      undone: false,
      undoable: true,
    },
    {
      ref: 'me:1',
      at: at - DAY_MS,
      mode: 'learn',
      grade: 1,
      verdict: null,
      response: null,
      elapsedMs: 1000,
      recallBefore: null,
      after: { intervalDays: 0, stabilityDays: 0.2, difficulty: 6.4 },
      undone: false,
      undoable: true,
    },
  ],
  curve: [
    { at, recall: 1 },
    { at: at + 16 * DAY_MS, recall: 0.85 },
  ],
  changes: [],
};

/** A host that keeps what is done to the card. */
async function open(info: Info = answered) {
  location.hash = '#/card/test%2Fname';
  let now = info;
  const host = scriptedHost({
    'card.info': () => now,
    'card.update': ({ change }) => {
      const { dueDay: _due, buried: _buried, reset: _reset, ...kept } = change;
      const made = { ref: 'me:3', at, cards: 1, change: kept, undone: false, undoable: true };
      now = { ...now, suspended: change.suspended ?? now.suspended, flag: change.flag ?? now.flag, changes: [made] };
      return { revision: 3 };
    },
    'history.undo': ({ ref }) => {
      now = {
        ...now,
        suspended: false,
        reviews: now.reviews.map((one) => (one.ref === ref ? { ...one, undone: true } : one)),
      };
      return { undone: true, cards: 1 };
    },
  });
  window.scrollTo = () => undefined;
  render(Root, { app: new App(host.send) });
  await screen.findByRole('heading', { level: 1, name: 'What is it?' });
  return host;
}

describe('card information', () => {
  it('says how the card stands in words and figures', async () => {
    await open();
    expect(screen.getByText('known today').nextElementSibling?.textContent).toBe(percent(0.93));
    expect(screen.getByText('day with a right answer').nextElementSibling?.textContent).toBe('1');
    expect(screen.getByText(/one of the days around your target: one with less to do/)).toBeTruthy();
    const finding = screen.getByRole('figure', { name: 'Forgetting curve' }).textContent ?? '';
    expect(finding).toMatch(/You know it with 93.% today; it falls under 90.% in 4 days/);
  });

  it('lists every answer with what it left', async () => {
    await open();
    const [, newest, oldest] = within(screen.getByRole('table')).getAllByRole('row');
    expect(newest?.textContent).toMatch(/Good.*Right.*“great ocean”.*88.%.*8 days.*8.3 days.*1.2.*4 s/);
    expect(oldest?.textContent).toMatch(/Again.*by yourself.*–.*step/);
  });

  it('takes an answer back and says so', async () => {
    const host = await open();
    await userEvent.click(screen.getByRole('button', { name: /^Undo: Again/ }));
    expect(host.calls('history.undo')).toEqual([{ ref: 'me:1' }]);
    expect(await screen.findByRole('button', { name: /^Bring back: Again/ })).toBeTruthy();
  });

  it('suspends, says so, and takes that back', async () => {
    const host = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Suspend' }));
    expect(host.calls('card.update')).toEqual([{ cardId: 'test/name', change: { suspended: true } }]);
    const news = screen.getAllByRole('status').find(({ textContent }) => textContent?.includes('Suspended 1 card'));
    await userEvent.click(within(news!).getByRole('button', { name: 'Undo' }));
    expect(host.calls('history.undo')).toEqual([{ ref: 'me:3' }]);
    expect(await screen.findByRole('button', { name: 'Suspend' })).toBeTruthy();
  });

  it('sets a flag by its name and a due day by its date', async () => {
    const host = await open();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Flag' }), 'green');
    const date = screen.getByLabelText('Comes back on');
    expect((date as HTMLInputElement).value).toBe('2026-12-03');
    await userEvent.clear(date);
    await userEvent.type(date, '2026-12-24');
    await userEvent.click(screen.getByRole('button', { name: 'Set' }));
    expect(host.calls('card.update')).toEqual([
      { cardId: 'test/name', change: { flag: 3 } },
      { cardId: 'test/name', change: { dueDay: 20_811 } },
    ]);
  });

  it('offers no curve and no due day of a card that was never answered', async () => {
    await open({ ...answered, phase: 'new', memory: null, reviews: [], curve: [] });
    expect(screen.getAllByText('not answered yet').length).toBeGreaterThan(0);
    expect(screen.queryByRole('figure')).toBeNull();
    expect(screen.queryByLabelText('Comes back on')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Forget' })).toBeNull();
  });
});

it('a card that is gone says where it can be brought back from', async () => {
  location.hash = '#/card/test%2Fname';
  const host = scriptedHost({ 'library.list': () => ({ courses: [] }), 'card.info': () => failing('not-found') });
  render(Root, { app: new App(host.send) });
  const main = within(await screen.findByRole('main'));
  expect(await main.findByRole('heading', { level: 1, name: 'This card is not in the library' })).toBeTruthy();
  expect(main.getByRole('link', { name: 'History' }).getAttribute('href')).toBe('#/history');
  expect(main.queryByRole('alert')).toBeNull();
});
