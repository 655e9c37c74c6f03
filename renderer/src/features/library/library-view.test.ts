import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import type { LibraryItem } from '../../courses/deck-tree.ts';
import { COURSE, LIBRARY } from '../../courses/library-items.fixture.ts';
import { scriptedHost } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './LibraryView.svelte';

beforeEach(() => {
  location.hash = '#/library';
  window.scrollTo = () => undefined;
});

async function open(courses: readonly LibraryItem[] = LIBRARY) {
  const host = scriptedHost({ 'library.list': () => ({ courses: [...courses] }) });
  render(Root, { app: new App(host.send) });
  await screen.findByText(/ due today$|nothing due today$/);
  return { ...host, user: userEvent.setup() };
}
const decks = () => screen.getByRole('treegrid', { name: 'Decks' });
const names = (table = decks()) =>
  within(table)
    .getAllByRole('link')
    .filter(({ dataset }) => dataset['item'] !== undefined)
    .map(({ textContent }) => textContent);
const deck = (name: string) => within(decks()).getByRole('link', { name });

describe('the library', () => {
  it('counts courses and decks, questions and what is due, each deck inside another once', async () => {
    await open();
    expect(screen.getByText('1 course and 6 decks · 2,861 questions · 77 due today')).toBeTruthy();
    expect(names(screen.getByRole('treegrid', { name: 'Courses' }))).toEqual(['A course']);
    expect(names()).toEqual(['Provinces', 'Thai']);
    const row = within(decks()).getByRole('row', { name: /Thai/ });
    expect(within(row).getByText('2,408')).toBeTruthy();
    expect(within(row).getByRole('link', { name: '31 due: review Thai' }).getAttribute('href')).toBe(
      '#/review/deck-thai',
    );
    expect(within(row).getByRole('link', { name: '20 new: learn Thai' })).toBeTruthy();
    expect(deck('Thai').getAttribute('href')).toBe('#/deck/deck-thai');
  });

  it('opens a deck by its button, and says so', async () => {
    const { user } = await open();
    const row = within(decks()).getByRole('row', { name: /Thai/ });
    expect([row.getAttribute('aria-level'), row.getAttribute('aria-expanded')]).toEqual(['1', 'false']);
    await user.click(within(row).getByRole('button', { name: 'Decks inside Thai' }));
    expect(names()).toEqual(['Provinces', 'Thai', 'Food', 'Travel']);
    expect(row.getAttribute('aria-expanded')).toBe('true');
    const inner = within(decks()).getByRole('row', { name: /Travel/ });
    expect([inner.getAttribute('aria-level'), inner.getAttribute('aria-expanded')]).toEqual(['2', null]);
  });

  it('is walked through by arrow keys: right opens and goes in, left goes out and closes', async () => {
    const { user } = await open();
    deck('Provinces').focus();
    const at = () => document.activeElement?.textContent;
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect([at(), names().length]).toEqual(['Thai', 4]);
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect([at(), names().length]).toEqual(['Kitchen', 6]);
    await user.keyboard('{ArrowLeft}');
    expect(at()).toBe('Food');
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect([at(), names().length]).toEqual(['Thai', 4]);
    await user.keyboard('{ArrowLeft}');
    expect([at(), names().length]).toEqual(['Thai', 2]);
    await user.keyboard('{Home}');
    expect(at()).toBe('Provinces');
    expect([deck('Provinces').tabIndex, deck('Thai').tabIndex]).toEqual([0, -1]);
  });

  it('reviews the deck in focus by Space', async () => {
    const { user } = await open();
    deck('Thai').focus();
    await user.keyboard(' ');
    await waitFor(() => expect(location.hash).toContain('#/review/deck-thai'));
  });

  it('finds by a part of the name, shown with what it lies in, and says when there is none', async () => {
    const { user } = await open();
    await user.keyboard('/');
    const field = screen.getByRole('searchbox', { name: 'Find a course or deck' });
    expect(document.activeElement).toBe(field);
    await user.keyboard('market');
    expect(names()).toEqual(['Thai', 'Food', 'Market']);
    expect(screen.queryByRole('treegrid', { name: 'Courses' })).toBeNull();
    await user.keyboard('zzz');
    expect(screen.getByText('No course or deck has this in its name.')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(names()).toEqual(['Provinces', 'Thai']);
  });

  it('orders by what is due', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('radio', { name: 'By due' }));
    expect(names()).toEqual(['Thai', 'Provinces']);
  });

  it('without a deck invites to bring some', async () => {
    await open([COURSE]);
    expect(screen.getByText('Bring what you already have')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Choose a file' }).getAttribute('href')).toBe('#/import');
    expect(screen.queryByRole('treegrid', { name: 'Decks' })).toBeNull();
  });

  it('goes to the import by I, but not from a field', async () => {
    const { user } = await open();
    await user.type(screen.getByRole('searchbox'), 'i');
    expect(location.hash).toBe('#/library');
    await user.clear(screen.getByRole('searchbox'));
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('i');
    expect(location.hash).toBe('#/import');
  });
});
