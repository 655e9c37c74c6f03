import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../core/api/client.ts';
import type { CardView } from '../../../core/api/contract.ts';
import { ignoreHeldInput } from '../app/held-input.ts';
import { locale } from '../i18n/locale.svelte.ts';
import { cardOf, outcomeOf } from '../testing/cards.fixture.ts';
import Question from './Question.svelte';
import { QuestionRun } from './question-run.svelte.ts';

function ask(card: CardView) {
  const sent: string[] = [];
  const call = (async (method: string) => {
    sent.push(method);
    return method === 'study.hint' ? { hint: { th: 'ใบ้', en: 'think' }, revision: 4 } : outcomeOf(card);
  }) as unknown as Client;
  const run = new QuestionRun(card, { call, session: () => Promise.resolve('s1') });
  const onnext = vi.fn();
  render(Question, { run, kicker: 'Lesson 1', keys: 'page', when: () => 'tomorrow', onnext });
  return { run, sent, onnext, user: userEvent.setup() };
}
const check = () => screen.getByRole('button', { name: 'Check' }) as HTMLButtonElement;
const focused = () => document.activeElement;

beforeAll(() => {
  // jsdom has no layout.
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => {
  sessionStorage.clear();
  locale.use('en');
});

describe('an order that was not touched', () => {
  it('can not be checked: the first row has the focus, and neither Enter nor Space answers', async () => {
    const { user, sent } = ask(cardOf('order'));
    expect(focused()).toBe(screen.getByRole('button', { name: /^One/ }));
    expect(check().disabled).toBe(true);
    await user.keyboard('{Enter}  {Enter}');
    expect(sent).toEqual([]);
  });

  it('can be checked once a row was moved', async () => {
    const { user, sent } = ask(cardOf('order'));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}{Enter}');
    expect(sent).toEqual(['study.answer']);
  });

  it('is answered as it is by key O, which can be taken back, and by its box', async () => {
    const { user, run, sent } = ask(cardOf('order'));
    await user.keyboard('oo');
    expect(check().disabled).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: 'The order is right as it is' }));
    expect(check().disabled).toBe(false);
    run.draft.moveTo('one', 0);
    expect(run.draft.moved).toBe(false);
    await user.click(check());
    expect(sent).toEqual(['study.answer']);
  });
});

describe('while an answer is to be typed', () => {
  it('the field has the focus again after the hint, and what is typed is the answer', async () => {
    const { user, run, sent } = ask(cardOf('typed', { hasHint: true }));
    await user.click(screen.getByRole('button', { name: 'Hint' }));
    await screen.findByText('think');
    await user.keyboard('sun');
    expect(run.draft.text).toBe('sun');
    expect(sent).toEqual(['study.hint']);
  });

  it('the field has the focus again after a click on the prompt, or beside it', async () => {
    const { user, run } = ask(cardOf('typed'));
    await user.click(screen.getByRole('heading', { name: 'What is it called?' }));
    await user.keyboard('hi');
    await user.click(document.body);
    await user.keyboard('us');
    expect(run.draft.text).toBe('hius');
  });

  it('letters typed while a button has the focus are the answer, not commands', async () => {
    const { user, run, sent } = ask(cardOf('cloze', { hasHint: true }));
    screen.getByRole('button', { name: 'Hint' }).focus();
    await user.keyboard('h');
    expect([run.draft.blanks[0], sent]).toEqual(['h', []]);
  });

  it('Alt and a letter is a command in the field too', async () => {
    const { user, sent } = ask(cardOf('typed', { hasHint: true }));
    await user.keyboard('{Alt>}h{/Alt}');
    await screen.findByText('think');
    expect(sent).toEqual(['study.hint']);
  });
});

describe('held keys', () => {
  it('Enter that checked does not press what has just appeared', async () => {
    const end = ignoreHeldInput(window);
    const { user, run, onnext } = ask(cardOf('typed'));
    await user.keyboard('sun{Enter}');
    await vi.waitFor(() => expect(run.settled).toBe(true));
    const enter = (target: Element, repeat: boolean) =>
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', repeat, bubbles: true, cancelable: true }),
      );
    const next = screen.getByRole('button', { name: 'Next' });
    // On a button it is the browser's own doing that has to be held back.
    expect([enter(next, true), enter(document.body, true)]).toEqual([false, false]);
    expect(onnext).not.toHaveBeenCalled();
    enter(document.body, false);
    expect(onnext).toHaveBeenCalledOnce();
    end();
  });

  it('Space answers nothing that a machine judges', async () => {
    const { user, sent } = ask(cardOf('choice'));
    await user.keyboard('b ');
    expect(sent).toEqual([]);
    await user.keyboard('{Enter}');
    expect(sent).toEqual(['study.answer']);
  });
});

describe('"I don\'t know"', () => {
  it.each(['typed', 'number', 'date', 'cloze'] as const)('%s: Alt+N, also in the field', async (kind) => {
    const { user, run, sent } = ask(cardOf(kind));
    await user.keyboard('sun{Alt>}n{/Alt}');
    await vi.waitFor(() => expect(run.gaveUp).toBe(true));
    // There is nothing that could have been right.
    expect(run.canCorrect).toBe(false);
    expect(sent).toEqual(['study.answer']);
  });

  it.each(['choice', 'choices', 'order', 'match'] as const)('%s: N, and a button', async (kind) => {
    const { user, run, sent } = ask(cardOf(kind));
    expect(screen.getByRole('button', { name: 'I don’t know' })).toBeTruthy();
    await user.keyboard('n');
    await vi.waitFor(() => expect(run.gaveUp).toBe(true));
    // There is nothing that could have been right.
    expect(run.canCorrect).toBe(false);
    expect(sent).toEqual(['study.answer']);
  });

  it('a card has none: the learner grades it', () => {
    ask(cardOf('card'));
    expect(screen.queryByRole('button', { name: 'I don’t know' })).toBeNull();
  });
});
