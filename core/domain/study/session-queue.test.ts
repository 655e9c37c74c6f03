import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCardId, type CardId } from '../ids.ts';
import { LEARN_AHEAD_MS, SessionQueue, type WantedFrom } from './session-queue.ts';

const NOW = 1_700_000_000_000;
const all = () => 0;
const none: ReadonlySet<CardId> = new Set();
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const waiting = (cardId: string, inMs: number) => ({ cardId: parseCardId(cardId), due: NOW + inMs });

interface Cards {
  learning: ConstructorParameters<typeof SessionQueue>[0]['learning'];
  review: string[];
  fresh: string[];
}
const queueOf = ({ learning, review, fresh }: Cards) =>
  new SessionQueue({ learning, review: review.map(parseCardId), fresh: fresh.map(parseCardId) });

/** Answers every card as it comes, without any coming back. */
function drain(queue: SessionQueue, now = NOW, wantedFrom: WantedFrom = all): CardId[] {
  const shown: CardId[] = [];
  for (let card = queue.next(now, wantedFrom); card !== null; card = queue.next(now, wantedFrom)) {
    shown.push(card);
    queue.answered(card, null);
  }
  return shown;
}

describe('SessionQueue', () => {
  it('shows learning cards that are due first, the longest due before the others', () => {
    const queue = queueOf({
      learning: [waiting('l2', -1), waiting('l1', -5), waiting('l3', 0)],
      review: ['r0', 'r1'],
      fresh: [],
    });
    expect(drain(queue)).toEqual(['l1', 'l2', 'l3', 'r0', 'r1']);
  });

  it('keeps reviews and new cards in the order they came', () => {
    const shown = drain(queueOf({ learning: [], review: names('r', 30), fresh: names('f', 10) }));
    expect(shown.filter((card) => card.startsWith('r'))).toEqual(names('r', 30));
    expect(shown.filter((card) => card.startsWith('f'))).toEqual(names('f', 10));
  });

  it('begins with a review and spreads the new cards evenly among the rest', () => {
    const shown = drain(queueOf({ learning: [], review: names('r', 40), fresh: names('f', 10) }));
    expect(shown[0]).toBe('r0');
    const places = shown.flatMap((card, index) => (card.startsWith('f') ? [index] : []));
    const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4);
  });

  it('shows only new cards where there are no reviews, and the other way round', () => {
    expect(drain(queueOf({ learning: [], review: [], fresh: names('f', 3) }))).toEqual(names('f', 3));
    expect(drain(queueOf({ learning: [], review: names('r', 3), fresh: [] }))).toEqual(names('r', 3));
  });

  it('shows a learning card early only when nothing else is left, and not too early', () => {
    const queue = queueOf({
      learning: [waiting('soon', LEARN_AHEAD_MS), waiting('late', LEARN_AHEAD_MS + 1)],
      review: ['r0'],
      fresh: [],
    });
    expect(drain(queue)).toEqual(['r0', 'soon']);
    expect(queue.counts(none)).toMatchObject({ left: 1, learning: 1 });
    expect(queue.next(NOW + 1, all)).toBe('late');
  });

  it('shows the same card until it is answered, whatever becomes due meanwhile', () => {
    const queue = queueOf({ learning: [waiting('l', 1000)], review: ['r0', 'r1'], fresh: [] });
    expect(queue.next(NOW, all)).toBe('r0');
    expect(queue.next(NOW + 5000, all)).toBe('r0');
    queue.answered(parseCardId('r0'), null);
    expect(queue.next(NOW + 5000, all)).toBe('l');
  });

  it('brings a card back when its step is over, in the order of the steps', () => {
    const queue = queueOf({ learning: [], review: names('r', 3), fresh: [] });
    queue.next(NOW, all);
    queue.answered(parseCardId('r0'), NOW + 10 * 60_000);
    queue.next(NOW, all);
    queue.answered(parseCardId('r1'), NOW + 60_000);
    // Not straight after itself, while another is there.
    expect(queue.next(NOW + 60_000, all)).toBe('r2');
    queue.answered(parseCardId('r2'), null);
    expect(queue.next(NOW + 60_000, all)).toBe('r1');
    queue.answered(parseCardId('r1'), null);
    expect(queue.next(NOW + 60_000, all)).toBe('r0');
  });

  it('drops cards that are not wanted any more, the one on show too', () => {
    const queue = queueOf({ learning: [waiting('l', 0)], review: ['r0', 'r1'], fresh: ['f0'] });
    expect(queue.next(NOW, all)).toBe('l');
    expect(drain(queue, NOW, (card) => (card === 'r1' ? 0 : null))).toEqual(['r1']);
    expect(queue.counts(none).left).toBe(0);
  });

  it('puts an answered card back on show; the one that was on show comes after it', () => {
    const queue = queueOf({ learning: [], review: ['r0', 'r1', 'r2'], fresh: [] });
    queue.next(NOW, all);
    queue.answered(parseCardId('r0'), NOW + 60_000);
    expect(queue.next(NOW, all)).toBe('r1');
    queue.showNext(parseCardId('r0'));
    expect(queue.counts(none)).toMatchObject({ done: 0, left: 3, repeats: 0 });
    expect(drain(queue)).toEqual(['r0', 'r1', 'r2']);
  });

  it('takes an answer to a card that is not on show (asked inside a lesson), and does not ask it again', () => {
    const queue = queueOf({ learning: [], review: [], fresh: names('f', 4) });
    expect(queue.next(NOW, all)).toBe('f0');
    queue.answered(parseCardId('f2'), null);
    expect(queue.next(NOW, all)).toBe('f0');
    queue.answered(parseCardId('f0'), null);
    expect(drain(queue)).toEqual(['f1', 'f3']);
    expect(queue.counts(none)).toEqual({ done: 0, left: 0, repeats: 0, learning: 0, review: 0, new: 0 });
  });

  it('shows every card once and counts right, however the cards are mixed', () => {
    const sizes = fc.record({ learning: fc.nat(8), review: fc.nat(30), fresh: fc.nat(30) });
    fc.assert(
      fc.property(sizes, ({ learning, review, fresh }) => {
        const cards = {
          learning: names('l', learning).map((card) => waiting(card, 0)),
          review: names('r', review),
          fresh: names('f', fresh),
        };
        const queue = queueOf(cards);
        const total = learning + review + fresh;
        expect(queue.counts(none)).toEqual({ done: 0, left: total, repeats: 0, learning, review, new: fresh });
        const shown = drain(queue);
        expect([...shown].sort()).toEqual(
          [...names('l', learning), ...names('r', review), ...names('f', fresh)].sort(),
        );
        expect(queue.counts(new Set(shown))).toEqual({
          done: total,
          left: 0,
          repeats: 0,
          learning: 0,
          review: 0,
          new: 0,
        });
      }),
    );
  });

  it('counts the card on show among those left', () => {
    const queue = queueOf({ learning: [], review: ['r0', 'r1'], fresh: ['f0'] });
    queue.next(NOW, all);
    expect(queue.counts(none)).toEqual({ done: 0, left: 3, repeats: 0, learning: 0, review: 1, new: 1 });
  });

  it('leaves the lists it was made from alone', () => {
    const cards = { learning: [waiting('l', 5)], review: ['r0'], fresh: ['f0'] };
    const before = structuredClone(cards);
    const queue = queueOf(cards);
    queue.answered(parseCardId('f0'), NOW);
    drain(queue);
    expect(cards).toEqual(before);
  });
});

