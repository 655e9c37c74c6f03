import { render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import type { Output } from '../../../../core/api/contract.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { LIBRARY } from '../../courses/library-items.fixture.ts';
import { scriptedHost } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './NewExamView.svelte';

const deck = LIBRARY.find(({ kind }) => kind === 'deck')!;

beforeEach(() => {
  location.hash = `#/new-exam/${deck.id}`;
  window.scrollTo = () => undefined;
});

async function open(leftOut: number) {
  const blueprint: Output<'exam.templates'>['templates'][number]['blueprint'] = {
    ...{ parts: [{ lessons: ['cards'], weight: 1 }], questions: 10, minutes: 10, kinds: 'all', onlyAsked: false },
  };
  const host = scriptedHost({
    'library.list': () => ({ courses: [...LIBRARY] }),
    'exam.running': () => ({ exam: null }),
    'exam.list': () => ({ exams: [] }),
    'exam.templates': () => ({
      templates: (['course', 'quick', 'own', 'civil-service'] as const).map((id) => ({ id, blueprint })),
      ...{ hasFinal: false, lessons: [{ id: 'cards', number: 1, title: deck.title }], leftOut },
    }),
    'exam.plan': () => ({
      parts: [{ questions: deck.counts.cards - leftOut, available: deck.counts.cards - leftOut }],
      ...{ questions: deck.counts.cards - leftOut, minutes: 10, neverAsked: 0, expectation: null },
    }),
  });
  render(Root, { app: new App(host.send) });
  await screen.findByRole('heading', { level: 1, name: 'New exam' });
  return within(screen.getByRole('main'));
}

it('a deck of plain cards says why there is no exam of it, and what there is instead', async () => {
  const main = await open(deck.counts.cards);
  expect(await main.findByRole('heading', { level: 2, name: /^No exam of/ })).toBeTruthy();
  expect(main.getByRole('link', { name: 'Cram' }).getAttribute('href')).toContain(deck.id);
  expect(main.getByRole('link', { name: 'Practise' }).getAttribute('href')).toContain(deck.id);
  expect(main.queryByRole('button', { name: /^Start/ })).toBeNull();
});

it('a deck with questions that are graded can be examined, plain cards aside', async () => {
  const main = await open(deck.counts.cards - 1);
  expect(await main.findByRole('button', { name: /^Start/ })).toBeTruthy();
  expect(main.queryByRole('heading', { name: /^No exam of/ })).toBeNull();
});
