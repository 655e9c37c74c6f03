import '../testing/host.fixture.ts';
import { screen, within } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CardView, Outcome, Output } from '../../../core/api/contract.ts';
import { locale } from '../i18n/locale.svelte.ts';
import { askWith, textOf } from '../testing/asked-question.fixture.ts';
import { cardOf } from '../testing/cards.fixture.ts';

const both = (en: string) => ({ th: `${en} ไทย`, en });
const state = (name: string, from: string) => ({
  id: name.toLowerCase(),
  name: both(name),
  spans: [{ from, to: null, evidence: [] }],
});
const pictures: Output<'course.pictures'> = {
  timeline: [{ id: 'signed', date: '1992', theme: 'treaty', title: both('Signed'), evidence: [] }],
  bodies: [],
  members: [state('Armenia', '1992'), state('Belarus', '1993'), state('Georgia', '1994'), state('Russia', '1995')],
  forces: [],
  operations: [],
  map: null,
  exercises: [],
  partners: [],
};
const labels = (...names: string[]) => names.map((name, at) => ({ id: 'abcdef'[at]!, text: both(name) }));
const onMembers = (task: 'name' | 'find' | 'place', marks: string[], more: Partial<CardView> = {}) =>
  cardOf('label', { prompt: both('Which state?'), label: { picture: 'members', task, marks }, ...more });

const name = onMembers('name', ['belarus']);
const find = onMembers('find', []);
const place = onMembers('place', ['belarus', 'georgia'], { options: labels('Belarus', 'Georgia', 'Moldova') });

const board = () => screen.getByRole('group', { name: 'Which state?' });
/** What is said of the marks of the picture, in its order. */
const spoken = () =>
  [...board().querySelectorAll('[data-item]')].map((mark) => mark.getAttribute('aria-label') ?? textOf(mark));
async function ask(card: CardView, ...outcomes: Partial<Outcome>[]) {
  const asked = askWith({ pictures }, card, ...outcomes);
  await screen.findByRole('group', { name: 'Which state?' });
  return asked;
}
const wrong = (parts: Outcome['parts'], more: Partial<Outcome> = {}): Partial<Outcome> => ({
  verdict: 'wrong',
  score: 0,
  grade: 1,
  parts,
  ...more,
});