describe('a failed card is not asked straight back while others wait', () => {
  it('two in their steps take turns, though one is due first', () => {
    const queue = queueOf({ learning: [waiting('a', 60_000), waiting('b', 600_000)], review: [], fresh: [] });
    const shown = [0, 1, 2, 3, 4].map(() => {
      const card = queue.next(NOW, all)!;
      queue.answered(card, NOW + (card === 'a' ? 60_000 : 600_000));
      return card;
    });
    expect(shown).toEqual(['a', 'b', 'a', 'b', 'a']);
  });

  it('the last one left is asked again, and not before others that come later than the learn-ahead time', () => {
    const late = LEARN_AHEAD_MS + 120_000;
    const queue = queueOf({ learning: [waiting('a', 0), waiting('late', late)], review: [], fresh: [] });
    queue.answered(queue.next(NOW, all)!, NOW + 60_000);
    expect(queue.next(NOW, all)).toBe('a');
  });

  it('never twice in a row while another is available, whatever is answered how and when', () => {
    const LONG = process.env['JAMDAI_LONG'] ? 5_000 : 300;
    const ids = [...names('l', 3), ...names('r', 3), ...names('f', 3)];
    const step = fc.record({ again: fc.constantFrom(null, 60_000, 600_000, 1_500_000), wait: fc.nat(120_000) });
    fc.assert(
      fc.property(fc.subarray(ids), fc.array(step, { maxLength: 40 }), (cards, steps) => {
        const of = (kind: string) => cards.filter((id) => id.startsWith(kind));
        const queue = queueOf({
          learning: of('l').map((id) => waiting(id, 60_000)),
          review: of('r'),
          fresh: of('f'),
        });
        // The model: from when on each card can be shown at all.
        const open = new Map(cards.map((id) => [id, id.startsWith('l') ? NOW + 60_000 - LEARN_AHEAD_MS : 0]));
        let [now, last] = [NOW, ''];
        for (const { again, wait } of steps) {
          now += wait;
          const available = [...open].filter(([, from]) => from <= now).map(([id]) => id);
          const shown = queue.next(now, all);
          if (available.length === 0) expect(shown).toBeNull();
          else expect(available).toContain(shown);
          if (shown === null) continue;
          if (available.length > 1) expect(shown).not.toBe(last);
          queue.answered(shown, again === null ? null : now + again);
          if (again === null) open.delete(shown);
          else open.set(shown, now + again - LEARN_AHEAD_MS);
          last = shown;
        }
      }),
      { numRuns: LONG },
    );
  });
});

