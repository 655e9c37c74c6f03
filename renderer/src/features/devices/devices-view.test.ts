import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../../../core/api/contract.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { failing, NOT_SYNCING, scriptedHost, type Script } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './DevicesView.svelte';

type Status = Output<'sync.status'>;
type Device = Status['devices'][number];

const MINUTE = 60_000;
const device = (name: string, more: Partial<Device> = {}): Device => ({
  ...{ id: name.toLowerCase(), name, own: false, seenAt: Date.now() - 5 * MINUTE, bytes: 40_000, onTheWay: 0 },
  ...more,
});
const going: Status = {
  ...NOT_SYNCING,
  folder: '/mirrored',
  seal: 'plain',
  syncedAt: Date.now() - 2 * MINUTE,
  devices: [device('Laptop', { onTheWay: 12 }), device('Desk', { own: true })],
};
const nobody: Output<'sync.look'> = { seal: null, opened: true, devices: [], bytes: 0 };

async function open(script: Script = {}, address = '#/devices') {
  location.hash = address;
  const host = scriptedHost(script);
  render(Root, { app: new App(host.send) });
  await screen.findByRole('main');
  return { ...host, user: userEvent.setup() };
}
async function lookInto(user: ReturnType<typeof userEvent.setup>) {
  await user.type(await screen.findByRole('textbox', { name: 'Folder' }), '/mirrored{Enter}');
}

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

