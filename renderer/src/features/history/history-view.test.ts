import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId, parseEventRef } from '../../../../core/domain/ids.ts';
import type { Output } from '../../../../core/api/contract.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { failing, scriptedHost, type Script } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './HistoryView.svelte';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 4_000 });

type Day = Output<'history.list'>['days'][number];
type Review = Output<'history.reviews'>['reviews'][number];

const TUESDAY = 20_781; // 2026-11-24
const at = (hour: number) => new Date(2026, 10, 24, hour, 5).getTime();
const both = (text: string) => ({ th: `${text} (th)`, en: text });
const answers = (kind: 'reviews' | 'practice', count: number) =>
  ({ ref: null, at: at(9), kind, count, about: null, device: null, undone: false, undoable: false }) as const;
const review = (more: Partial<Review>): Review => ({
  ref: parseEventRef('device:1'),
  at: at(9),
  cardId: parseCardId('csto/x'),
  prompt: both('In **which** city?'),
  mode: 'review',
  grade: 3,
  verdict: 'right',
  elapsedMs: 1000,
  intervalDays: 6,
  undone: false,
  ...more,
});

/** The history of a host that keeps whether each thing is undone. */
async function open(days: Day[], reviews: Review[] = [], script: Script = {}) {
  location.hash = '#/history';
  const undone = new Set<string>();
  const host = scriptedHost({
    'history.list': ({ before }) => ({
      days: days
        .filter(({ day }) => before === undefined || day < before)
        .map((day) => ({
          ...day,
          entries: day.entries.map((entry) => ({ ...entry, undone: entry.ref !== null && undone.has(entry.ref) })),
        })),
      more: false,
    }),
    'history.reviews': () => ({ reviews: reviews.map((one) => ({ ...one, undone: undone.has(one.ref) })) }),
    'history.undo': ({ ref }) => {
      if (!undone.delete(ref)) undone.add(ref);
      return { undone: undone.has(ref), cards: 1 };
    },
    ...script,
  });
  window.scrollTo = () => undefined;
  render(Root, { app: new App(host.send) });
  await screen.findByRole('heading', { level: 1, name: 'History' });
  return { ...host, user: userEvent.setup() };
}
const suspended: Day['entries'][number] = {
  ref: parseEventRef('device:7'),
  at: at(10),
  kind: 'card-change',
  count: 1,
  about: both('What does it stand for?'),
  device: 'Laptop',
  change: { suspended: true },
  undone: false,
  undoable: true,
};
const day = (...entries: Day['entries']): Day => ({ day: TUESDAY, entries });

beforeEach(() => void (location.hash = ''));
afterEach(() => void (location.hash = ''));