beforeAll(() => {
  // jsdom has no layout.
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => {
  sessionStorage.clear();
  locale.use('en');
});

describe('to name what is lit', () => {
  it('keeps that name back until it is answered, in text and in speech, and no other', async () => {
    const { user, response } = await ask(name, { verdict: 'right' });
    expect(document.body.innerHTML).not.toContain('Belarus');
    expect(spoken()[1]).toMatch(/^mark 1 of 1 .* asked$/);
    expect(textOf(board())).toContain('Armenia');
    await user.keyboard('Belarus{Enter}');
    expect(response()).toBe('Belarus');
    expect(spoken()[1]).toContain('Belarus');
  });

  it('keeps it back after a near miss too', async () => {
    const { user } = await ask(name, { verdict: 'close', tryAgain: true, grade: null });
    await user.keyboard('Belaruz{Enter}');
    expect(textOf(screen.getByRole('status'))).toMatch('Nearly');
    expect(spoken()[1]).toMatch(/^mark 1 of 1/);
  });

  it('is chosen by a letter where there are options', async () => {
    const { user, response } = await ask(onMembers('name', ['georgia'], { options: labels('Russia', 'Georgia') }));
    await user.keyboard('b{Enter}');
    expect(response()).toBe('b');
  });
});

describe('to point at what is looked for', () => {
  it('shows no name, and says of each mark where it is alone', async () => {
    await ask(find);
    for (const hidden of ['Armenia', 'Belarus', 'Georgia', 'Russia'])
      expect(document.body.innerHTML).not.toContain(hidden);
    expect(spoken()[2]).toMatch(/^mark 3 of 4 · .*1994/);
  });

  it('by keys: arrows move, Enter takes a mark, Enter once more checks', async () => {
    const { user, response, sent } = await ask(
      find,
      wrong([
        { id: 'russia', right: false },
        { id: 'georgia', right: false },
      ]),
    );
    await user.keyboard('{ArrowDown}{Enter}');
    expect(spoken()[1]).toMatch(/here/);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(sent).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(response()).toBe('georgia');
    expect(spoken().map((text) => text.replace(/ · .* · /, ' · '))).toEqual([
      expect.stringMatching(/^Armenia$/),
      expect.stringMatching(/^Belarus$/),
      expect.stringMatching(/^Georgia · wrong$/),
      expect.stringMatching(/^Russia · the right place$/),
    ]);
    expect(within(board()).queryAllByRole('button')).toEqual([]);
  });

  it('by pointer, and the last mark counts', async () => {
    const { user, response } = await ask(find);
    await user.click(screen.getByRole('button', { name: /^mark 4 of 4/ }));
    await user.click(screen.getByRole('button', { name: /^mark 1 of 4/ }));
    await user.click(screen.getByRole('button', { name: 'Check' }));
    expect(response()).toBe('armenia');
  });

  it('"I don\'t know" shows where it is', async () => {
    const { user } = await ask(find, wrong([{ id: 'belarus', right: false }]));
    await user.keyboard('n');
    expect(await screen.findByRole('img', { name: /^Belarus · the right place/ })).toBeTruthy();
  });
});

describe('to place labels', () => {
  it('by keys: a letter takes a label, Enter puts it on a mark, Enter on what is done checks', async () => {
    const { user, response, sent } = await ask(place, {
      verdict: 'partial',
      score: 0.5,
      parts: [
        { id: 'belarus', right: true, expected: both('Belarus') },
        { id: 'georgia', right: false, expected: both('Georgia') },
      ],
    });
    expect(textOf(board())).toContain('Armenia');
    await user.keyboard('c{Enter}a{Enter}');
    expect(spoken()[1]).toContain('Belarus');
    expect(screen.getByText('Belarus: placed, 1 of 2')).toBeTruthy();
    await user.keyboard('{ArrowDown}c{Enter}');
    expect(sent).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(response()).toEqual({ belarus: 'a', georgia: 'c' });
    expect(spoken()[1]).toMatch(/^Belarus.*right$/);
    expect(spoken()[2]).toMatch(/^Georgia \(you put: Moldova\).*wrong$/);
  });

  it('by pointer: from label to mark or from mark to label; what stands there comes off', async () => {
    const { user, response } = await ask(place);
    const mark = (at: number) => screen.getByRole('button', { name: new RegExp(`^mark ${at} of 2`) });
    const label = (text: string) => screen.getByRole('button', { name: text });
    await user.click(label('Moldova'));
    await user.click(mark(1));
    await user.click(mark(1));
    expect(mark(1).getAttribute('aria-label')).not.toContain('Moldova');
    await user.click(mark(1));
    await user.click(label('Georgia'));
    await user.click(label('Georgia'));
    await user.click(mark(2));
    expect((screen.getByRole('button', { name: 'Check' }) as HTMLButtonElement).disabled).toBe(true);
    await user.click(label('Belarus'));
    await user.click(mark(1));
    await user.click(screen.getByRole('button', { name: 'Check' }));
    expect(response()).toEqual({ belarus: 'a', georgia: 'b' });
  });
});

it('in Thai it is all in Thai', async () => {
  locale.use('th');
  const { user } = askWith({ pictures }, find);
  const first = await screen.findByRole('button', { name: /^จุดที่ 1 จาก 4/ });
  await user.click(first);
  expect(first.getAttribute('aria-label')).toContain('ตรงนี้');
  expect(textOf(document.body)).not.toMatch(/\b(mark|here|Point)\b/);
});
