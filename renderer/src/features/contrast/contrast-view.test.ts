import { configure, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { parseCardId } from '../../../../core/domain/ids.ts';
import type { Output } from '../../../../core/api/contract.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { scriptedHost } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './ContrastView.svelte';

configure({ asyncUtilTimeout: 4_000 });

const both = (text: string) => ({ th: `${text} (th)`, en: text });
const [one, two] = [parseCardId('test/one'), parseCardId('test/two')];
const pair: Output<'contrast.list'>['pairs'][number] = {
  sides: [
    { text: both('Council'), cards: [one] },
    { text: both('Committee'), cards: [two] },
  ],
  evidence: [
    {
      ref: 'me:1',
      at: 0,
      cardId: one,
      prompt: both('Who decides?'),
      expected: both('Council'),
      given: both('Committee'),
    },
    {
      ref: 'me:2',
      at: 1,
      cardId: two,
      prompt: both('Who plans?'),
      expected: both('Committee'),
      given: both('Council'),
    },
  ],
  chance: 0.001,
};

async function open(pairs: Output<'contrast.list'>['pairs'], named: Output<'contrast.list'>['named'] = []) {
  location.hash = '#/contrast/test';
  window.scrollTo = () => undefined;
  render(Root, { app: new App(scriptedHost({ 'contrast.list': () => ({ pairs, named }) }).send) });
  await screen.findByRole('heading', { level: 1, name: 'What you mix up' });
}
const hrefOf = (name: RegExp | string) =>
  decodeURIComponent(screen.getByRole('link', { name }).getAttribute('href') ?? '');

it('lists what is mixed up with its evidence, and asks one pair or all in turn', async () => {
  await open([pair]);
  expect(await screen.findByRole('heading', { level: 2, name: 'Council ↔ Committee' })).toBeTruthy();
  expect(screen.getByText('2 wrong answers')).toBeTruthy();
  expect(screen.getByText('“Committee” instead of “Council”')).toBeTruthy();
  expect(hrefOf(/^Ask this pair/)).toBe('#/ask/contrast/{"cardIds":["test/one","test/two"]}/test');
  expect(hrefOf(/^Ask all in turn/)).toBe('#/ask/contrast/{}/test');
});

it('says so where nothing is mixed up', async () => {
  await open([]);
  expect(await screen.findByText(/^Nothing is mixed up so far/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: /^Ask/ })).toBeNull();
});

it('tells what the course names apart from what was found, by its prompts, and asks it too', async () => {
  const [left, right] = [both('What is **CRDF**?'), both('What is CRRF?')];
  await open(
    [],
    [
      [
        { cardId: one, prompt: left },
        { cardId: two, prompt: right },
      ],
    ],
  );
  expect(await screen.findByRole('heading', { level: 2, name: 'Often mixed up' })).toBeTruthy();
  expect(screen.getByText(/^Nothing is mixed up so far/)).toBeTruthy();
  expect(hrefOf('What is CRDF?')).toBe('#/card/test/one');
  expect(hrefOf('Ask this pair: What is CRDF?, What is CRRF?')).toBe(
    '#/ask/contrast/{"cardIds":["test/one","test/two"]}/test',
  );
  expect(hrefOf(/^Ask all in turn/)).toBe('#/ask/contrast/{}/test');
});

it('shows the first few of many pairs that the course names, and all of them when asked', async () => {
  const named = Array.from({ length: 9 }, (_, i): Output<'contrast.list'>['named'][number] => [
    { cardId: parseCardId(`test/a${i}`), prompt: both(`First ${i}?`) },
    { cardId: parseCardId(`test/b${i}`), prompt: both(`Second ${i}?`) },
  ]);
  await open([], named);
  expect((await screen.findAllByRole('link', { name: /^First/ })).length).toBe(6);
  await userEvent.click(screen.getByRole('button', { name: 'Show all 9 pairs' }));
  expect(screen.getAllByRole('link', { name: /^First/ }).length).toBe(9);
  expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull();
});
