import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../domain/history/events.ts';
import { eventRefOf, parseCardId } from '../../../domain/ids.ts';
import { broughtJournal, type BroughtBody } from '../brought.fixture.ts';
import { broughtDevice } from './brought-journal.ts';
import { stretchOf } from './journal-index.ts';
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
    source: fc.oneof(text, fc.constant('usual')),
    mode: fc.constantFrom('review', 'practice', 'exam'),
    more: fc.record(
      {
        ...{
          schedule: fc.constant({ learningStepsMin: [1, 15] }),
          course: text,
          parameters: fc.constant(`${DEVICE}:2`),
        },
        ...{ verdict: fc.constant('right'), sure: fc.boolean(), response: text, timeCapS: fc.constant(90) },
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  })
  .map(({ card, prev, memory: kept, source, mode, more: { schedule, course, parameters, ...given } }): EventBody => {
    const body = {
      ...{ type: 'review', card: parseCardId(`deck/${card}`), prev: prev && eventRefOf(DEVICE, prev), mode },
      ...{ grade: 3, memory: kept, retention: 0.9, rolloverHour: 4, elapsedMs: 5_000.5, ...given },
      ...(schedule && { schedule }),
      ...(parameters && { parameters }),
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
    const event = fc
      .record({
        at: fc.nat(),
        utcOffsetMin: fc.integer({ min: -720, max: 840 }),
        body: fc.oneof(review, change),
      })
      .map((one) => ({
        ...one,
        body:
          'source' in one.body && one.body.source === 'usual' ? { ...one.body, source: `anki:${one.at}` } : one.body,
      }));
    fc.assert(
      fc.property(
        event,
        fc.array(event, { maxLength: 200 }),
        fc.boolean(),
        (told: BroughtBody, events: BroughtBody[], isTakenOften) => {
          const { bytes, brought } = broughtJournal(DEVICE, told, events, isTakenOften);
          const expected = [told, ...events].map(({ at, utcOffsetMin, body }, i) => {
            const stamp = { v: 1, device: DEVICE, seq: i + 1, at, order: i === 0 ? 0 : at, utcOffsetMin, batch: 1 };
            return encodeLine({ ...stamp, ...body, ...(i < events.length && { more: true }) } as never);
          });
          expect(bytes.toString()).toBe(Buffer.concat(expected).toString());
          const { covered } = brought;
          expect([covered.seq, covered.files[0]!.end]).toEqual([expected.length, bytes.length]);
          let begin = 0;
          for (const [i, line] of expected.entries()) {
            const { from, to } = stretchOf(covered, i + 1)!;
            expect(from <= begin && begin + line.length <= to).toBe(true);
            begin += line.length;
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are whole, however long one of them is', () => {
    const cards = (length: number) => Array.from({ length }, (_, i) => parseCardId(`deck/${i}`));
    const events = [1, 60_000, 2, 3].map((length): BroughtBody => ({
      ...{ at: 1, utcOffsetMin: 0 },
      body: { type: 'card', cards: cards(length), change: { flag: 1 } },
    }));
    const told: BroughtBody = { at: 2, utcOffsetMin: 0, body: { type: 'import', id: DEVICE, set: { name: 'a' } } };
    const lines = broughtJournal(DEVICE, told, events).bytes.toString().split('\n').slice(0, -1);
    expect(lines.length).toBe(5);
    for (const line of lines) expect(decodeLine(Buffer.from(line), 0, Buffer.byteLength(line))).not.toBeNull();
  });
});
