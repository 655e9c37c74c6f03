import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../core/api/client.ts';
import type { CardView, Outcome } from '../../../core/api/contract.ts';
import { locale } from '../i18n/locale.svelte.ts';
import { QuestionRun } from './question-run.svelte.ts';
import { cardOf, outcomeOf } from '../testing/cards.fixture.ts';
import Question from './Question.svelte';

/** Shows a question whose host answers with `outcomes`, one after the other. */
function ask(card: CardView, ...outcomes: Partial<Outcome>[]) {
  return askWith({}, card, ...outcomes);
}

function askWith({ asksSure = false }: { asksSure?: boolean }, card: CardView, ...outcomes: Partial<Outcome>[]) {
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
  render(Question, { run, kicker: 'Lesson 1', keys: 'page', when: () => 'tomorrow', onnext });
  const response = () => (sent.mock.lastCall?.[1] as { response?: unknown } | undefined)?.response;
  return { run, sent, response, onnext, user: userEvent.setup() };
}
const status = () => screen.getByRole('status');
const textOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const isDisabled = (element: HTMLElement) => (element as HTMLButtonElement | HTMLInputElement).disabled;

beforeAll(() => {
  // jsdom has no layout.
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => {
  sessionStorage.clear();
  locale.use('en');
});

describe('a question', () => {
  it('card: shows the other side, then takes the grade of a key, with the interval on every button', async () => {
    const { user, sent } = ask(cardOf('card'));
    await user.keyboard(' ');
    expect(screen.getByText('Because.')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Easy\s+8 days/ })).toBeTruthy();
    await user.keyboard('2');
    expect(sent).toHaveBeenLastCalledWith(
      'study.answer',
      expect.objectContaining({ sessionId: 's1', revision: 3, grade: 2 }),
    );
  });

  it('card: at 22:00 the buttons say whole study days, not hours made into days, and the grade names what they promised', async () => {
    const card = cardOf('card');
    const inDays = (days: number) => ({ due: 1_000 + days, intervalMs: (days - 0.75) * 86_400_000, days });
    const { user, sent } = ask({ ...card, intervals: { ...card.intervals, 3: inDays(8), 4: inDays(45) } });
    await user.keyboard(' ');
    expect(screen.getByRole('button', { name: /^Good\s+8 days/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Easy\s+45 days/ })).toBeTruthy();
    await user.keyboard('3');
    expect(sent).toHaveBeenLastCalledWith('study.answer', expect.objectContaining({ grade: 3, due: 1_008 }));
  });

  it('cloze: Enter goes from gap to gap and checks after the last', async () => {
    const { user, response } = ask(cardOf('cloze'), {
      verdict: 'partial',
      score: 0.5,
      parts: [
        { id: '1', right: true },
        { id: '2', right: false, expected: { th: 'ทาชเคนต์', en: 'Tashkent' } },
      ],
    });
    await user.type(screen.getByRole('textbox', { name: 'Gap 1' }), '1992{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Gap 2' }));
    await user.keyboard('Minsk{Enter}');
    expect(response()).toEqual(['1992', 'Minsk']);
    expect(textOf(status())).toMatch('Partly right, 50 %');
    expect(screen.getByText('Tashkent')).toBeTruthy();
  });

  it('choice: a letter chooses, also on a Thai keyboard; every option says how it fared', async () => {
    const wrong = {
      verdict: 'wrong',
      score: 0,
      parts: [
        { id: 'moscow', right: false, why: { th: 'ไม่ใช่', en: 'That was 2002.' } },
        { id: 'tashkent', right: false },
        { id: 'minsk', right: true },
      ],
    } as const;
    const { user, response, onnext } = ask(cardOf('choice'), { ...wrong, parts: [...wrong.parts], grade: 1 });
    await user.keyboard('b');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ฟ', code: 'KeyA' }));
    await user.keyboard('{Enter}');
    expect(response()).toBe('moscow');
    expect(screen.getByText('That was 2002.')).toBeTruthy();
    expect(isDisabled(screen.getByRole('radio', { name: /Tashkent would have been right/ }))).toBe(true);
    expect(screen.getByRole('button', { name: 'I was right' })).toBeTruthy();
    await user.keyboard(' ');
    expect(onnext).toHaveBeenCalledOnce();
  });

  it('choices: takes several by pointer', async () => {
    const { user, response } = ask(cardOf('choices'));
    await user.click(screen.getByRole('checkbox', { name: 'Moscow' }));
    await user.click(screen.getByRole('checkbox', { name: 'Minsk' }));
    await user.click(screen.getByRole('button', { name: 'Check' }));
    expect(response()).toEqual(['moscow', 'minsk']);
  });

  it('typed: a near miss keeps the text for a second try, then shows the difference and the evidence', async () => {
    const difference = [
      { kind: 'same' as const, text: 'คีชีเน' },
      { kind: 'extra' as const, text: 'ว' },
      { kind: 'missing' as const, text: 'า' },
    ];
    const close = { verdict: 'close' as const, score: 0, difference };
    const { user, sent } = ask(
      cardOf('typed'),
      { ...close, tryAgain: true, grade: null, evidence: [] },
      { ...close, grade: 1 },
    );
    const field = screen.getByRole('textbox', { name: 'What is it called?' });
    await user.type(field, 'คีชีเนว u{Enter}');
    expect((field as HTMLInputElement).value).toBe('คีชีเนว u');
    expect(document.activeElement).toBe(field);
    expect(textOf(status())).toMatch('Nearly: try once more');
    expect(screen.queryByRole('complementary', { name: 'Evidence' })).toBeNull();
    await user.keyboard('{Enter}');
    expect(sent).toHaveBeenLastCalledWith('study.answer', expect.objectContaining({ revision: 4 }));
    expect(textOf(status())).toMatch(/คีชีเน too much: ว missing: า/);
    const evidence = screen.getByRole('complementary', { name: 'Evidence' });
    expect(textOf(evidence)).toContain('p012 What stands there.');
    expect(within(evidence).getByRole('link').getAttribute('href')).toBe('#/lesson/test/first/section');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next' }));
  });

  it.each(['number', 'date'] as const)('%s: takes what is typed as it stands', async (kind) => {
    const { user, response } = ask(cardOf(kind));
    await user.type(screen.getByRole('textbox'), '๒๕๓๕{Enter}');
    expect(response()).toBe('๒๕๓๕');
  });

  it('order: a row is taken with Space and moved by arrows, or moved by its buttons', async () => {
    const { user, response } = ask(cardOf('order'));
    screen.getByRole('button', { name: 'One, 1 of 3' }).focus();
    await user.keyboard(' {ArrowDown}{ArrowDown} ');
    await user.click(screen.getByRole('button', { name: 'Move up: Three' }));
    await user.click(screen.getByRole('button', { name: 'Check' }));
    expect(response()).toEqual(['three', 'two', 'one']);
  });

  it('match: pairs by number and letter, and by clicks; a right side belongs to one left side', async () => {
    const { user, response } = ask(cardOf('match'));
    await user.keyboard('1a');
    await user.click(screen.getByRole('button', { name: /^Staff/ }));
    await user.click(screen.getByRole('button', { name: 'Plans' }));
    expect(isDisabled(screen.getByRole('button', { name: 'Check' }))).toBe(true);
    await user.keyboard('1b{Enter}');
    await user.click(screen.getByRole('button', { name: 'Check' }));
    expect(response()).toEqual({ council: 'decides', staff: 'plans' });
    expect(screen.getByText('Council: Decides. Pair 2 of 2')).toBeTruthy();
  });

  it('shows a hint on H, and then no grade better than Hard', async () => {
    const { user, sent } = ask(cardOf('card', { hasHint: true }));
    await user.keyboard('h');
    expect(await screen.findByText('think')).toBeTruthy();
    await user.keyboard(' 3');
    expect(sent).toHaveBeenCalledTimes(1);
    await user.keyboard(' ');
    expect(sent).toHaveBeenLastCalledWith('study.answer', expect.objectContaining({ revision: 4, grade: 2 }));
  });
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

