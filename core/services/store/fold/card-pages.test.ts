import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import { UNTOUCHED, type CardState } from '../../../domain/progress.ts';
import { PAGE_ROWS } from './card-pages.ts';
import { CardTable } from './card-table.ts';

/** More cards than two pages hold. */
const CARDS = PAGE_ROWS * 2 + 3;
const cardName = (i: number) => `csto/${i}`;
const stateOf = (flag: number): CardState => ({ ...UNTOUCHED, flag, revision: flag });
const statesIn = (frozen: Iterable<{ id: string; state: CardState }>) =>
  new Map([...frozen].map(({ id, state }) => [id, state.flag]));

describe('cards that are frozen', () => {
  it('stay as they were while answers change them, however often they are frozen', () => {
    const Step = fc.oneof(
      { weight: 9, arbitrary: fc.tuple(fc.nat(CARDS - 1), fc.integer({ min: 1, max: 7 })) },
      { weight: 1, arbitrary: fc.constant('freeze' as const) },
    );
    fc.assert(
      fc.property(fc.array(Step, { maxLength: 60 }), (steps) => {
        const table = new CardTable();
        for (let i = 0; i < CARDS - 1; i++) table.states.set(parseCardId(cardName(i)), stateOf(0));
        const moments: [Iterable<{ id: string; state: CardState }>, Map<string, number>][] = [];
        for (const step of [...steps, 'freeze' as const]) {
          if (step === 'freeze') {
            const now = new Map([...table.states].map(([id, { flag }]) => [id, flag]));
            moments.push([table.freeze(), now]);
          } else table.states.set(parseCardId(cardName(step[0])), stateOf(step[1]));
        }
        for (const [frozen, then] of moments) expect(statesIn(frozen)).toEqual(then);
      }),
      { numRuns: 40 },
    );
  });

  it('know rows of which only a trail is', () => {
    const table = new CardTable();
    table.states.set(parseCardId('a'), stateOf(1));
    for (let i = 0; i < PAGE_ROWS * 3; i++) table.ids.add(parseCardId(cardName(i)));
    const frozen = table.freeze();
    expect([frozen.rows, frozen.states.known, [...frozen].length]).toEqual([PAGE_ROWS * 3 + 1, 1, 1]);
  });
});
