import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { locale } from '../../i18n/locale.svelte.ts';
import { hostOf } from '../../testing/answering-host.fixture.ts';
import { checkWords } from './check-words.ts';
import { DataWork } from './data-work.svelte.ts';
import { restoreWords } from './restore-words.ts';

beforeEach(() => void (locale.language = 'en'));

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
      library: { files: 0, damaged: 0, recovered: 0, orphans: 0 },
      backups: { count: 0, damaged: [] },
    } as const;
    expect(checkWords({ ...right, missing: [], backups: { count: 0, damaged: [] } })).toEqual([
      'All is right: 12 events read, and your progress is what they make.',
    ]);
    expect(
      checkWords({
        ...right,
        missing: [],
        state: 'kept',
        journal: { ...right.journal, damaged: 1 },
        backups: { count: 1, damaged: ['x'] },
      }),
    ).toHaveLength(4);
  });
});
