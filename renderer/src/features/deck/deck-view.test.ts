import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../../../core/api/contract.ts';
import { parseCardId } from '../../../../core/domain/ids.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { LIBRARY } from '../../courses/library-items.fixture.ts';
import { failing, scriptedHost, type Script } from '../../testing/host.fixture.ts';
import { FOOD } from './deck-facts.fixture.ts';
import type { DeckFacts } from './deck-page.svelte.ts';
// The views are fetched when they are first shown: compiled here, no test waits for that.
import '../library/LibraryView.svelte';
import './DeckView.svelte';

const TODAY = 20_786;
const both = (text: string) => ({ th: text, en: text });
const mark = (name: string, recall: number | null, fadesOn: number | null) => ({
  ...{ cardId: parseCardId(`anki/${name}#0`), prompt: both(name), recall, fadesOn },
  ...{ daysRight: 2, due: null, isDue: false, suspended: false },
});
const map: Output<'memory.map'> = {
  ...{ target: 0.9, today: TODAY },
  lessons: [
    { lessonId: 'cards', cards: [mark('lemongrass', 0.97, TODAY + 3), mark('mortar', null, null)] },
    { lessonId: 'cards', cards: [mark('strainer', 0.93, TODAY + 1)] },
  ],
};

beforeEach(() => {
  location.hash = '#/deck/deck-food';
  window.scrollTo = () => undefined;
  // jsdom knows dialogs but can not show them.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
});

async function open(deck: Partial<DeckFacts> = {}, script: Script = {}) {
  const host = scriptedHost({
    'library.list': () => ({ courses: [...LIBRARY] }),
    'deck.get': () => ({ ...FOOD, ...deck }),
    'memory.map': () => map,
    'deck.set': () => ({ done: true }),
    'library.remove': () => ({ decks: 3, notes: 107, cards: 214 }),
    'study.undo': () => ({ what: null, older: null }),
    ...script,
  });
  render(Root, { app: new App(host.send) });
  await screen.findByRole('heading', { level: 1 });
  return { ...host, user: userEvent.setup() };
}
const main = () => within(screen.getByRole('main'));

