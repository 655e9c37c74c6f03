import { configure, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import type { Output } from '../../../../core/api/contract.ts';
import Root from '../../App.svelte';
import { App } from '../../app/app.svelte.ts';
import { textOf } from '../../testing/asked-question.fixture.ts';
import { scriptedHost } from '../../testing/host.fixture.ts';
// The view is fetched when it is first shown: compiled here, no test waits for that.
import './VoicesView.svelte';

configure({ asyncUtilTimeout: 4_000 });

const both = (text: string) => ({ th: `${text} (th)`, en: text });
const VOICES: Output<'course.voices'>['voices'] = [
  {
    id: 'essay',
    name: both('the essay'),
    about: both('An essay.'),
    within: null,
    paragraphs: ['p025', 'p026', 'p030'],
  },
  { id: 'letter', name: both('the letter'), about: both('A letter.'), within: 'essay', paragraphs: ['p027'] },
];

it('tells every voice, where it speaks and who quotes it, and goes to the one that was asked for', async () => {
  location.hash = '#/voices/test/letter';
  window.scrollTo = () => undefined;
  render(Root, { app: new App(scriptedHost({ 'course.voices': () => ({ voices: VOICES }) }).send) });
  await screen.findByRole('heading', { level: 1, name: 'Who is speaking' });
  const letter = await screen.findByRole('heading', { level: 2, name: /the letter/ });
  expect(screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual([
    'the essay p025–p026, p030',
    'the letter p027',
  ]);
  expect(screen.getByText('Quoted in the essay')).toBeTruthy();
  await vi.waitFor(() => expect(document.activeElement).toBe(letter));
});
