import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../../../core/api/contract.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { failing, held, scriptedHost, type Script } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './DataView.svelte';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 4_000 });

type Status = Output<'data.status'>;
type Plan = Output<'data.restore'>;

const idle: Status = { work: null, secondFolder: null, backupFailure: null };
const at = (hour: number) => new Date(2026, 10, 23, hour).getTime();
const backup = (hour: number): Output<'data.backups'>['backups'][number] => ({
  name: `${hour}.jamdai.zip`,
  at: at(hour),
  reason: 'automatic',
  bytes: 1_234_567,
  events: 50,
  reviews: 40,
  media: 0,
  place: 'data-folder',
});
const plan: Plan = {
  at: at(9),
  added: 1,
  takenBack: 14,
  cards: 3,
  reviewsBefore: 50,
  reviewsAfter: 40,
  media: 0,
  safety: null,
};
const report: Output<'data.check'> = {
  journal: { files: 1, events: 50, damaged: 0, missing: 0, recovered: 0 },
  missing: [],
  state: 'right',
  library: { files: 0, damaged: 0, recovered: 0, orphans: 0 },
  backups: { count: 2, damaged: [] },
};
const merged: Output<'data.merge'> = {
  devices: [{ name: 'Laptop', events: 230 }],
  added: 230,
  reviews: 200,
  media: 0,
  safety: null,
};

async function open(script: Script = {}) {
  location.hash = '#/data';
  const host = scriptedHost({
    'data.status': () => idle,
    'data.backups': () => ({ backups: [10, 9].map(backup), stored: 2_500_000 }),
    'data.cancel': () => ({ done: true }),
    ...script,
  });
  render(Root, { app: new App(host.send) });
  await screen.findByRole('heading', { level: 1, name: 'Backups and transfer' });
  await screen.findAllByRole('button', { name: /^Restore the backup of/ });
  return { ...host, user: userEvent.setup() };
}
const part = (name: string) => within(screen.getByRole('region', { name }));
const isDisabled = (element: HTMLElement) => (element as HTMLButtonElement).disabled;

