import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../domain/history/events.ts';
import { eventRefOf, parseCardId } from '../../../domain/ids.ts';
import { broughtDevice, broughtLines, type BroughtEvent } from './brought-journal.ts';
import { decodeLine, encodeLine } from './journal-line.ts';

const DEVICE = broughtDevice('test');
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const figure = fc.oneof(fc.nat(), fc.double({ min: 0.1, max: 30_000, noNaN: true }));
const memory = fc.record(
  {
    ...{ phase: fc.constantFrom('learning', 'review', 'relearning'), due: fc.nat(), stabilityDays: figure },
    ...{ difficulty: figure, intervalDays: fc.nat(9_999), step: fc.nat(3), reps: fc.nat(), lapses: fc.nat() },
    lastReview: fc.maxSafeInteger(),
  },
  { noNullPrototype: true },
);
const review = fc
  .record({
    card: text,
    prev: fc.option(fc.integer({ min: 1, max: 99 })),
    memory: fc.option(memory),
    source: text,
    more: fc.record(
      {
        ...{ schedule: fc.constant({ learningStepsMin: [1, 15] }), course: text },
        ...{ verdict: fc.constant('right'), sure: fc.boolean(), response: text, timeCapS: fc.constant(90) },
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  })
  .map(({ card, prev, memory: kept, source, more: { schedule, course, ...given } }): EventBody => {
    const body = {
      ...{ type: 'review', card: parseCardId(`deck/${card}`), prev: prev && eventRefOf(DEVICE, prev), mode: 'review' },
      ...{ grade: 3, memory: kept, retention: 0.9, rolloverHour: 4, elapsedMs: 5_000.5, ...given },
      ...(schedule && { schedule }),
      ...{ source, ...(course !== undefined && { course }) },
    };
    return body as unknown as EventBody;
  });
const change = text.map((card): EventBody => ({
  type: 'card',
  cards: [parseCardId(`deck/${card}`)],
  change: { flag: 1 },
}));

describe('lines of a brought journal', () => {
  it('are those that any event has, whatever is in it, and in the place that is told of each', () => {
    const event = fc.record({
      at: fc.nat(),
      utcOffsetMin: fc.integer({ min: -720, max: 840 }),
      body: fc.oneof(review, change),
    });
    fc.assert(
      fc.property(event, fc.array(event, { maxLength: 20 }), (told: BroughtEvent, events: BroughtEvent[]) => {
        const seen: (readonly [seq: number, offset: number, end: number])[] = [];
        const given = broughtLines(DEVICE, told, events, ({ seq }, offset, end) => seen.push([seq, offset, end]));
        const bytes = Buffer.concat([...given]);
        const expected = [told, ...events].map(({ at, utcOffsetMin, body }, i) => {
          const stamp = { v: 1, device: DEVICE, seq: i + 1, at, order: i === 0 ? 0 : at, utcOffsetMin, batch: 1 };
          return encodeLine({ ...stamp, ...body, ...(i < events.length && { more: true }) } as never);
        });
        expect(bytes.toString()).toBe(Buffer.concat(expected).toString());
        expect(seen.map(([seq]) => seq)).toEqual(expected.map((_, i) => i + 1));
        for (const [i, [, offset, end]] of seen.entries())
          expect(bytes.subarray(offset, end).equals(expected[i]!)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('are taken many at a time, however long one of them is', () => {
    const cards = (length: number) => Array.from({ length }, (_, i) => parseCardId(`deck/${i}`));
    const events = [1, 60_000, 2, 3].map((length): BroughtEvent => ({
      ...{ at: 1, utcOffsetMin: 0 },
      body: { type: 'card', cards: cards(length), change: { flag: 1 } },
    }));
    const told: BroughtEvent = { at: 2, utcOffsetMin: 0, body: { type: 'import', id: DEVICE, set: { name: 'a' } } };
    const blocks = [...broughtLines(DEVICE, told, events)];
    const lines = Buffer.concat(blocks).toString().split('\n').slice(0, -1);
    expect([blocks.length, lines.length]).toEqual([2, 5]);
    for (const line of lines) expect(decodeLine(Buffer.from(line), 0, Buffer.byteLength(line))).not.toBeNull();
  });
});