describe('the history', { timeout: 20_000 }, () => {
  it('tells a day in rows: time, what, about what, on which other device', async () => {
    await open([day(suspended, answers('reviews', 42))]);
    const tuesday = await screen.findByRole('region', { name: 'Tuesday, 24 November 2026' });
    const [first, second] = within(tuesday).getAllByRole('listitem');
    expect(first?.textContent).toMatch(/10:05\s*Suspended 1 card\s*“What does it stand for\?” · on Laptop/);
    expect(second?.textContent).toMatch(/09:05\s*42 reviews/);
    expect(screen.getByText(/Undoing goes back 90 days/)).toBeTruthy();
  });

  it('undoes and brings back by one button, which keeps the focus, and says so', async () => {
    const { user, calls } = await open([day(suspended)]);
    await user.click(await screen.findByRole('button', { name: /^Undo: Suspended 1 card “What does it stand for\?”/ }));
    const back = await screen.findByRole('button', { name: /^Bring back: Suspended 1 card/ });
    expect(document.activeElement).toBe(back);
    expect(screen.getByText('undone')).toBeTruthy();
    expect(screen.getByText(/^Undone: Suspended 1 card/)).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(await screen.findByRole('button', { name: /^Undo: Suspended 1 card/ }));
    expect(screen.getByText(/^Brought back: Suspended 1 card/)).toBeTruthy();
    expect(calls('history.undo')).toEqual([{ ref: 'device:7' }, { ref: 'device:7' }]);
  });

  it('opens the answers of a day, those of practice apart, each with its own undo', async () => {
    const { user } = await open(
      [day(answers('reviews', 1), answers('practice', 1))],
      [
        review({}),
        review({ ref: parseEventRef('device:2'), mode: 'practice', grade: 1, intervalDays: null, prompt: null }),
      ],
    );
    const show = await screen.findByRole('button', { name: 'Show the answers: 1 review, Tuesday, 24 November 2026' });
    expect(show.getAttribute('aria-expanded')).toBe('false');
    await user.click(show);
    await screen.findByText('Good: In which city?');
    expect(screen.getByText('comes again after 6 days')).toBeTruthy();
    expect(show.getAttribute('aria-expanded')).toBe('true');
    expect(screen.queryByText(/not in the library any more/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo: Good: In which city?' }));
    await screen.findByRole('button', { name: 'Bring back: Good: In which city?' });
    await user.click(screen.getByRole('button', { name: /^Show the answers: 1 practice answer/ }));
    expect(await screen.findByText('Again: a question that is not in the library any more')).toBeTruthy();
  });

  it('goes on with older days, and with the focus on the first of them', async () => {
    const older: Day = { day: TUESDAY - 40, entries: [answers('reviews', 2)] };
    const { user } = await open([], [], {
      'history.list': ({ before }) =>
        before === undefined ? { days: [day(suspended)], more: true } : { days: [older], more: false },
    });
    await user.click(await screen.findByRole('button', { name: 'Show older days' }));
    const heading = await screen.findByRole('heading', { level: 2, name: 'Thursday, 15 October 2026' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.queryByRole('button', { name: 'Show older days' })).toBeNull();
  });

  it('says what a newcomer will find here', async () => {
    await open([]);
    expect(await screen.findByText('Nothing yet. Your first answer will stand here.')).toBeTruthy();
  });

  it('keeps what is shown, and says why, when an undo fails', async () => {
    const { user } = await open([day(suspended)], [], { 'history.undo': () => failing('disk-full') });
    await user.click(await screen.findByRole('button', { name: /^Undo: Suspended/ }));
    expect((await screen.findAllByRole('alert')).map(({ textContent }) => textContent).join()).toContain(
      'disk is full',
    );
    expect(screen.getByRole('button', { name: /^Undo: Suspended/ })).toBeTruthy();
  });

  it('says what to undo instead where an answer went with a restore', async () => {
    const gone = { ...suspended, undone: true };
    const { user } = await open([day(gone)], [], {
      'history.list': () => ({ days: [day(gone)], more: false }),
      'history.undo': () => failing('nothing-to-undo'),
    });
    await user.click(await screen.findByRole('button', { name: /^Bring back: Suspended/ }));
    expect(await screen.findByText(/Undo the restore instead/)).toBeTruthy();
  });

  it('does not offer to undo what can not be undone', async () => {
    await open([day({ ...suspended, kind: 'merge', count: 230, about: null, undoable: false })]);
    expect(await screen.findByText('Merged 230 events')).toBeTruthy();
    expect(screen.getByText('from Laptop')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });
});

describe('decks in the history', () => {
  const entry = (more: Partial<Day['entries'][number]>): Day['entries'][number] => ({
    ...{ ref: parseEventRef('device:9'), at: at(11), kind: 'deck-named', count: 1, about: both('Thai::Food') },
    ...{ device: null, undone: false, undoable: true },
    ...more,
  });
  const opened = (more: Partial<Day['entries'][number]>) => open([{ day: TUESDAY, entries: [entry(more)] }]);

  it.each<[Partial<Day['entries'][number]>, string]>([
    [{}, 'Deck renamed or moved: “Thai › Food”'],
    [{ kind: 'deck-added' }, 'Deck made: “Thai › Food”'],
    [{ count: 3 }, 'Deck renamed or moved: “Thai › Food”, with 2 decks inside'],
    [{ kind: 'deck-removed', about: null }, 'Deck removed: “a deck that is not known here”'],
  ])('%j is told by name', async (more, words) => {
    const named = { ...more, ...(more.about === undefined && { about: { th: 'Thai::Food', en: 'Thai::Food' } }) };
    await opened(named);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByRole('button', { name: `Undo: ${words}` })).toBeTruthy();
  });

  it('an import leads to its report, and says how many cards it brought', async () => {
    await opened({ kind: 'import', count: 30, importId: 'anki-1', about: both('deck.apkg') });
    const link = await screen.findByRole('link', { name: 'Report of the import of deck.apkg' });
    expect(link.getAttribute('href')).toBe('#/import/anki-1');
    expect(screen.getByText('Imported 30 cards')).toBeTruthy();
  });
});
