import { screen, within } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../core/api/contract.ts';
import { locale } from '../i18n/locale.svelte.ts';
import { ask, textOf } from '../testing/asked-question.fixture.ts';
import { cardOf } from '../testing/cards.fixture.ts';

beforeAll(() => {
  // jsdom has no layout.
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => {
  sessionStorage.clear();
  locale.use('en');
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
