import { parseEventRef, parseCardId } from '../ids.ts';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../study/study-day.ts';
import type { EventBody, JournalEvent } from './events.ts';
import { replay } from './replay.ts';
import { changedSpans, daysAhead, eventsIn, inTime } from './stamped-ahead.ts';
import { voidedBy, negationOf } from './voided.ts';

const AT = Date.parse('2035-06-01T20:00+07:00');
const event = (seq: number, body: EventBody, at = AT): JournalEvent => ({
  ...{ v: 1, device: 'laptop', seq, at, order: AT + seq, utcOffsetMin: 420 },
  ...body,
});
const span = { device: 'laptop', from: 2, to: 4, days: 3287 };
const bury = (seq: number, buriedUntilDay: number) =>
  event(seq, { type: 'card', cards: [parseCardId('a')], change: { buriedUntilDay } });
const voidedOf = (...events: JournalEvent[]) =>
  voidedBy(events.map(negationOf).filter((negation) => negation !== null));

describe('events that were stamped ahead', () => {
  it('count so many days earlier, from the first to the last that is named', () => {
    const place = (seq: number) => event(seq, { type: 'place', course: 'c', lesson: 'l', section: 's' });
    const ats = [1, 2, 4, 5].map((seq) => inTime(place(seq), { spans: [span] }).at);
    expect(ats).toEqual([AT, AT - 3287 * DAY_MS, AT - 3287 * DAY_MS, AT]);
    expect(inTime({ ...place(2), device: 'phones' }, { spans: [span] }).at).toBe(AT);
  });

  it('named twice count by the larger number, whichever was said first', () => {
    const more = { ...span, days: 3290 };
    expect([
      daysAhead({ device: 'laptop', seq: 3 }, [span, more]),
      daysAhead({ device: 'laptop', seq: 3 }, [more, span]),
    ]).toEqual([3290, 3290]);
  });

  it('put a card off to a day as much earlier; that it is not put off any more stays so', () => {
    expect(inTime(bury(3, 23_900), { spans: [span] })).toMatchObject({ change: { buriedUntilDay: 23_900 - 3287 } });
    expect(inTime(bury(3, 0), { spans: [span] })).toMatchObject({ change: { buriedUntilDay: 0 } });
  });

  it('are where they were once what was said is taken back, and again where that is taken back', () => {
    const said = event(5, { type: 'clock', spans: [span] }, AT - 3287 * DAY_MS);
    const undo = event(6, { type: 'undo', of: [parseEventRef('laptop:5')] }, AT - 3287 * DAY_MS);
    const undoUndo = event(7, { type: 'undo', of: [parseEventRef('laptop:6')] }, AT - 3287 * DAY_MS);
    expect(voidedOf(said).spans).toEqual([span]);
    expect(voidedOf(said, undo).spans).toEqual([]);
    expect(voidedOf(said, undo, undoUndo).spans).toEqual([span]);
    const until = (...more: JournalEvent[]) =>
      replay([[bury(3, 23_900), ...more]]).cards.get(parseCardId('a'))?.buriedUntilDay;
    expect([until(), until(said), until(said, undo), until(said, undo, undoUndo)]).toEqual([
      23_900,
      23_900 - 3287,
      23_900,
      23_900 - 3287,
    ]);
  });

  it('are counted, and what changed is told', () => {
    expect(eventsIn([span, { ...span, from: 9, to: 9 }, { ...span, from: 9, to: 8 }])).toBe(4);
    const other = { ...span, days: 1 };
    expect(changedSpans([span, other], [other])).toEqual([span]);
    expect(changedSpans([], [span])).toEqual([span]);
    expect(changedSpans([span], [span])).toEqual([]);
  });
});
