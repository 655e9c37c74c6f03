import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import type { Client } from '../../../core/api/client.ts';
import type { CardView, Outcome, Output } from '../../../core/api/contract.ts';
import Question from '../question/Question.svelte';
import { QuestionRun } from '../question/question-run.svelte.ts';
import { outcomeOf } from './cards.fixture.ts';
import QuestionWithPictures from './QuestionWithPictures.svelte';

/** Shows a question whose host answers with `outcomes`, one after the other. */
export function ask(card: CardView, ...outcomes: Partial<Outcome>[]) {
  return askWith({}, card, ...outcomes);
}

interface Around {
  readonly asksSure?: boolean;
  /** Of the card's course. */
  readonly pictures?: Output<'course.pictures'>;
}

/** The same, where the learner is asked whether they are sure, or on a picture. */
export function askWith({ asksSure = false, pictures }: Around, card: CardView, ...outcomes: Partial<Outcome>[]) {
  const sent = vi.fn();
  let turn = 0;
  const call = (async (method: string, input: unknown) => {
    sent(method, input);
    return method === 'study.hint'
      ? { hint: { th: 'ใบ้', en: 'think' }, revision: 4 }
      : outcomeOf(card, outcomes[turn++] ?? {});
  }) as unknown as Client;
  const run = new QuestionRun(card, { call, session: () => Promise.resolve('s1'), asksSure: () => asksSure });
  const onnext = vi.fn();
  const props = { run, kicker: 'Lesson 1', keys: 'page', when: () => 'tomorrow', onnext } as const;
  if (pictures) render(QuestionWithPictures, { ...props, pictures });
  else render(Question, props);
  const response = () => (sent.mock.lastCall?.[1] as { response?: unknown } | undefined)?.response;
  return { run, sent, response, onnext, user: userEvent.setup() };
}
export const textOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
