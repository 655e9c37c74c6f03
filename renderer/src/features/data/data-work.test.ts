import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../../core/api/client.ts';
import type { Method } from '../../../../core/api/contract.ts';
import type { Wire } from '../../../../core/api/wire.ts';
import { checkWords } from './check-words.ts';
import { restoreWords } from './restore-words.ts';
import { entryDetails, entryWords } from '../history/entry-words.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import { DataWork } from './data-work.svelte.ts';
import { HistoryDays, type HistoryEntry } from '../history/history-days.svelte.ts';

/** A host that answers by method; what it was asked stands in `asked`. */
function hostOf(replies: Partial<Record<Method, (input: never) => unknown>>) {
  const asked: [Method, unknown][] = [];
  const call = createClient(async (method, input): Promise<Wire> => {
    asked.push([method, input]);
    const reply = await replies[method]?.(input as never);
    return reply instanceof Error
      ? { ok: false, error: { code: reply.message as 'busy', details: {} } }
      : { ok: true, value: reply };
  });
  return { call, asked };
}
const entry = (more: Partial<HistoryEntry>): HistoryEntry => ({
  ref: 'a:1',
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
    await history.undo('a:1', 'Changed: Theme');
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
    await history.undo('a:1', 'x');
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

describe('work on the data', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const status = (work: unknown) => ({ work, secondFolder: null, backupFailure: null });

  it('looks how far it is while it goes on, lets nothing else begin, and reads the backups again', async () => {
    let finish: (value: unknown) => void = () => undefined;
    let going: unknown = { what: 'check', done: 1, total: 4 };
    const { call, asked } = hostOf({
      'data.check': () => new Promise((resolve) => (finish = resolve)),
      'data.status': () => status(going),
      'data.backups': () => ({ backups: [] }),
    });
    const work = new DataWork(call);
    const checking = work.run('check', 'data.check', {});
    expect(await work.run('backup', 'data.backup', {})).toBeNull();
    await vi.advanceTimersByTimeAsync(700);
    expect(work.status?.work).toEqual({ what: 'check', done: 1, total: 4 });
    expect(work.busy).toBe('check');
    going = null;
    finish({});
    await checking;
    expect(work.busy).toBeNull();
    expect(asked.filter(([method]) => method === 'data.backup')).toEqual([]);
    expect(work.backups).toEqual([]);
  });

  it('follows work it did not begin until that ends, and no longer than the page is there', async () => {
    let going: unknown = { what: 'restore', done: 1, total: 4 };
    const { call, asked } = hostOf({ 'data.status': () => status(going), 'data.backups': () => ({ backups: [] }) });
    const work = new DataWork(call);
    await work.load();
    expect(work.busy).toBe('backup');
    expect(await work.run('check', 'data.check', {})).toBeNull();
    await vi.advanceTimersByTimeAsync(700);
    expect(work.busy).toBe('backup');
    going = null;
    await vi.advanceTimersByTimeAsync(300);
    expect(work.busy).toBeNull();
    going = { what: 'merge', done: 1, total: 4 };
    await work.load();
    work.leave();
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked.length).toBe(before);
  });

  it('keeps the failure with the part it belongs to', async () => {
    const { call } = hostOf({
      'data.merge': () => new Error('foreign-data'),
      'data.status': () => status(null),
      'data.backups': () => ({ backups: [] }),
    });
    const work = new DataWork(call);
    expect(await work.run('merge', 'data.merge', { path: 'x' })).toBeNull();
    expect(work.failed).toEqual({ part: 'merge', code: 'foreign-data' });
  });

  it('tells a restore and a check in sentences, none where nothing would change', () => {
    const same = { at: 0, added: 0, takenBack: 0, cards: 0, reviewsBefore: 5, reviewsAfter: 5, media: 0, safety: null };
    expect(restoreWords(same)).toEqual([]);
    expect(restoreWords({ ...same, takenBack: 3, cards: 2, reviewsAfter: 2 })).toEqual([
      '3 things you did since will count as never done.',
      '2 cards will be remembered as they were then.',
      'Reviews: 5 now, 2 afterwards.',
    ]);
    const right = {
      journal: { files: 1, events: 12, damaged: 0, missing: 0, recovered: 0 },
      state: 'right',
      library: { files: 0, damaged: 0, recovered: 0 },
      backups: { count: 0, damaged: [] },
    } as const;
    expect(checkWords({ ...right, backups: { count: 0, damaged: [] } })).toEqual([
      'All is right: 12 events read, and your progress is what they make.',
    ]);
    expect(
      checkWords({
        ...right,
        state: 'kept',
        journal: { ...right.journal, damaged: 1 },
        backups: { count: 1, damaged: ['x'] },
      }),
    ).toHaveLength(4);
  });
});
