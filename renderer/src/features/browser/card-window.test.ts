import { describe, expect, it } from 'vitest';
import { hostOf } from '../../testing/answering-host.fixture.ts';
import { rowOf } from './browser-page.fixture.ts';
import { CardWindow } from './card-window.svelte.ts';

const TOTAL = 100_000;
type Asked = { readonly query: string; readonly offset: number; readonly limit: number };
const listing = (query: string) => ({ query, sort: { by: 'taught', descending: false } }) as const;

function windowOf(total = TOTAL) {
  const { call, asked } = hostOf({
    'card.list': ({ offset, limit, query }: Asked) =>
      query === 'bad'
        ? new Error('bad-query')
        : {
            ...{ total, today: 1 },
            rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => rowOf(offset + at)),
          },
  });
  return { cards: new CardWindow(call), offsets: () => asked.map(([, input]) => (input as Asked).offset) };
}

describe('the cards of a search', () => {
  it('are read as they come in sight, each once', async () => {
    const { cards, offsets } = windowOf();
    await cards.show(listing(''));
    cards.see(190, 230, 0);
    cards.see(195, 235, 0);
    await expect.poll(() => cards.row(231)?.front.en).toBe('word 231');
    expect(cards.row(400)).toBeNull();
    expect(offsets()).toEqual([0, 100, 200]);
  });

  it('keep the row the learner is at, however far they look, and let go of what lies between', async () => {
    const { cards, offsets } = windowOf();
    await cards.show(listing(''));
    for (let from = 0; from < TOTAL; from += 9_950) {
      cards.see(from, from + 40, 5);
      await expect.poll(() => cards.row(from)).not.toBeNull();
    }
    expect(cards.row(5)?.front.en).toBe('word 5');
    expect(cards.row(9_950)).toBeNull();
    const before = offsets().length;
    cards.see(99_500, 99_540, 5);
    expect(offsets()).toHaveLength(before);
  });

  it('stay as they are while the next search is wrong', async () => {
    const { cards } = windowOf(3);
    await cards.show(listing(''));
    expect(await cards.show(listing('bad'))).toBe(false);
    expect([cards.error, cards.total, cards.listing?.query]).toEqual(['bad-query', 3, '']);
  });
});