describe('why it comes back when it does', () => {
  const why: NonNullable<Outcome['why']> = {
    grade: 3,
    retention: 0.9,
    stabilityDays: 12.3,
    difficulty: 5.25,
    recallBefore: 0.84,
    stabilityBeforeDays: 6,
    intervalDays: 13,
    phase: 'review',
    lapses: 9,
    leech: false,
    ownParameters: false,
    interval: {
      rule: 'balance',
      wantedDays: 12.3,
      recallAtDue: 0.89,
      window: [
        { days: 11, load: 4, isRest: false },
        { days: 12, load: 0, isRest: true },
        { days: 13, load: 1, isRest: false },
      ],
    },
    grades: {
      1: { due: 600_000 },
      2: { due: 5 * 86_400_000, days: 5 },
      3: { due: 13 * 86_400_000, days: 13 },
      4: { due: 30 * 86_400_000, days: 30 },
    },
  };
  const answer = async (more: Partial<typeof why> = {}) => {
    const asked = ask(cardOf('choice'), { why: { ...why, ...more } });
    await asked.user.keyboard('a{Enter}');
    return asked;
  };
  const panel = () => screen.getByText(/^Again tomorrow/).closest('details')!;

  it('opens and closes with W, and says it in words first', async () => {
    const { user } = await answer();
    expect(panel().open).toBe(false);
    await user.keyboard('w');
    expect(panel().open).toBe(true);
    expect(textOf(panel())).toMatch(
      /Then you still know it with 89.%; your target is 90.%\. It is one of the days around your target: one with less to do\./,
    );
    await user.keyboard('w');
    expect(panel().open).toBe(false);
  });

  it('has the figures, the other grades and the days to choose from behind them', async () => {
    await answer();
    const figures = within(panel());
    const valueOf = (name: string) => textOf(figures.getByText(name).nextElementSibling!);
    expect(valueOf('Stability (days until recall is 90 %)')).toBe('6 days → 12 days');
    expect(valueOf('Interval that FSRS wants')).toBe('12 days');
    expect(valueOf('Interval given')).toBe('13 days');
    expect(valueOf('Parameters')).toBe('as published');
    expect(figures.getAllByRole('listitem', { hidden: true }).map(textOf)).toEqual([
      '11 days: 4 questions',
      '12 days: kept free',
      '13 days: 1 question, chosen',
    ]);
  });

  it('a question that is forgotten again and again is explained, with what helps', async () => {
    await answer({ leech: true });
    expect(screen.getByText('Forgotten 9 times')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Read the section' }).getAttribute('href')).toBe(
      '#/lesson/test/first/section',
    );
    expect(screen.getByRole('link', { name: 'Compare what you mix up' }).getAttribute('href')).toBe('#/contrast/test');
  });
});
