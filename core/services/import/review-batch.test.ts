import fc from 'fast-check';
import { expect, it } from 'vitest';
import { REVIEW_MODES } from '../../domain/history/event-schemas.ts';
import type { JournalEvent } from '../../domain/history/events.ts';
import { GRADES } from '../../domain/grade.ts';
import { PHASES } from '../../domain/study/schedule.ts';
import { broughtDevice, BroughtSequence } from '../store/journal/brought-journal.ts';
import type { BroughtReview } from '../store/journal/brought-review.ts';
import { parseCardId } from '../../domain/ids.ts';
import { ReviewPacker, ReviewUnpacker } from './review-batch.ts';

const DEVICE = broughtDevice('batches');
const figure = fc.double({ min: 0.1, max: 30_000, noNaN: true });
const memory = fc.record({
  ...{ phase: fc.constantFrom(...PHASES), due: fc.nat(), stabilityDays: figure, difficulty: figure },
  ...{ intervalDays: fc.nat(), step: fc.nat(3), reps: fc.nat(), lapses: fc.nat(), lastReview: fc.maxSafeInteger() },
});
const SCHEDULES = [{ learningStepsMin: [1, 15] }, { maximumIntervalDays: 90 }, undefined];
const review = fc.record({
  ...{ device: fc.constant(DEVICE), type: fc.constant('review'), seq: fc.nat(), at: fc.nat(), order: fc.nat() },
  ...{ utcOffsetMin: fc.integer({ min: -720, max: 840 }), prevSeq: fc.nat(), mode: fc.constantFrom(...REVIEW_MODES) },
  ...{ grade: fc.constantFrom(...GRADES), retention: fc.double({ min: 0.7, max: 0.99, noNaN: true }) },
  ...{ rolloverHour: fc.nat(23), elapsedMs: figure, schedule: fc.constantFrom(...SCHEDULES) },
  ...{ parameters: fc.constantFrom(`${DEVICE}:2`, undefined), source: fc.constantFrom('mnemosyne:1', 'x', null) },
  ...{ course: fc.constantFrom('deck-1', 'deck-2', undefined), memory: fc.option(memory) },
});
const CARDS = [0, 1, 1_023, 1_024, 5_000];
const given = fc.oneof(
  { arbitrary: fc.tuple(fc.constantFrom(...CARDS), review), weight: 5 },
  {
    arbitrary: fc.nat(7).map((flag): JournalEvent => {
      const change = { type: 'card', cards: [parseCardId('deck/one')], change: { flag } } as const;
      return new BroughtSequence(DEVICE, 420).event(flag, change);
    }),
    weight: 1,
  },
);

it('what is packed comes out as it was, in its order, in however many batches it goes', () => {
  fc.assert(
    fc.property(fc.array(given, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (all, perBatch) => {
      const packer = new ReviewPacker();
      const unpacker = new ReviewUnpacker(DEVICE);
      const [expected, out]: [unknown[], unknown[]] = [[], []];
      let spare: Float64Array<ArrayBuffer> | undefined;
      const pass = () => {
        const batch = structuredClone(packer.take(spare));
        unpacker.unpack(batch, {
          add: (event) => out.push(event),
          addReview: (one, card) => out.push([CARDS.indexOf(card), one]),
        });
        spare = batch.rows;
      };
      for (const [i, one] of all.entries()) {
        if (Array.isArray(one)) {
          const [card, plain] = one;
          const made = { ...plain, card: parseCardId(`deck/${card}`) } as unknown as BroughtReview;
          packer.addReview(made, card);
          expected.push(made);
        } else {
          packer.add(one);
          expected.push(one);
        }
        if (i % perBatch === 0) pass();
      }
      pass();
      expect(out.map((one) => (Array.isArray(one) ? (one as unknown[])[1] : one))).toEqual(expected);
    }),
  );
});

it('bug: what came after a batch was full was left out of it', () => {
  const packer = new ReviewPacker();
  const [one] = fc.sample(review, { numRuns: 1, seed: 1 });
  const made = (seq: number) => ({ ...one, seq, card: parseCardId(`deck/${seq}`) }) as unknown as BroughtReview;
  let seq = 0;
  while (!packer.isFull) packer.addReview(made(++seq), seq);
  for (const last = 3 * seq; seq < last;) packer.addReview(made(++seq), seq);
  const out: [number, string][] = [];
  new ReviewUnpacker(DEVICE).unpack(packer.take(), {
    add: () => undefined,
    addReview: (each) => out.push([each.seq, each.card]),
  });
  expect(out).toEqual(Array.from({ length: seq }, (_, i) => [i + 1, `deck/${i + 1}`]));
});

it('a batch is full in time, and its memory is used again', () => {
  const packer = new ReviewPacker();
  const [one] = fc.sample(review, { numRuns: 1, seed: 1 });
  const made = { ...one, card: parseCardId('deck/1') } as unknown as BroughtReview;
  let count = 0;
  for (; !packer.isFull; count++) packer.addReview(made, 1);
  const { rows } = packer.take();
  expect(rows.length % count).toBe(0);
  packer.addReview(made, 1);
  packer.take(rows);
  packer.addReview(made, 1);
  expect(packer.take().rows).toBe(rows);
});
