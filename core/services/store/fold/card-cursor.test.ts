import { expect, it } from 'vitest';
import { cursorOf, noFigures, type CardFigures } from '../../../domain/card-rows.ts';
import { parseCardId } from '../../../domain/ids.ts';
import { UNTOUCHED, type CardState } from '../../../domain/progress.ts';
import { CardTable } from './card-table.ts';

const memory = {
  ...{ phase: 'review' as const, due: 9, stabilityDays: 8, difficulty: 7, intervalDays: 6, step: 0 },
  ...{ reps: 5, lapses: 4, lastReview: 3, lastDay: 2 },
};
const STATES: Readonly<Record<string, CardState>> = {
  untouched: UNTOUCHED,
  new: { ...UNTOUCHED, introducedAt: 77, flag: 3, marked: true, buriedUntilDay: 20_000 },
  known: { ...UNTOUCHED, introducedAt: 1, daysRight: 2, suspended: true, memory },
};
const FIELDS = Object.keys(noFigures()) as (keyof CardFigures)[];

it('a cursor over rows and one over objects show the same of every card, and of one that is not there what no state has', () => {
  const table = new CardTable();
  const objects = new Map(Object.entries(STATES).map(([name, state]) => [parseCardId(name), state]));
  for (const [id, state] of objects) table.states.set(id, state);
  // Of this one nothing but a trail is known.
  table.ids.add(parseCardId('trail'));
  const [rows, plain] = [cursorOf(table.states), cursorOf(objects)];
  for (const name of ['known', 'missing', 'new', 'trail', 'untouched', 'known']) {
    const id = parseCardId(name);
    expect([rows.seek(id), plain.seek(id)]).toEqual([name in STATES, name in STATES]);
    const isNew = rows.phase === null;
    for (const field of FIELDS) {
      // Fields of the memory mean nothing where there is none.
      if (isNew && field in memory && field !== 'phase') continue;
      expect([name, field, rows[field]]).toEqual([name, field, plain[field]]);
      if (!(name in STATES)) expect(rows[field]).toEqual(noFigures()[field]);
    }
  }
});
