import { screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { ALL, field, focusGrid, freshPage, openBrowser } from './open-browser.fixture.ts';

beforeEach(freshPage);

it('find and replace shows each change before it makes it', async () => {
  const { user, last } = await openBrowser({
    'card.replacements': ({ replacement }) => ({
      ...{ notes: 1, fields: 1, leftAlone: [] },
      rows: [
        {
          ...{ noteId: 'anki/word-0', cardId: ALL[0]!.cardId, field: 'Front', nth: null, language: null },
          ...{ before: 'the cat', after: `the ${replacement.replace}` },
        },
      ],
    }),
  });
  focusGrid();
  await user.keyboard('h');
  await user.type(await screen.findByLabelText('Find'), 'cat');
  await user.type(screen.getByLabelText('Replace by'), 'dog');
  await waitFor(() => expect(screen.getByRole('list', { name: 'Changes' }).textContent).toMatch(/cat.*dog/));
  await user.click(screen.getByRole('button', { name: 'Replace in 1 field' }));
  await screen.findByText('2 notes changed.');
  expect(last('card.change')).toMatchObject({
    of: { cardIds: ['anki/word-0#0'] },
    change: { what: 'replace', find: 'cat', replace: 'dog', isRegex: false, isCaseSensitive: false },
  });
});

it('the notes of chosen cards are exported, with what is lost told before', async () => {
  const { user, last } = await openBrowser({
    'library.losses': () => ({
      ...{ notes: 2, cards: 3, formats: ['apkg' as const], proposed: '/home/me/Food.apkg' },
      losses: [{ code: 'media' as const, count: 4 }],
    }),
    'library.export': ({ path }) => ({
      ...{ path, bytes: 2_000, notes: 2, leftOut: 0, cards: 3, reviews: 0, media: 0 },
    }),
  });
  focusGrid();
  await user.keyboard('xx{Shift>}{ArrowDown}{/Shift}');
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('button', { name: 'Export …' }));
  expect(await screen.findByText(/^2 notes, 3 cards/)).toBeTruthy();
  expect(screen.getByText('Pictures and sounds stay here: 4')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(await screen.findByText(/^✓ \/home\/me\/Food\.apkg/)).toBeTruthy();
  expect(last('library.export')).toMatchObject({ of: { cardIds: ['anki/word-0#0', 'anki/word-1#0'] }, format: 'apkg' });
});

it('all that the search finds can be reviewed', async () => {
  const { user } = await openBrowser();
  await user.type(field(), 'word{Enter}');
  await waitFor(() =>
    expect(screen.getByRole('link', { name: 'Review these' }).getAttribute('href')).toBe(
      `#/ask/review/${encodeURIComponent('{"query":"word"}')}`,
    ),
  );
});