describe('a device that is to be set up', () => {
  it('is the first in an empty folder, which stays open where nobody wants it sealed', async () => {
    const { user, calls } = await open({ 'sync.look': () => nobody, 'sync.begin': () => going });
    await lookInto(user);
    await screen.findByText(/this computer will be the first/);
    await user.click(screen.getByRole('button', { name: 'Begin' }));
    await screen.findByText('This computer is set up. You can study while the rest goes on by itself.');
    expect(calls('sync.begin')).toEqual([{ folder: '/mirrored' }]);
    expect(screen.getByText('/mirrored')).toBeTruthy();
  });

  it('seals a folder only with a passphrase that was typed twice and is long enough', async () => {
    const { user, calls } = await open({
      'sync.look': () => nobody,
      'sync.begin': () => ({ ...going, seal: 'sealed' }),
    });
    await lookInto(user);
    await user.click(await screen.findByRole('radio', { name: 'Only who knows a passphrase' }));
    const first = screen.getByLabelText('New passphrase');
    const begin = screen.getByRole('button', { name: 'Begin' });
    await user.type(first, 'short');
    await user.click(begin);
    await screen.findByText('Please use at least 8 characters.');
    await user.type(first, ' words, and some more');
    await user.click(begin);
    await screen.findByText('The two are not the same.');
    expect(calls('sync.begin')).toEqual([]);
    await user.type(screen.getByLabelText('The same once more'), 'short words, and some more');
    await user.click(begin);
    await screen.findByText(/^Sealed with a passphrase/);
    expect(calls('sync.begin')).toEqual([{ folder: '/mirrored', passphrase: 'short words, and some more' }]);
  });

  it('is given a passphrase to write down by who asks for one', async () => {
    const { user, calls } = await open({ 'sync.look': () => nobody, 'sync.begin': () => going });
    await lookInto(user);
    await user.click(await screen.findByRole('radio', { name: 'Only who knows a passphrase' }));
    await user.click(screen.getByRole('button', { name: 'Suggest one' }));
    await screen.findByText('Good: nobody guesses this.');
    const suggested = screen.getByRole<HTMLInputElement>('textbox', { name: 'New passphrase' }).value;
    expect(suggested).toMatch(/^(?:[a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    await user.click(screen.getByRole('button', { name: 'Begin' }));
    await waitFor(() => expect(calls('sync.begin')).toEqual([{ folder: '/mirrored', passphrase: suggested }]));
  });

  it('sees who is in a sealed folder once the passphrase is right', async () => {
    const there: Output<'sync.look'> = { opened: true, seal: 'sealed', devices: [device('Laptop')], bytes: 40_000 };
    const { user, calls } = await open({
      'sync.look': ({ passphrase }) =>
        passphrase === undefined
          ? { ...there, opened: false, devices: [], bytes: 0 }
          : passphrase === 'right one'
            ? there
            : failing('passphrase-wrong'),
      'sync.begin': () => going,
    });
    await lookInto(user);
    await user.type(await screen.findByLabelText('Passphrase'), 'wrong{Enter}');
    await screen.findByText('This is not the passphrase of this folder.');
    await user.type(screen.getByLabelText('Passphrase'), '{Backspace>9/}right one{Enter}');
    const [row] = within(await screen.findByRole('list', { name: 'Devices in this folder' })).getAllByRole('listitem');
    expect(row!.textContent).toMatch(/Laptop.*last seen 5 minutes ago · 40 kB/s);
    await user.click(screen.getByRole('button', { name: 'Begin' }));
    await waitFor(() => expect(calls('sync.begin')).toEqual([{ folder: '/mirrored', passphrase: 'right one' }]));
  });

  it.each([
    ['not-found', 'There is no folder at that path.'],
    ['bad-input', /^This folder can not be used/],
    ['disk-refused', 'Nothing can be written there.'],
  ] as const)('is told what is wrong with a folder: %s', async (code, words) => {
    const { user } = await open({ 'sync.look': () => failing(code) });
    await lookInto(user);
    await screen.findByText(words);
  });
});

describe('a device that is in a sync folder', () => {
  it('says that all is in step, who is there, and what is on its way', async () => {
    await open({ 'sync.status': () => going });
    await screen.findByText('✓ All in step, 2 minutes ago');
    const rows = within(screen.getByRole('list', { name: 'Devices in this folder' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^Desk ?this computer last seen 5 minutes ago · 40 kB$/),
      'Laptop last seen 5 minutes ago · 40 kB · 12 changes on the way',
    ]);
  });

  it('says what is wrong, since when and what to do, and that nothing is lost by it', async () => {
    const trouble = { what: 'folder-missing', since: Date.now() - MINUTE } as const;
    await open({ 'sync.status': () => ({ ...going, trouble, unwritten: 3 }) });
    await screen.findByText('The sync folder is not there.');
    expect(screen.getByText(/Plug in the stick/)).toBeTruthy();
    expect(screen.getByText(/everything is safe here/)).toBeTruthy();
    expect(screen.getByText('3 changes of this computer are not in the folder yet.')).toBeTruthy();
  });

  it('leaves when that was confirmed, and can come back to the same folder', async () => {
    let status = going;
    const { user, calls } = await open({
      'sync.status': () => status,
      'sync.leave': () => (status = NOT_SYNCING),
      'sync.look': () => nobody,
    });
    await user.click(await screen.findByRole('button', { name: 'Leave this folder …' }));
    await user.click(screen.getByRole('button', { name: 'Stay' }));
    expect(calls('sync.leave')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Leave this folder …' }));
    await user.click(screen.getByRole('button', { name: 'Leave' }));
    await screen.findByText(/^This computer has left the folder/);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Folder' }).value).toBe('/mirrored');
  });
});

describe('elsewhere in the app', () => {
  const wrong = (since: number, what: 'damaged' | 'folder-missing') => ({
    'sync.status': () => ({ ...going, trouble: { what, since } }),
  });

  it('nothing is said of what has been wrong for a moment, or of a stick that is not plugged in', async () => {
    const { calls } = await open(wrong(Date.now() - MINUTE, 'damaged'), '#/settings');
    await waitFor(() => expect(calls('sync.status').length).toBeGreaterThan(0));
    expect(screen.queryByRole('complementary', { name: 'Several devices' })).toBeNull();
  });

  it('what has been wrong for long is said, until it was read', async () => {
    const { user } = await open(wrong(Date.now() - 30 * MINUTE, 'damaged'), '#/settings');
    const notice = await screen.findByRole('complementary', { name: 'Several devices' });
    expect(within(notice).getByRole('link').getAttribute('href')).toBe('#/devices');
    await user.click(within(notice).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('complementary', { name: 'Several devices' })).toBeNull();
  });

  it('what came from other devices is shown at once, and a look at the window makes the host look', async () => {
    let status = { ...going, arrived: 5 };
    const host = await open({ 'sync.status': () => status }, '#/devices');
    await screen.findByText(/^✓ All in step/);
    const before = host.calls('settings.get').length;
    status = { ...status, arrived: 9 };
    await waitFor(() => expect(host.calls('settings.get').length).toBeGreaterThan(before), { timeout: 5_000 });
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(host.calls('sync.wake').length).toBeGreaterThan(0));
  });
});
