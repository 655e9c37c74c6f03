import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../core/api/contract.ts';
import { locale } from '../i18n/locale.svelte.ts';
import { cardOf, outcomeOf } from '../testing/cards.fixture.ts';
import Verdict from './Verdict.svelte';

function shown(more: Partial<Outcome>, gaveUp = false): string {
  const { container } = render(Verdict, { outcome: outcomeOf(cardOf('typed'), more), marked: false, gaveUp });
  return (container.textContent ?? '').replace(/\s+/g, ' ').trim();
}
beforeEach(() => locale.use('en'));

describe('a verdict', () => {
  it('says what it was counted as', () => {
    expect(shown({ verdict: 'right', grade: 2 })).toMatch('✓ Right Counted as Hard.');
    expect(shown({ verdict: 'close', grade: 1 })).toMatch('≈ Nearly Counted as Again.');
  });

  it('after a near miss: that nothing is counted yet, and where something is missing, not what', () => {
    const difference = [
      { kind: 'same' as const, text: 'Tashk' },
      { kind: 'missing' as const, text: '__' },
      { kind: 'same' as const, text: 't' },
    ];
    expect(shown({ verdict: 'close', tryAgain: true, grade: null, difference })).toBe(
      '≈ Nearly: try once more Nothing is counted yet. Right this time counts as Hard. Tashk 2 letters missing __t',
    );
    expect(screen.getByText('__').getAttribute('aria-hidden')).toBe('true');
  });

  it('of the same text again, and of what can not be read: nothing was counted', () => {
    expect(shown({ verdict: 'close', tryAgain: true, grade: null, note: 'unchanged' })).toMatch(
      'Nothing was counted. Change something',
    );
    expect(shown({ verdict: 'wrong', tryAgain: true, grade: null, note: 'not-a-date' })).toBe(
      '? That could not be read Nothing was counted. That could not be read as a date.',
    );
  });

  it('of "I don\'t know": the answer, counted as Again, and no word of wrong', () => {
    const text = shown({ verdict: 'wrong', score: 0, grade: 1 }, true);
    expect(text).toMatch('• Not known Counted as Again. Answer: the answer');
    expect(text).not.toMatch('Wrong');
  });
});