describe('the page of a deck', () => {
  it('says where it lies and came from, and asks what is due', async () => {
    await open();
    expect(await screen.findByRole('heading', { level: 1, name: 'Food' })).toBeTruthy();
    expect(main().getByText('214 questions of 107 notes · from thai.apkg, 23 Nov 2026')).toBeTruthy();
    const crumbs = within(main().getByRole('navigation', { name: 'Library' }));
    expect(crumbs.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '#/library',
      '#/deck/deck-thai',
    ]);
    expect(main().getByRole('link', { name: 'Review 12' }).getAttribute('href')).toBe('#/review/deck-food');
    expect(main().getByText('Words for the kitchen.')).toBeTruthy();
    expect(main().getByRole('link', { name: 'Exam' }).getAttribute('href')).toBe('#/new-exam/deck-food');
    expect(main().getByRole('link', { name: 'Statistics' }).getAttribute('href')).toBe('#/stats/90d/deck-food');
  });

  it.each([
    [{ due: 0 }, 'Learn 5 new'],
    [{ due: 0, fresh: 0 }, null],
  ])('with %j due offers %s', async (counts, offered) => {
    await open({ counts: { ...FOOD.counts, ...counts } });
    await screen.findByRole('heading', { level: 1, name: 'Food' });
    if (offered !== null) expect(main().getByRole('link', { name: offered })).toBeTruthy();
    else expect(main().getByText('Nothing is due in this deck now.')).toBeTruthy();
    expect(main().queryByRole('link', { name: /^Review/ })).toBeNull();
  });

  it('shows each card as a mark, whatever the map is parted into, and what fades next', async () => {
    await open();
    const marks = within(await screen.findByRole('group', { name: 'Cards of “Food”, one mark each' }));
    expect(marks.getAllByRole('button')).toHaveLength(3);
    const fading = within(main().getByRole('list', { name: 'Next to fade' }));
    expect(fading.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['strainer', 'lemongrass']);
    const below = within(main().getByRole('list', { name: 'Decks inside' }));
    expect(below.getByRole('link', { name: 'Kitchen' }).getAttribute('href')).toBe('#/deck/deck-kitchen');
    expect(below.getByRole('link', { name: '3 due: review Kitchen' })).toBeTruthy();
  });

  it('of very many cards has no map, and does not ask for one', async () => {
    const host = await open({ counts: { ...FOOD.counts, cards: 100_000 } });
    expect(await screen.findByText(/shown for up to 2,000 of them/)).toBeTruthy();
    expect(host.calls('memory.map')).toEqual([]);
  });

  it('leads to its cards in the list of all cards', async () => {
    await open();
    const parts = within(await screen.findByRole('navigation', { name: 'Parts of the page' }));
    expect(parts.getByRole('link', { name: 'Cards 214' }).getAttribute('href')).toBe('#/browse/deck%3AThai%3A%3AFood');
  });

  it('is moved into another deck under another name, never into itself', async () => {
    const { user, calls } = await open();
    await user.click(await screen.findByRole('button', { name: 'Rename or move' }));
    const dialog = within(screen.getByRole('dialog'));
    const options = dialog.getAllByRole<HTMLOptionElement>('option').map(({ textContent }) => textContent.trim());
    expect(options).toEqual(['nothing: it stands alone', 'Provinces', 'Thai', 'Travel']);
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    await user.clear(dialog.getByRole('textbox', { name: 'Name' }));
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Meals');
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Inside' }), 'Provinces');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(calls('deck.set')).toEqual([{ deckId: 'deck-food', name: 'Provinces::Meals' }]);
    expect(await screen.findByText('It is now called “Provinces::Meals”.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('u');
    await waitFor(() => expect(calls('study.undo')).toEqual([{}]));
    expect(await screen.findByText('It is called as before.')).toBeTruthy();
  });

  it('does not take the name of another deck', async () => {
    const { user, calls } = await open();
    await user.click(await screen.findByRole('button', { name: 'Rename or move' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.clear(dialog.getByRole('textbox', { name: 'Name' }));
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Travel{Enter}');
    expect(dialog.getByText('There is a deck of this name already.')).toBeTruthy();
    expect(calls('deck.set')).toEqual([]);
  });

  it('is removed, told in the library, and brought back; elsewhere that is forgotten', async () => {
    const { user, calls } = await open();
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    expect(calls('library.remove')).toEqual([{ deckId: 'deck-food' }]);
    await screen.findByRole('heading', { level: 1, name: 'Library' });
    expect(await screen.findByText(/“Food” with 2 decks inside is no longer in the library/)).toBeTruthy();
    const before = calls('library.list').length;
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(calls('study.undo')).toEqual([{}]));
    expect(await screen.findByText('“Food” is back.')).toBeTruthy();
    await waitFor(() => expect(calls('library.list').length).toBeGreaterThan(before));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    location.hash = '#/deck/deck-food';
    await screen.findByRole('heading', { level: 1, name: 'Food' });
    expect(screen.queryByText('“Food” is back.')).toBeNull();
  });

  it('that could not be removed stays, and says why', async () => {
    const { user } = await open({}, { 'library.remove': () => failing('disk-full') });
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    expect(await screen.findByText(/^The disk is full/)).toBeTruthy();
    expect(location.hash).toBe('#/deck/deck-food');
  });

  it('that is not there says so, with the way to the library', async () => {
    await open({}, { 'deck.get': () => failing('not-found') });
    expect(await screen.findByText('This deck is not in the library.')).toBeTruthy();
    expect(main().getByRole('link', { name: 'Library' }).getAttribute('href')).toBe('#/library');
  });

  it('is studied by a preset', async () => {
    location.hash = '#/deck/deck-food/study';
    let preset: string | null = null;
    const options = () => ({ courseId: 'deck-food', preset, own: {}, options: {} }) as Output<'course.options'>;
    const { user, calls } = await open(
      {},
      {
        'preset.list': () => ({ presets: [{ id: 'p1', name: 'Slow', options: {}, courses: [] }] }),
        'course.options': options,
        'course.setOptions': ({ set }) => ((preset = set.preset ?? null), options()),
        'plan.goal': () => ({ goal: null, questions: 214, unasked: 20, outlook: null }),
      },
    );
    const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Options' });
    expect(choice.selectedOptions[0]!.textContent).toBe('as the deck above, or the settings');
    await user.selectOptions(choice, 'Slow');
    expect(calls('course.setOptions')).toEqual([{ courseId: 'deck-food', set: { preset: 'p1' } }]);
    await waitFor(() => expect(choice.value).toBe('p1'));
    // A goal belongs to the deck at the top.
    expect(
      main()
        .getByText(/^A goal is set for the whole of/)
        .querySelector('a')
        ?.getAttribute('href'),
    ).toBe('#/deck/deck-thai/study');
  });

  it('at the top has a goal', async () => {
    location.hash = '#/deck/deck-food/study';
    await open(
      { name: 'Food', above: [] },
      {
        'preset.list': () => ({ presets: [] }),
        'course.options': () => ({ courseId: 'deck-food', preset: null, own: {}, options: {} }) as never,
        'plan.goal': () => ({ goal: null, questions: 214, unasked: 20, outlook: null }),
      },
    );
    expect(await screen.findByRole('heading', { level: 2, name: 'Goal of “Food”' })).toBeTruthy();
  });
});
