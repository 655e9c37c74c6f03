import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { Input, Method } from '../../../../core/api/contract.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { scriptedHost, type Script } from '../../testing/host.fixture.ts';
import { FACETS, PREVIEW, rowOf } from './browser-page.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './BrowserView.svelte';

/** The cards of the host, as it lists them. */
export const ALL = Array.from({ length: 300 }, (_, at) => rowOf(at));

/** Before each test: nothing is kept of the one before. */
export function freshPage(): void {
  localStorage.clear();
  location.hash = '#/browse';
  window.scrollTo = () => undefined;
  // jsdom knows dialogs but can not show them.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

/** Opens the list of all cards. `last`: what a method was asked last. */
export async function openBrowser(script: Script = {}) {
  const matching = ({ query }: Pick<Input<'card.list'>, 'query'>) => (query === 'nothing' ? [] : ALL);
  const host = scriptedHost({
    'card.list': (input) => ({
      total: matching(input).length,
      today: 20_000,
      rows: matching(input).slice(input.offset, input.offset + input.limit),
    }),
    'card.ids': ({ offset, limit }) => ({
      total: ALL.length,
      cardIds: ALL.slice(offset, offset + limit).map(({ cardId }) => cardId),
    }),
    'card.facets': () => FACETS,
    'card.preview': () => PREVIEW,
    'query.saved': () => ({ searches: [{ id: 's1', name: 'Hard ones', query: 'is:leech' }] }),
    'card.change': () => ({ cards: 2, notes: 2, leftAlone: [], ref: 'abcdef:1' }),
    'history.undo': () => ({ undone: true, cards: 2 }),
    ...script,
  });
  render(Root, { app: new App(host.send) });
  await screen.findByText('300 cards');
  const last = <M extends Method>(method: M): Input<M> | undefined => host.calls(method).at(-1) as Input<M> | undefined;
  return { ...host, user: userEvent.setup(), last };
}
export const grid = (): HTMLElement => screen.getByRole('grid', { name: 'Cards' });
export const field = (): HTMLElement => screen.getByRole('combobox', { name: 'Search the cards' });
export const focusGrid = (): void => grid().focus();