describe('a card that was answered elsewhere', () => {
  it('waits for the end of its learning step, also when it is on show', () => {
    const queue = queueOf({ learning: [], review: [], fresh: ['f0', 'f1'] });
    const step = NOW + 600_000;
    expect(queue.next(NOW, all)).toBe('f0');
    const elsewhere = (id: string) => (id === 'f0' ? step : 0);
    expect(queue.next(NOW, elsewhere)).toBe('f1');
    queue.answered(parseCardId('f1'), null);
    expect(queue.next(step, elsewhere)).toBe('f0');
  });

  it('is shown early where nothing else is left, and then stays on show', () => {
    const queue = queueOf({ learning: [], review: ['r0'], fresh: [] });
    const elsewhere = () => NOW + 600_000;
    expect(queue.next(NOW, elsewhere)).toBe('r0');
    expect(queue.next(NOW + 1000, elsewhere)).toBe('r0');
    expect(queue.next(NOW + 1000, () => NOW + LEARN_AHEAD_MS + 5000)).toBeNull();
    expect(queue.next(NOW + 5000, () => NOW + LEARN_AHEAD_MS + 5000)).toBe('r0');
  });
});

describe('undo of a suspended card', () => {
  it('brings a card that was suspended during the session back, as the next one', () => {
    const queue = queueOf({ learning: [], review: ['a', 'b'], fresh: [] });
    expect(queue.next(0, all)).toBe('a');
    expect(queue.next(0, (cardId) => (cardId === 'a' ? null : 0))).toBe('b');
    queue.showNextIfDropped(parseCardId('a'));
    expect(queue.next(0, all)).toBe('a');
    expect(queue.counts(none)).toMatchObject({ done: 0, left: 2 });
  });

  it('leaves a session alone that never met the card', () => {
    const queue = queueOf({ learning: [], review: ['a'], fresh: [] });
    queue.showNextIfDropped(parseCardId('b'));
    expect(queue.next(0, all)).toBe('a');
    expect(queue.counts(none).left).toBe(1);
  });
});
