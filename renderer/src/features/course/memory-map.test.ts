import { configure, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { parseCardId } from '../../../../core/domain/ids.ts';
import type { Output } from '../../../../core/api/contract.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { scriptedHost } from '../../testing/host.fixture.ts';
// The views are fetched when they are first shown: compiled here, no test waits for that.
import './CourseView.svelte';

configure({ asyncUtilTimeout: 4_000 });

const both = (text: string) => ({ th: `${text} (th)`, en: text });
const TODAY = 20_786;
const none = { introduced: null, all: 0 };
const recall = { today: { introduced: 0.8, all: 0.8 }, in7Days: none, in30Days: none };
const lesson: Output<'lesson.list'>['lessons'][number] = {
  id: 'first',
  number: 1,
  title: both('First'),
  subtitle: both('sub'),
  objectives: [],
  sections: 1,
  sectionsRead: 1,
  state: 'read',
  mastery: { questions: 3, introduced: 2, learning: 0, remembered: 2, recall },
  learned: { dots: 0, shares: [0, 0, 0] as const },
  waitsFor: [],
};
const mark = (name: string, more: object = {}) => ({
  cardId: parseCardId(`test/${name}`),
  prompt: both(`What is ${name}?`),
  recall: null,
  fadesOn: null,
  daysRight: 0,
  due: null,
  isDue: false,
  suspended: false,
  ...more,
});
const map: Output<'memory.map'> = {
  target: 0.9,
  today: TODAY,
  lessons: [
    {
      lessonId: 'first',
      cards: [mark('a', { recall: 0.97, fadesOn: TODAY + 1 }), mark('b', { recall: 0.86, fadesOn: TODAY }), mark('c')],
    },
  ],
};

beforeEach(async () => {
  location.hash = '#/course/test';
  const host = scriptedHost({
    'lesson.list': () => ({ course: { id: 'test', title: both('A course'), source: both('') }, lessons: [lesson] }),
    'memory.map': () => map,
  });
  window.scrollTo = () => undefined;
  render(Root, { app: new App(host.send) });
  await screen.findByRole('group', { name: /First/ });
});
const marks = () => within(screen.getByRole('group', { name: /First/ })).findAllByRole('button');

it('a lesson has one mark for each question, which says how well it is known and when that fades', async () => {
  expect((await marks()).map((button) => button.getAttribute('aria-label')?.replaceAll('\u00A0', ' '))).toEqual([
    'What is a? 97 % today · falls under 90 % tomorrow',
    'What is b? 86 % today · falls under 90 % today',
    'What is c? not asked yet',
  ]);
  expect(screen.getByText('under 90 %')).toBeTruthy();
});

it('is one stop of the Tab key; arrows move, and what has the focus is told beside it', async () => {
  const [first, second] = await marks();
  expect((await marks()).map((button) => button.tabIndex)).toEqual([0, -1, -1]);
  first?.focus();
  expect(await screen.findByText('97 % today · falls under 90 % tomorrow')).toBeTruthy();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(second);
  expect(await screen.findByText('86 % today · falls under 90 % today')).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('86 % today · falls under 90 % today')).toBeNull();
});
