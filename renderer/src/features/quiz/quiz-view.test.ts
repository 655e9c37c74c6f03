import { configure, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { parseCardId } from '../../../../core/domain/ids.ts';
import type { Output } from '../../../../core/api/contract.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { cardOf, outcomeOf } from '../../testing/cards.fixture.ts';
import { scriptedHost } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './QuizView.svelte';

configure({ asyncUtilTimeout: 4_000 });

const counts = { done: 0, left: 1, repeats: 0, learning: 0, review: 1, new: 0 };
const missed = {
  ...{ cardId: parseCardId('test/term-council'), prompt: { th: 'คำใด', en: 'Which council?' }, courseId: 'test' },
  ...{ lessonId: 'first', sectionId: 's', response: null, wasSure: false, rightLater: false },
};
const summary: Output<'study.summary'> = {
  ...{ answered: 1, passed: 0, elapsedMs: 1_000, grades: { 1: 1, 2: 0, 3: 0, 4: 0 }, cards: 1, newCards: 1 },
  ...{ rightFirst: 0, growth: null, missed: [missed], nextDue: null, dueTomorrow: 0 },
};

it('asks a round, tells what was missed, and asks that again on Space; another round is a press away', async () => {
  location.hash = '#/quiz/test';
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  const begun = vi.fn();
  let left = 0;
  const card = cardOf('typed');
  const host = scriptedHost({
    'glossary.quiz': (input) => {
      begun(input);
      left = 1;
      return { sessionId: 'q', counts };
    },
    'study.next': () => (left-- > 0 ? card : null),
    'study.answer': () => outcomeOf(card, { verdict: 'wrong', progress: { ...counts, done: 1, left: 0 } }),
    'study.summary': () => summary,
  });
  render(Root, { app: new App(host.send) });
  const user = userEvent.setup();
  const answer = async () => {
    await user.type(await screen.findByRole('textbox'), 'xyz{Enter}');
    await screen.findByText('Wrong');
    await user.keyboard(' ');
  };
  await answer();
  await screen.findByRole('heading', { level: 2, name: '0 of 1 term at once' });
  expect(screen.getByRole('link', { name: 'Which council?' }).getAttribute('href')).toBe('#/lesson/test/first/s');
  await user.keyboard(' ');
  await answer();
  await user.click(await screen.findByRole('button', { name: /^Ten more terms/ }));
  await vi.waitFor(() => expect(begun).toHaveBeenCalledTimes(3));
  expect(begun.mock.calls.map(([input]) => input as unknown)).toEqual([
    { courseId: 'test' },
    { courseId: 'test', again: ['test/term-council'] },
    { courseId: 'test' },
  ]);
});
