import { beforeEach, describe, expect, it } from 'vitest';
import { parseEventRef } from '../../../../core/domain/ids.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import { hostOf } from '../../testing/answering-host.fixture.ts';
import { entryDetails, entryWords } from './entry-words.ts';
import { HistoryDays, type HistoryEntry } from './history-days.svelte.ts';

const entry = (more: Partial<HistoryEntry>): HistoryEntry => ({
  ref: parseEventRef('device:1'),
  at: 0,
  kind: 'setting',
  count: 1,
  about: null,
  device: null,
  undone: false,
  undoable: true,
  ...more,
});

beforeEach(() => void (locale.language = 'en'));

describe('the history', () => {
  const pages = (input: { before?: number }) =>
    input.before === undefined
      ? {
          days: [
            { day: 9, entries: [] },
            { day: 8, entries: [] },
          ],
          more: true,
        }
      : { days: [{ day: 7, entries: [] }], more: false };

  it('goes on with older days behind the last one shown', async () => {
    const { call, asked } = hostOf({ 'history.list': pages });
    const history = new HistoryDays(call);
    await history.load();
    await history.older();
    expect(history.days?.map(({ day }) => day)).toEqual([9, 8, 7]);
    expect(history.more).toBe(false);
    expect(asked.at(-1)).toEqual(['history.list', { days: 10, before: 8 }]);
  });

  it('reads the days and the opened answers again after an undo, and says what was undone', async () => {
    const { call, asked } = hostOf({
      'history.list': pages,
      'history.reviews': () => ({ reviews: [] }),
      'history.undo': () => ({ undone: true, cards: 1 }),
    });
    const history = new HistoryDays(call);
    await history.load();
    await history.toggle(9, 'reviews');
    await history.undo('device:1', 'Changed: Theme');
    expect(history.last).toEqual({ undone: true, what: 'Changed: Theme' });
    expect(asked.map(([method]) => method)).toEqual([
      'history.list',
      'history.reviews',
      'history.undo',
      'history.list',
      'history.reviews',
    ]);
    await history.toggle(9, 'reviews');
    expect(history.answers).toEqual([]);
  });

  it('keeps what is shown and names the failure when an undo fails', async () => {
    const { call } = hostOf({ 'history.list': pages, 'history.undo': () => new Error('disk-full') });
    const history = new HistoryDays(call);
    await history.load();
    await history.undo('device:1', 'x');
    expect([history.error, history.last, history.days?.length]).toEqual(['disk-full', null, 2]);
  });
});

describe('words of the history', () => {
  it.each<[Partial<HistoryEntry>, string]>([
    [{ kind: 'reviews', count: 42 }, '42 reviews'],
    [{ kind: 'card-change', count: 3, change: { suspended: true } }, 'Suspended 3 cards'],
    [{ kind: 'card-change', count: 1, change: { suspended: false } }, 'Took up 1 card again'],
    [{ kind: 'card-change', count: 2, change: { buriedUntilDay: 20 } }, 'Put off 2 cards until the next day'],
    [{ kind: 'card-change', count: 1, change: { flag: 0 } }, 'Took the flag off 1 card'],
    [{ kind: 'card-change', count: 1, change: { reset: true } }, 'Forgot 1 card: new again'],
    [{ kind: 'setting', settings: ['newPerDay', 'theme'] }, 'Changed: New questions a day, Theme'],
    [{ kind: 'merge', count: 230 }, 'Merged 230 events'],
    [{ kind: 'restore', count: 4 }, 'Restored a backup: 4 events taken back'],
  ])('%j is “%s”', (more, words) => {
    expect(entryWords(entry(more))).toBe(words);
    locale.language = 'th';
    expect(entryWords(entry(more))).toMatch(/[\u0E00-\u0E7F]/);
  });

  it('name the card and the other device', () => {
    expect(entryDetails(entry({ about: { th: 'ก', en: 'What is **not** {{1}}?' }, device: 'laptop' }))).toBe(
      '“What is not …?” · on laptop',
    );
    expect(entryDetails(entry({ kind: 'merge', device: '' }))).toBe('from another device');
  });
});
