import { screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../../core/api/contract.ts';
import { failing } from '../../testing/host.fixture.ts';
import { rowOf } from './browser-page.fixture.ts';
import { ALL, field, focusGrid, freshPage, grid, openBrowser } from './open-browser.fixture.ts';

beforeEach(freshPage);
const cells = () => within(grid()).getAllByRole('row').slice(1);

describe('the list of all cards', () => {
  it('has a row for each card in sight, and says how many there are', async () => {
    await openBrowser();
    expect(grid().getAttribute('aria-rowcount')).toBe('301');
    expect(cells().length).toBeLessThan(30);
    expect(cells()[0]!.textContent).toMatch(/word 0.*Food.*today.*81.*12 days/s);
  });

  it('shows the card the learner is at, with what is right', async () => {
    await openBrowser();
    const preview = within(screen.getByRole('complementary', { name: 'Preview' }));
    expect(await preview.findByRole<HTMLInputElement>('radio', { name: /Tashkent/ })).toHaveProperty('checked', true);
    expect(preview.getByText('It was signed there.')).toBeTruthy();
    expect(preview.queryByText('would have been right')).toBeNull();
  });

  it('is sorted by the head of a column: figures by the largest first, then the other way, then as new ones are learned', async () => {
    const { user, last } = await openBrowser();
    const head = () => within(grid()).getByRole('columnheader', { name: /Recall today/ });
    const sorts: unknown[] = [];
    for (let press = 0; press < 3; press += 1) {
      await user.click(within(head()).getByRole('button'));
      sorts.push(head().getAttribute('aria-sort'), (last('card.list') as Input<'card.list'>).sort);
    }
    const sort = (by: string, descending: boolean) => ({ by, descending, language: 'en' });
    expect(sorts).toEqual([
      ...['descending', sort('recall', true)],
      ...['ascending', sort('recall', false)],
      ...['none', sort('taught', false)],
    ]);
  });

  it('remembers on this device which columns are shown', async () => {
    const { user } = await openBrowser();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('checkbox', { name: 'Difficulty' }));
    await user.click(screen.getByRole('checkbox', { name: 'Deck' }));
    const heads = within(grid())
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent!.trim());
    expect(heads).toEqual(['', 'Question', 'Due', 'Recall today', 'Interval', 'Difficulty', 'Marks']);
    expect(JSON.parse(localStorage.getItem('jamdai.browser')!)).toMatchObject({
      shown: ['front', 'due', 'recall', 'interval', 'difficulty', 'flag'],
    });
  });
});

describe('a search', () => {
  it('is made while it is typed, and stands in the address', async () => {
    const { user, last } = await openBrowser();
    await user.type(field(), 'nothing');
    expect(await screen.findByText('No card fits this search.')).toBeTruthy();
    expect((last('card.list') as Input<'card.list'>).query).toBe('nothing');
    expect(location.hash).toBe('#/browse/nothing');
  });

  it('that is not understood says where, and leaves the list as it is', async () => {
    const { user, calls } = await openBrowser();
    await user.type(field(), 'is:');
    const before = calls('card.list').length;
    await user.type(field(), 'dew');
    expect(screen.getByText(/^Not a state/)).toBeTruthy();
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(calls('card.list')).toHaveLength(before);
    expect(screen.getByText('300 cards')).toBeTruthy();
  });

  it('is completed by arrow keys', async () => {
    const { user } = await openBrowser();
    await user.type(field(), 'de{ArrowDown}{Enter}foo{ArrowDown}{Enter}');
    expect(field()).toHaveProperty('value', 'deck:Thai::Food ');
  });

  it('is made by the side: a press asks, a second no more, with Shift it is left out', async () => {
    const { user } = await openBrowser();
    const side = within(screen.getByRole('complementary', { name: 'Filters' }));
    await user.click(await side.findByRole('button', { name: /^suspended/ }));
    expect(field()).toHaveProperty('value', 'is:suspended');
    expect(side.getByRole('button', { name: /^suspended/ }).getAttribute('aria-pressed')).toBe('true');
    await user.click(side.getByRole('button', { name: 'What lies below Thai' }));
    await user.click(side.getByRole('button', { name: /^Food/ }));
    expect(field()).toHaveProperty('value', 'is:suspended deck:Thai::Food');
    await user.click(side.getByRole('button', { name: /^suspended/ }));
    await user.keyboard('{Shift>}');
    await user.click(side.getByRole('button', { name: /^herb/ }));
    await user.keyboard('{/Shift}');
    expect(field()).toHaveProperty('value', 'deck:Thai::Food -tag:herb');
    await user.click(side.getByRole('button', { name: 'Hard ones' }));
    expect(field()).toHaveProperty('value', 'is:leech');
  });
});

it('another search is shown from its first card on, wherever the learner was', async () => {
  const { user } = await openBrowser();
  focusGrid();
  await user.keyboard('{End}');
  await waitFor(() => expect(grid().scrollTop).toBeGreaterThan(5_000));
  await user.type(field(), 'w');
  await waitFor(() => expect(grid().scrollTop).toBe(0));
});

