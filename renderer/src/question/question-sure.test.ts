import { screen, within } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it, type vi } from 'vitest';
import { locale } from '../i18n/locale.svelte.ts';
import { ask, askWith, textOf } from '../testing/asked-question.fixture.ts';
import { cardOf } from '../testing/cards.fixture.ts';

beforeAll(() => {
  // jsdom has no layout.
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => {
  sessionStorage.clear();
  locale.use('en');
});

describe('two buttons', () => {
  const card = () => cardOf('card', { buttons: 2 });

  it('are Again and Good, with the keys 1 and 2, and Space is Good', async () => {
    const { user, sent } = ask(card());
    await user.keyboard(' ');
    const buttons = within(screen.getByRole('group')).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-keyshortcuts'))).toEqual(['1', '2 Space']);
    expect(buttons.map(textOf)).toEqual(['Again 1 min 1', 'Good 10 min 2']);
    await user.keyboard('3');
    expect(sent).not.toHaveBeenCalled();
    await user.keyboard('2');
    expect(sent).toHaveBeenLastCalledWith('study.answer', expect.objectContaining({ grade: 3 }));
  });

  it('leave Good after a hint: there is nothing between it and Again', async () => {
    const { user, sent } = ask(cardOf('card', { buttons: 2, attempt: 'hint' }));
    await user.keyboard(' ');
    await user.keyboard(' ');
    expect(sent).toHaveBeenLastCalledWith('study.answer', expect.objectContaining({ grade: 3 }));
  });
});

describe('sure or not', () => {
  const given = (sent: ReturnType<typeof vi.fn>) => sent.mock.lastCall?.[1] as { sure?: boolean };

  it('says nothing where the learner is not asked and says nothing', async () => {
    const { user, sent } = ask(cardOf('typed'));
    await user.type(screen.getByRole('textbox'), 'yes{Enter}');
    expect('sure' in given(sent)).toBe(false);
  });

  it('Shift and Enter in the field is the answer of somebody who is not sure, asked or not', async () => {
    const { user, sent } = ask(cardOf('typed'));
    await user.type(screen.getByRole('textbox'), 'perhaps');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(given(sent)).toMatchObject({ response: 'perhaps', sure: false });
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('where they are asked, two buttons stand there, and Enter is sure', async () => {
    const { user, sent } = askWith({ asksSure: true }, cardOf('choice'));
    expect(screen.getByRole('button', { name: /^Not sure/ })).toBeTruthy();
    await user.keyboard('a{Enter}');
    expect(given(sent)).toMatchObject({ sure: true });
  });

  it('the button does the same as Shift and Enter', async () => {
    const { user, sent } = askWith({ asksSure: true }, cardOf('choice'));
    await user.keyboard('a');
    await user.click(screen.getByRole('button', { name: /^Not sure/ }));
    expect(given(sent)).toMatchObject({ sure: false });
  });

  it('of a card it is said before the other side is seen, and goes with the grade', async () => {
    const { user, sent } = ask(cardOf('card'));
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(screen.getByText('Because.')).toBeTruthy();
    await user.keyboard('1');
    expect(given(sent)).toMatchObject({ grade: 1, sure: false });
  });

  it('a sure wrong answer is told to come back, and is marked when it does', async () => {
    const { user } = askWith({ asksSure: true }, cardOf('choice', { sureWrong: true }), {
      verdict: 'wrong',
      grade: 1,
      sureWrong: true,
    });
    expect(screen.getByText('you were sure, and wrong')).toBeTruthy();
    await user.keyboard('a{Enter}');
    expect(await screen.findByText('You were sure: it comes back in this session, after others.')).toBeTruthy();
  });
});
