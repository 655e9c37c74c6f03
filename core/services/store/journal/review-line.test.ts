import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REVIEW_MODES } from '../../../domain/history/event-schemas.ts';
import { readEvent } from '../../../domain/history/read-event.ts';
import { mutationsOf } from '../torture/mutations.fixture.ts';
import { readReview } from './review-line.ts';

const ref = fc.tuple(fc.constantFrom('aaaaaa', 'bbbbbb'), fc.nat()).map(([device, seq]) => `${device}:${seq}`);
const figure = fc.oneof(
  fc.nat(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 40_000, noNaN: true }).map((x) => Number(x.toFixed(8))),
);
const memory = fc.record(
  {
    ...{
      phase: fc.constantFrom('learning', 'review', 'relearning'),
      due: figure,
      stabilityDays: figure,
      difficulty: figure,
    },
    ...{ intervalDays: figure, step: figure, reps: figure, lapses: figure, lastReview: figure },
  },
  { noNullPrototype: true },
);
const common = fc.record(
  {
    ...{
      v: fc.constant(1),
      device: fc.constantFrom('aaaaaa', 'bbbbbb', 'ccc"ccc'),
      seq: fc.nat(),
      at: figure,
      order: figure,
      utcOffsetMin: fc.integer({ min: -840, max: 840 }),
    },
    ...{
      type: fc.constant('review'),
      card: fc.oneof(fc.constant('csto/gl-name'), fc.string({ unit: 'grapheme' })),
      prev: fc.option(ref),
      mode: fc.constantFrom(...REVIEW_MODES),
    },
    ...{
      grade: fc.integer({ min: 1, max: 4 }),
      memory: fc.option(memory),
      retention: figure,
      rolloverHour: fc.nat(23),
      elapsedMs: figure,
    },
  },
  { noNullPrototype: true },
);
const inBatch = fc.option(
  fc.record({ batch: figure, more: fc.constant(true) }, { requiredKeys: ['batch'], noNullPrototype: true }),
);
const steps = fc.oneof(fc.integer({ min: 1, max: 1440 }), figure);
const end = fc.record(
  {
    verdict: fc.constantFrom('right', 'wrong', 'close', 'partial'),
    response: fc.record({ text: fc.string({ unit: 'grapheme' }) }, { noNullPrototype: true }),
    corrects: ref,
    sure: fc.boolean(),
    parameters: ref,
    source: fc.string({ unit: 'grapheme', maxLength: 101 }),
    course: fc.string({ unit: 'grapheme' }),
    more: fc.constant(true),
    schedule: fc.record(
      {
        learningStepsMin: fc.array(steps, { maxLength: 11 }),
        relearningStepsMin: fc.array(steps),
        maximumIntervalDays: figure,
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** What is read of a text, as a line has it: in the middle of other bytes, the brace at its end replaced by the seal. */
function read(json: string) {
  const bytes = Buffer.from(`xx${json.slice(0, -1)},"crc":"89abcdef"}\n`);
  return readReview(bytes, 2, bytes.length - 19);
}

const EXAMPLE = {
  ...{
    v: 1,
    device: 'aaaaaa',
    seq: 7,
    at: 1_764_000_000_000,
    order: 1_764_000_000_000,
    utcOffsetMin: -180,
    type: 'review',
    card: 'csto/gl-name',
    prev: 'aaaaaa:3',
    mode: 'learn',
    grade: 3,
  },
  memory: {
    phase: 'learning',
    due: 1_764_000_600_000,
    stabilityDays: 2.3065,
    difficulty: 2.11810397,
    intervalDays: 0,
    step: 1,
    reps: 1,
    lapses: 0,
    lastReview: 1_764_000_000_000,
  },
  ...{ retention: 0.9, rolloverHour: 4, elapsedMs: 5120, verdict: 'right', response: { text: 'องค์การ' } },
  ...{ sure: false, parameters: 'bbbbbb:2', schedule: { learningStepsMin: [1, 10.5], maximumIntervalDays: 365 } },
};

/** Reviews that came in with others: behind what was brought in goes what says so, before an answer of our own. */
const { verdict: _v, response: _r, sure: _s, parameters: _p, schedule: _h, type, card, ...ofEvent } = EXAMPLE;
const { v, device, seq, at, order, utcOffsetMin, ...ofReview } = ofEvent;
const stamp = { v, device, seq, at, order, utcOffsetMin };
const review = { type, card, ...ofReview };
const BROUGHT = [
  { ...stamp, batch: 1, ...review, source: 'anki:1718000000000', course: 'deck-กข', more: true },
  { ...stamp, batch: 7, ...review, source: 'anki:1718000000000' },
  { ...stamp, batch: 1, ...review, schedule: { maximumIntervalDays: 9 }, source: 'a', course: 'b', more: true },
  { ...stamp, batch: 1, more: true, ...review, verdict: 'right' },
  { ...stamp, batch: 1, ...review, more: true },
  { ...stamp, ...review, source: 'a', course: 'b' },
];

describe('the reader of reviews', () => {
  it('gives what JSON.parse gives, to the last bit, or nothing', () => {
    fc.assert(
      fc.property(common, inBatch, end, (event, together, rest) => {
        const { v, device, seq, at, order, utcOffsetMin, ...review } = event;
        const json = JSON.stringify({ v, device, seq, at, order, utcOffsetMin, ...together, ...review, ...rest });
        const found = read(json);
        if (found !== null) expect(JSON.stringify(found)).toBe(JSON.stringify(JSON.parse(json)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('takes nothing that the schema refuses, and of the lines the app writes all that it takes', () => {
    for (const { name, text } of [EXAMPLE, BROUGHT[0]!].flatMap((each) => mutationsOf(each))) {
      const found = read(text);
      const event = readEvent(JSON.parse(text));
      if (found !== null) expect(found, name).toEqual(event);
      const keys = Object.keys(JSON.parse(text) as object).join();
      const isLaidOut = [EXAMPLE, BROUGHT[0]!].some((each) => Object.keys(each).join() === keys);
      // Keys that are not known are left out of an event: that is the schema's work.
      const isStrange = text.includes('1e+308') || name === 'schedule: in an object';
      if (event !== null && isLaidOut && !isStrange) expect(found, name).not.toBeNull();
    }
    const near = fc.constantFrom(-1, 0, 0.5, 0.69, 0.7, 0.97, 0.98, 1, 4, 5, 10, 10.5, 23, 24, 1440, 1441, 86_400_001);
    const far = fc.constantFrom(...[2 ** 40, 2 ** 40 + 1, 253_402_300_799_999, 8.64e15, 8.65e15, 2 ** 53 - 1, 2 ** 53]);
    const names = [...Object.keys(EXAMPLE), ...Object.keys(EXAMPLE.memory)];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.oneof(near, far, figure), end, (name, value, rest) => {
        const { verdict: _v, response: _r, sure: _s, parameters: _p, schedule: _h, memory: inner, ...event } = EXAMPLE;
        const memory = name in inner ? { ...inner, [name]: value } : inner;
        const changed = { ...event, memory, retention: 0.9, rolloverHour: 4, elapsedMs: 5120, ...rest };
        const json = JSON.stringify(name in event ? { ...changed, [name]: value } : changed);
        const found = read(json);
        if (found !== null) expect(found).toEqual(readEvent(JSON.parse(json)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('takes the lines that the app writes', () => {
    const { verdict: _v, response: _r, sure: _s, parameters, schedule, ...graded } = EXAMPLE;
    for (const event of [
      EXAMPLE,
      graded,
      { ...graded, verdict: 'wrong' },
      { ...graded, prev: null, memory: null },
      { ...graded, corrects: 'aaaaaa:6' },
      { ...graded, verdict: 'right', parameters },
      { ...graded, parameters },
      { ...graded, verdict: 'wrong', schedule },
      { ...graded, sure: true },
      ...BROUGHT,
    ]) {
      expect(read(JSON.stringify(event))).toEqual(event);
    }
  });

  it.each([
    ['numbers JSON does not know', (json: string) => json.replace('"seq":7', '"seq":007')],
    ['a number without digits', (json: string) => json.replace('"seq":7', '"seq":-')],
    ['a point without digits', (json: string) => json.replace('"retention":0.9', '"retention":0.')],
    ['an unknown mode', (json: string) => json.replace('"learn"', '"dream"')],
    ['another type', (json: string) => json.replace('"type":"review"', '"type":"attempt"')],
    ['keys in another order', (json: string) => json.replace('"v":1,"device":"aaaaaa"', '"device":"aaaaaa","v":1')],
    ['a batch that begins behind it', (json: string) => json.replace('"type"', '"batch":8,"type"')],
    ['what goes on without a batch', (json: string) => json.replace('"verdict"', '"more":true,"verdict"')],
    ['an empty source', (json: string) => json.replace(/"verdict".*/, '"source":""}')],
    ['a source of another kind', (json: string) => json.replace(/"verdict".*/, '"source":7}')],
    [
      'a course that is too long',
      (json: string) => json.replace(/"verdict".*/, `"source":"a","course":"${'c'.repeat(1_001)}"}`),
    ],
    ['an unknown key at its end', (json: string) => json.replace('"verdict"', '"__proto__"')],
    ['a broken end', (json: string) => json.replace('"verdict":"right"', '"verdict":right')],
    ['a string that does not end', (json: string) => json.slice(0, json.indexOf('gl-name'))],
    ['nothing', () => '{'],
  ])('leaves %s to JSON.parse', (_what, change) => {
    expect(read(change(JSON.stringify(EXAMPLE)))).toBeNull();
  });

  it('reads what any damaged byte leaves as JSON.parse does, or not at all', () => {
    const json = JSON.stringify(EXAMPLE);
    fc.assert(
      fc.property(fc.nat(json.length - 2), fc.constantFrom(...'0123456789.-eE",:{}[]\\ nx'), (at, byte) => {
        const damaged = json.slice(0, at) + byte + json.slice(at + 1);
        const found = read(damaged);
        if (found !== null) expect(found).toEqual(JSON.parse(damaged));
      }),
      { numRuns: 5_000 },
    );
  });
});
