import { screen, within } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../i18n/locale.svelte.ts';
import { ask, textOf } from '../testing/asked-question.fixture.ts';
import { cardOf } from '../testing/cards.fixture.ts';

const status = () => screen.getByRole('status');
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
  it('shows the passage that its prompt is about, and describes the prompt by it', () => {
    const voice = { id: 'essay', name: { th: 'บทความ', en: 'the essay' } };
    ask({ ...cardOf('choice'), passage: { id: 'p045', gist: { th: 'ใจความ', en: 'It rained.' }, voice } });
    const shown = screen.getByRole('figure', { name: 'Passage' });
    expect(textOf(shown)).toBe('p045 the essay It rained.');
    const prompt = screen.getByRole('heading', { level: 2 });
    expect(prompt.getAttribute('aria-describedby')).toBe(shown.querySelector('blockquote')?.id);
  });

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
