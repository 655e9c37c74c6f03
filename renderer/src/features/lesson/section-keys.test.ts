import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../../core/api/client.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import Question from '../../question/Question.svelte';
import { QuestionRun } from '../../question/question-run.svelte.ts';
import { cardOf } from '../../testing/cards.fixture.ts';
import SectionActions from './SectionActions.svelte';

/** The end of a section with a question in it. */
function show(kind: 'typed' | 'choice') {
  const run = new QuestionRun(cardOf(kind), {
    call: vi.fn() as unknown as Client,
    session: () => Promise.resolve('s1'),
  });
  const onundo = vi.fn();
  render(Question, { run, kicker: 'Question', keys: 'within', when: () => 'tomorrow' });
  render(SectionActions, { previous: null, last: false, busy: false, oncontinue: vi.fn(), onundo });
  return { run, onundo, user: userEvent.setup(), prompt: screen.getByRole('heading', { level: 2 }) };
}

beforeEach(() => {
  sessionStorage.clear();
  locale.use('en');
});

describe('bug: letters typed at the prompt of a question in a lesson took back what was done before', () => {
  it('a letter is the answer’s where the question expects text', async () => {
    const { run, onundo, user, prompt } = show('typed');
    prompt.focus();
    await user.keyboard('under');
    expect([run.draft.text, onundo.mock.calls.length]).toEqual(['under', 0]);
  });

  it('Ctrl and Z take back there too', async () => {
    const typed = show('typed');
    typed.prompt.focus();
    await typed.user.keyboard('{Control>}z{/Control}');
    expect(typed.onundo).toHaveBeenCalledTimes(1);
  });

  it('U takes back where no text is expected', async () => {
    const { onundo, user, prompt } = show('choice');
    prompt.focus();
    await user.keyboard('u');
    expect(onundo).toHaveBeenCalledTimes(1);
  });
});
