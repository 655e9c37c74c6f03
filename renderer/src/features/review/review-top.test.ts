import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../i18n/locale.svelte.ts';
import ReviewTop from './ReviewTop.svelte';

const show = (counts: { done: number; left: number; repeats: number }) =>
  render(ReviewTop, {
    progress: { ...counts, learning: 0, review: 0, new: counts.left },
    busy: false,
    onundo: () => undefined,
    onkeys: () => undefined,
  });

beforeEach(() => locale.use('en'));

describe('how far a session is', () => {
  it('says how many answered cards come back, beside the count of all', () => {
    show({ done: 31, left: 0, repeats: 5 });
    expect(screen.getByText('31 / 31')).toBeTruthy();
    expect(screen.getByText('5 come back')).toBeTruthy();
  });

  it('names one in the singular', () => {
    show({ done: 3, left: 4, repeats: 1 });
    expect(screen.getByText('1 comes back')).toBeTruthy();
  });

  it('says it in Thai', () => {
    locale.use('th');
    show({ done: 3, left: 4, repeats: 1 });
    expect(screen.getByText('กลับมาอีก 1 ข้อ')).toBeTruthy();
  });

  it('says nothing of it when none comes back', () => {
    show({ done: 3, left: 4, repeats: 0 });
    expect(screen.queryByText(/come/)).toBeNull();
  });
});
