import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../../../core/api/contract.ts';
import { DEFAULT_SETTINGS } from '../../../../core/domain/settings.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { failing, held, scriptedHost, type Script } from '../../testing/host.fixture.ts';
// What is fetched when it is first shown is compiled here, so that no test waits for it.
import './SearchPalette.svelte';
import '../browser/BrowserView.svelte';
import '../review/AskView.svelte';
import '../settings/SettingsView.svelte';

type Found = Output<'search.find'>;
const NOTHING: Found = { groups: [], isComplete: true };
const CHARTER: Found = {
  isComplete: true,
  groups: [
    {
      ...{ kind: 'question', best: 1, total: 31 },
      hits: [
        {
          address: { kind: 'question', cardId: 'csto/q-charter' },
          title: { text: 'Charter: when?', marks: [[0, 7]] },
          detail: null,
          place: { course: 'CSTO', lesson: 4 },
        },
      ],
    },
    {
      ...{ kind: 'term', best: 3, total: 1 },
      hits: [
        {
          address: { kind: 'term', courseId: 'csto', termId: 'un' },
          title: { text: 'United Nations', marks: [] },
          detail: { text: 'by its charter', marks: [[7, 14]] },
          place: { course: 'CSTO', lesson: null },
        },
      ],
    },
  ],
};