beforeEach(() => {
  window.scrollTo = () => undefined;
  // jsdom draws no top layer.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(() => void (location.hash = ''));

describe('backups', { timeout: 20_000 }, () => {
  it('are listed with when, why and how big; five of them until all are wanted', async () => {
    const { user } = await open({
      'data.backups': () => ({ backups: [16, 15, 14, 13, 12, 11].map(backup), stored: 9_000_000 }),
    });
    const list = part('Backups').getByRole('list', { name: 'Backups that are there' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    expect(list.textContent).toMatch(/23 Nov 2026, 16:00\s*by itself\s*40 reviews · 1\.2 MB/);
    await user.click(screen.getByRole('button', { name: 'Show all 6' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(6);
  });

  it('say plainly that the last automatic one failed, and why', async () => {
    await open({ 'data.status': () => ({ ...idle, backupFailure: 'disk-full' }) });
    expect(part('Backups').getByText(/^The last automatic backup failed: The disk is full/)).toBeTruthy();
  });

  it('show how far one is, keep the focus, let nothing else begin, and can be cancelled', async () => {
    const { reply, give } = held<ReturnType<typeof failing>>();
    let work: Status['work'] = null;
    const { user, calls } = await open({
      'data.backup': () => reply,
      'data.status': () => ({ ...idle, work }),
      'data.cancel': () => {
        work = null;
        give(failing('cancelled'));
        return { done: true };
      },
    });
    work = { what: 'backup', done: 2, total: 5 };
    await user.click(screen.getByRole('button', { name: 'Back up now' }));
    const bar = await screen.findByRole('progressbar', { name: 'Backing up … 40\u00a0%' });
    expect(bar.parentElement?.parentElement?.parentElement).toBe(document.activeElement);
    expect(isDisabled(screen.getByRole('button', { name: 'Check now' }))).toBe(true);
    await user.click(part('Backups').getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Cancelled. Nothing was changed.')).toBeTruthy();
    expect(calls('data.cancel')).toHaveLength(1);
    expect(screen.queryByRole('alert', { name: /./ })).toBeNull();
    await waitFor(() => expect(isDisabled(screen.getByRole('button', { name: 'Check now' }))).toBe(false));
  });
});

describe('a restore', { timeout: 20_000 }, () => {
  const ask = async (script: Script) => {
    const opened = await open(script);
    await opened.user.click(
      screen.getByRole('button', { name: 'Restore the backup of 23 Nov 2026, 09:00, by itself' }),
    );
    return { ...opened, dialog: within(screen.getByRole('dialog', { name: 'Go back to 23 Nov 2026, 09:00?' })) };
  };

  it('says first what will change, then does it, and leads to its undo', async () => {
    const { user, dialog, calls } = await ask({ 'data.restore': () => plan });
    await dialog.findByText('14 things you did since will count as never done.');
    expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '14 things you did since will count as never done.',
      '1 event that had been lost will come back.',
      '3 cards will be remembered as they were then.',
      'Reviews: 50 now, 40 afterwards.',
    ]);
    expect(dialog.getByText(/^A backup of now is made first/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Restore' }));
    await screen.findByText(/^Restored: your progress is as it was on 23 Nov 2026, 09:00/);
    expect(screen.getByRole('link', { name: 'Undo in the history' }).getAttribute('href')).toBe('#/history');
    expect(calls('data.restore')).toEqual([{ backup: '9.jamdai.zip', dryRun: true }, { backup: '9.jamdai.zip' }]);
  });

  it('ends the looking when the dialog is closed meanwhile, and restores nothing', async () => {
    const { reply, give } = held<ReturnType<typeof failing>>();
    const { user, dialog, calls } = await ask({
      'data.restore': () => reply,
      'data.cancel': () => {
        give(failing('cancelled'));
        return { done: true };
      },
    });
    expect(isDisabled(dialog.getByRole('button', { name: 'Restore' }))).toBe(true);
    await user.click(dialog.getByRole('button', { name: 'Keep what is now' }));
    expect(calls('data.cancel')).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(calls('data.restore')).toHaveLength(1);
  });

  it('of a backup that is gone says so in words about backups', async () => {
    const { dialog } = await ask({ 'data.restore': () => failing('not-found') });
    expect((await dialog.findByRole('alert')).textContent).toContain('This backup is not there any more.');
  });
});

describe('a merge', { timeout: 20_000 }, () => {
  it('looks first, in words, and forgets what it saw when the path changes', async () => {
    const { user, calls } = await open({ 'data.merge': () => merged });
    const merge = part('Merge with another computer');
    const path = merge.getByRole('textbox', { name: 'Data folder or archive' });
    await user.type(path, 'stick ');
    await user.click(merge.getByRole('button', { name: 'Look first' }));
    expect(await merge.findByText('230 events would come, 200 reviews among them.')).toBeTruthy();
    expect(merge.getByText('Laptop: 230 events')).toBeTruthy();
    await waitFor(() => expect(isDisabled(path)).toBe(false));
    await user.type(path, '2');
    expect(merge.queryByText(/would come/)).toBeNull();
    await user.click(merge.getByRole('button', { name: 'Merge' }));
    expect(await merge.findByText(/^Merged: 230 events/)).toBeTruthy();
    expect(calls('data.merge')).toEqual([
      { path: 'stick', dryRun: true },
      { path: 'stick 2', dryRun: false },
    ]);
  });

  it('takes a folder or an archive from the system’s dialog, and speaks of the path when nothing is there', async () => {
    const { user, calls } = await open({
      'data.choosePath': () => ({ path: 'chosen' }),
      'data.merge': () => failing('not-found'),
    });
    const merge = part('Merge with another computer');
    await user.click(merge.getByRole('button', { name: /^Choose an archive/ }));
    await user.click(merge.getByRole('button', { name: 'Look first' }));
    expect(calls('data.choosePath')).toEqual([{ what: 'archive' }]);
    expect(calls('data.merge')).toEqual([{ path: 'chosen', dryRun: true }]);
    expect((await merge.findByRole('alert')).textContent).toContain('There is nothing at that path.');
  });
});

it('sets the second folder and stops copying to it', { timeout: 20_000 }, async () => {
  let secondFolder: string | null = null;
  const { user } = await open({
    'data.status': () => ({ ...idle, secondFolder }),
    'data.secondFolder': ({ path }) => ({ path: (secondFolder = path === '' ? null : path) }),
  });
  const second = part('Second folder');
  expect(second.getByText(/^None is set/)).toBeTruthy();
  await user.type(second.getByRole('textbox', { name: 'Folder' }), 'stick');
  await user.click(second.getByRole('button', { name: 'Use this folder' }));
  expect(await second.findByText('Copied to stick')).toBeTruthy();
  await user.click(second.getByRole('button', { name: 'Stop copying' }));
  expect(await second.findByText(/^None is set/)).toBeTruthy();
});

it('writes an export and says what is in it', { timeout: 20_000 }, async () => {
  const { user } = await open({
    'data.export': ({ path }) => ({ path: `${path}.jamdai.zip`, bytes: 4_000, events: 50, reviews: 40, media: 0 }),
  });
  const exporting = part('Export everything');
  await user.type(exporting.getByRole('textbox', { name: 'Write it to' }), 'all');
  await user.click(exporting.getByRole('button', { name: 'Export' }));
  expect(await exporting.findByText('Written to all.jamdai.zip: 50 events, 40 reviews among them, 4 kB.')).toBeTruthy();
});

it(
  'tells a check that found all right by sign and words, any other one without the sign',
  { timeout: 20_000 },
  async () => {
    const reports = [report, { ...report, state: 'rebuilt' as const }];
    const { user } = await open({ 'data.check': () => reports.shift() ?? report });
    const check = part('Check the data');
    await user.click(check.getByRole('button', { name: 'Check now' }));
    expect(await check.findByText(/^✓ All is right: 50 events read.* 2 backups readable\.$/)).toBeTruthy();
    await waitFor(() => expect(isDisabled(check.getByRole('button', { name: 'Check now' }))).toBe(false));
    await user.click(check.getByRole('button', { name: 'Check now' }));
    expect(await check.findByText(/did not agree with the journal and was made again/)).toBeTruthy();
    expect(check.queryByText(/✓/)).toBeNull();
  },
);

it('names the days of what is lost and in no backup', { timeout: 20_000 }, async () => {
  const day = (date: string) => Date.parse(`${date}T00:00Z`) / 86_400_000;
  const lost = (fromSeq: number, toSeq: number, from: string, to: string) => ({
    ...{ device: 'k3j9x2', fromSeq, toSeq },
    ...{ fromDay: day(from), toDay: day(to) },
  });
  const missing = [lost(31, 60, '2026-10-03', '2026-10-17'), lost(72, 72, '2026-11-05', '2026-11-05')];
  const { user } = await open({ 'data.check': () => ({ ...report, missing, state: 'kept' as const }) });
  const check = part('Check the data');
  await user.click(check.getByRole('button', { name: 'Check now' }));
  expect(await check.findByText('Missing: 3–17 October 2026, 30 answers or changes; no backup has them.')).toBeTruthy();
  expect(check.getByText('Missing: 5 November 2026, 1 answer or change; no backup has them.')).toBeTruthy();
  expect(check.queryByText(/✓/)).toBeNull();
});
