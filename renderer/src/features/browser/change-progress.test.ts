import { screen } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { failing } from '../../testing/host.fixture.ts';
import { focusGrid, freshPage, openBrowser } from './open-browser.fixture.ts';

beforeEach(freshPage);

it('a change that takes its time shows how far it is, and can be ended', async () => {
  let end: (failed: boolean) => void = () => undefined;
  const ended = new Promise<boolean>((resolve) => (end = resolve));
  const { user, calls } = await openBrowser({
    'card.change': async () =>
      (await ended) ? failing('cancelled') : { cards: 1, notes: 1, leftAlone: [], ref: null },
    'card.changing': () => ({ work: { done: 0.4, canEnd: true } }),
    'card.cancel': () => {
      end(true);
      return { done: true };
    },
  });
  focusGrid();
  await user.keyboard('xs');
  expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('40');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(calls('card.cancel')).toHaveLength(1);
  expect(await screen.findByText(/^Nothing was changed/)).toBeTruthy();
  expect(screen.queryByRole('progressbar')).toBeNull();
});