beforeEach(() => {
  location.hash = '#/library';
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  // jsdom opens no dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
    this.querySelector('input')?.focus();
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

async function open(find: Script['search.find'] = () => CHARTER) {
  const host = scriptedHost({
    'library.list': () => ({ courses: [] }),
    'settings.set': (input) => ({ ...DEFAULT_SETTINGS, ...input, language: 'en' }) as Output<'settings.set'>,
    'search.find': find,
  });
  render(Root, { app: new App(host.send) });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Search' }));
  const field = await screen.findByRole('combobox');
  return { ...host, user, field };
}
const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
const chosen = () => screen.getByRole('option', { selected: true });

describe('the search palette', () => {
  it('lists views and commands before anything is typed, and asks the host nothing', async () => {
    const { calls } = await open();
    expect(
      within(screen.getByRole('group', { name: 'Go to' })).getByRole('option', { name: /Statistics/ }),
    ).toBeTruthy();
    expect(within(screen.getByRole('group', { name: 'Do' })).getByRole('option', { name: /Dark theme/ })).toBeTruthy();
    expect(calls('search.find')).toEqual([]);
  });

  it('shows what is found in groups, with what was typed marked, and opens the first with Enter', async () => {
    const { user, field } = await open();
    await user.type(field, 'charter');
    await waitFor(() => expect(options()).toHaveLength(5));
    expect(options()[0]).toContain('Lesson 4 · CSTO');
    expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
      'Charter',
      'charter',
    ]);
    expect(field.getAttribute('aria-activedescendant')).toBe(chosen().id);
    await user.keyboard('{Enter}');
    expect(location.hash).toBe('#/card/csto%2Fq-charter');
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('is walked through by arrow keys, from the last to the first', async () => {
    const { user, field } = await open();
    await user.type(field, 'charter');
    await waitFor(() => expect(options()).toHaveLength(5));
    await user.keyboard('{ArrowUp}');
    expect(chosen().textContent).toContain('Show all in Browse');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(chosen().textContent).toContain('United Nations');
    await user.keyboard('{ArrowUp}');
    expect(chosen().textContent).toContain('Show all 31');
    await user.keyboard('{Enter}');
    expect(field.isConnected).toBe(true);
  });

  it('shows all of a group when its last line is chosen', async () => {
    const { user, field, calls } = await open();
    await user.type(field, 'x');
    await user.click(await screen.findByRole('option', { name: /Show all 31/ }));
    await waitFor(() => expect(calls('search.find').at(-1)).toMatchObject({ kinds: ['question'], limit: 100 }));
  });

  it('finds views, settings and commands by their names in any language', async () => {
    const { user, field } = await open(() => NOTHING);
    await user.type(field, 'สถิติ');
    expect(await screen.findByRole('option', { name: /Statistics/ })).toBeTruthy();
    await user.clear(field);
    await user.type(field, 'retention');
    await user.click(await screen.findByRole('option', { name: /Desired retention/ }));
    expect(location.hash).toBe('#/settings/retention');
    await waitFor(() =>
      expect(document.activeElement?.closest('[data-setting]')?.getAttribute('data-setting')).toBe('retention'),
    );
  });

  it('behind > looks for the app itself alone', async () => {
    const { user, field, calls } = await open();
    await user.type(field, '>dark');
    await waitFor(() => expect(options()).toHaveLength(1));
    expect(calls('search.find')).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(calls('settings.set')).toEqual([{ theme: 'dark' }]));
  });

  it.each([
    ['{Shift>}{Enter}{/Shift}', '#/ask/review/%7B%22query%22%3A%22charter%20or-else%22%7D'],
    ['{Control>}{Enter}{/Control}', '#/browse/charter%20or-else'],
  ])('%s takes all cards that have what was typed', async (keys, address) => {
    const { user, field } = await open();
    await user.type(field, 'Charter or-else');
    await waitFor(() => expect(options().at(-1)).toContain('Show all in Browse'));
    await user.keyboard(keys);
    expect(location.hash).toMatch(address);
  });

  it('takes what was typed with a filter for a query of cards, though no text has it', async () => {
    const { user, field } = await open(() => NOTHING);
    await user.type(field, 'deck:Food is:due');
    await user.click(await screen.findByRole('option', { name: /Show all in Browse/ }));
    expect(location.hash).toBe('#/browse/deck%3AFood%20is%3Adue');
  });

  it('says that nothing was found, and what to try', async () => {
    const { user, field } = await open(() => NOTHING);
    await user.type(field, 'xyzzy');
    await waitFor(() => expect(screen.getAllByText(/Nothing has “xyzzy”/).length).toBeGreaterThan(0));
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('bug: a slow answer to what was typed before is passed over', async () => {
    const slow = held<Found>();
    const { user, field } = await open(({ query }) => (query === 'a' ? slow.reply : CHARTER));
    await user.type(field, 'ab');
    await waitFor(() => expect(options()).toHaveLength(5));
    slow.give(NOTHING);
    await Promise.resolve();
    expect(options()).toHaveLength(5);
  });

  it('asks again while notes are being made ready', async () => {
    let times = 0;
    const { user, field } = await open(() => ({ ...CHARTER, isComplete: ++times > 1 }));
    await user.type(field, 'c');
    await waitFor(() => expect(times).toBe(2), { timeout: 3_000 });
    await waitFor(() => expect(screen.queryByText(/being made ready/)).toBeNull());
  });

  it('says what went wrong, and keeps what the app itself has', async () => {
    const { user, field } = await open(() => failing('internal'));
    await user.type(field, 'settings');
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeTruthy();
    expect(options().some((text) => text?.startsWith('Settings'))).toBe(true);
  });

  it('opens by its key from anywhere, with a Thai layout too, and closes by it', async () => {
    const { user } = await open();
    await user.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'า', code: 'KeyK', ctrlKey: true, cancelable: true }));
    expect(await screen.findByRole('combobox')).toBeTruthy();
  });

  it('bug: opened again before the browser has told that it was closed, it stays open', async () => {
    const { user } = await open();
    const { close } = HTMLDialogElement.prototype;
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
      setTimeout(() => this.dispatchEvent(new Event('close')), 50);
    };
    const closing = screen.getByRole('combobox');
    await user.keyboard('{Control>}k{/Control}');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, cancelable: true }));
    await waitFor(() => expect(closing.isConnected).toBe(false));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(screen.getByRole('combobox')).toBeTruthy();
    HTMLDialogElement.prototype.close = close;
  });
});