describe('chosen cards', () => {
  it('are a range by Shift, with more beside it; what is done is done to them', async () => {
    const { user, last } = await openBrowser();
    focusGrid();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{ArrowDown}{ArrowDown}x');
    expect(await screen.findByText('3 chosen')).toBeTruthy();
    await user.keyboard('s');
    expect(await screen.findByText('2 cards suspended.')).toBeTruthy();
    expect(last('card.change')).toEqual({
      of: { cardIds: ['anki/word-0#0', 'anki/word-1#0', 'anki/word-3#0'] },
      change: { what: 'suspended', suspended: true },
    });
  });

  it('are all that the search finds, as a search', async () => {
    const { user, last } = await openBrowser();
    await user.type(field(), 'word{Enter}');
    await user.keyboard('{Control>}a{/Control}');
    expect(await screen.findByText('300 chosen')).toBeTruthy();
    await user.keyboard('k');
    await screen.findByText('2 cards marked.');
    expect(last('card.change')).toEqual({ of: { query: 'word' }, change: { what: 'marked', marked: true } });
  });

  it('may be far apart: what lies between and was never read is asked for', async () => {
    const { user, calls } = await openBrowser();
    focusGrid();
    await user.keyboard('{Shift>}{End}{/Shift}');
    expect(await screen.findByText('300 chosen')).toBeTruthy();
    expect(calls('card.ids')).toEqual([
      { query: '', sort: { by: 'taught', descending: false, language: 'en' }, offset: 0, limit: 300 },
    ]);
  });

  it('are none: the card the learner is at is meant', async () => {
    const { user, last } = await openBrowser();
    focusGrid();
    await user.keyboard('{ArrowDown}t');
    await user.type(await screen.findByLabelText('Add'), 'hot spoon::big{Enter}');
    await screen.findByText('Tags of 2 notes changed.');
    expect(last('card.change')).toEqual({
      of: { cardIds: ['anki/word-1#0'] },
      change: { what: 'tags', add: ['hot', 'spoon::big'], remove: [] },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(grid());
  });

  it('are changed back by U, and once more', async () => {
    const { user, calls } = await openBrowser();
    focusGrid();
    await user.keyboard('s');
    await screen.findByText('2 cards suspended.');
    await user.keyboard('u');
    expect(await screen.findByText('It is as it was before.')).toBeTruthy();
    expect(calls('history.undo')).toEqual([{ ref: 'abcdef:1' }]);
    expect(screen.getByRole('button', { name: 'Bring back' })).toBeTruthy();
  });

  it('that could not be changed stay chosen, and why is said', async () => {
    const { user } = await openBrowser({ 'card.change': () => failing('disk-full') });
    focusGrid();
    await user.keyboard('xs');
    expect(await screen.findByText(/^The disk is full/)).toBeTruthy();
    expect(screen.getByText('1 chosen')).toBeTruthy();
  });

  it('of a course are told as left alone', async () => {
    const { user } = await openBrowser({
      'card.change': () => ({ cards: 0, notes: 0, leftAlone: [{ why: 'of-course', cards: 2 }], ref: null }),
    });
    focusGrid();
    await user.keyboard('{Delete}');
    expect(await screen.findByText(/Nothing had to be changed. 2 questions of courses stay as they are./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

it('the note of a card is edited by E, what a course says is not', async () => {
  const ofCourse = rowOf(1, { course: { id: 'csto', title: { th: 'ก', en: 'CSTO' }, isDeck: false } });
  const { user } = await openBrowser({ 'card.list': () => ({ total: 300, today: 20_000, rows: [ALL[0]!, ofCourse] }) });
  focusGrid();
  await user.keyboard('{ArrowDown}e');
  expect(location.hash).toBe('#/browse');
  await user.keyboard('{ArrowUp}e');
  expect(location.hash).toBe('#/edit/card/anki%2Fword-0%230');
});

it('the help shows an example of each filter, and looks for it on a press', async () => {
  const { user } = await openBrowser();
  focusGrid();
  await user.keyboard('?');
  await user.click(await screen.findByRole('button', { name: 'prop:r<0.8' }));
  await waitFor(() => expect(field()).toHaveProperty('value', 'prop:r<0.8'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('a dialog that is opened before the browser told that the last one closed stays', async () => {
  const { user } = await openBrowser();
  focusGrid();
  await user.keyboard('f');
  const flags = await screen.findByRole<HTMLDialogElement>('dialog');
  flags.open = false;
  await user.keyboard('d');
  flags.dispatchEvent(new Event('close'));
  await tick();
  expect(screen.getByRole('spinbutton', { name: 'In' })).toBeTruthy();
});

it('Escape ends a dialog and nothing else, and the same one may be opened at once', async () => {
  const { user } = await openBrowser();
  focusGrid();
  const escape = () => {
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Cancel' }).focus();
    return user.keyboard('{Escape}');
  };
  await user.keyboard('xf');
  await escape();
  await user.keyboard('f');
  expect(screen.getByRole<HTMLDialogElement>('dialog').open).toBe(true);
  await escape();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText('1 chosen')).toBeTruthy();
});
