import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laidDown } from '../zip.fixture.ts';
import { CARD_ID, CLOZE_ID, collection, DECK_ID, DECKS, NOTE_ID, REVIEW_ID, TYPE_ID } from './collection.fixture.ts';
import { ankiFormat } from './format.ts';
import { newerPackage, olderPackage } from './hostile.fixture.ts';
import { everythingIn } from './shared-decks.fixture.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jamdai-anki-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Buffer, extension: string) {
  const source = laidDown(join(folder, `a.${extension}`), bytes);
  const reading = await ankiFormat.open(source, { signal: new AbortController().signal });
  try {
    const { types, decks, presets, schedule, counts } = reading;
    return { types, decks, presets, schedule, counts, ...(await everythingIn(reading)), odd: reading.odd };
  } finally {
    await reading.close();
  }
}
const changed = async (sql: string) => read(await collection(11, sql), 'anki2');

describe('a collection is read whole', () => {
  it.each([
    { what: 'schema 11, by itself', bytes: () => collection(11), extension: 'anki2' },
    { what: 'schema 18, by itself', bytes: () => collection(18), extension: 'anki2' },
    { what: 'an older package', bytes: () => olderPackage(), extension: 'apkg' },
    { what: 'a newer package', bytes: () => newerPackage(), extension: 'colpkg' },
  ])('$what', async ({ bytes, extension }) => {
    const { types, decks, presets, schedule, notes, reviews, odd } = await read(await bytes(), extension);
    expect(schedule).toEqual({ at: 1_700_000_600_000, dayZero: 18_308, rolloverHour: 4, utcOffsetMin: 420 });
    expect(types).toEqual([
      {
        id: `anki-${TYPE_ID}`,
        name: 'Basic',
        kind: 'standard',
        fields: [
          { name: 'Front', font: 'Arial', sizePx: 20 },
          { name: 'Back', isRightToLeft: true, font: 'Thonburi', sizePx: 24 },
        ],
        templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{Back}}' }],
        css: '.card { color: black; }',
        sortField: 0,
      },
      {
        id: `anki-${CLOZE_ID}`,
        name: 'Cloze',
        kind: 'cloze',
        fields: [{ name: 'Text' }],
        templates: [{ name: 'Cloze', front: '{{cloze:Text}}', back: '{{cloze:Text}}' }],
        css: '',
        sortField: 0,
      },
    ]);
    expect(decks).toEqual([
      { id: '1', name: 'Default', presetId: '1' },
      { id: String(DECK_ID), name: 'Thai::Words', description: 'Words', presetId: '1' },
    ]);
    expect(presets).toEqual([
      {
        id: '1',
        name: 'Default',
        newPerDay: 20,
        reviewsPerDay: 200,
        learningStepsMin: [1, 10],
        relearningStepsMin: [10],
        maximumIntervalDays: 36_500,
        retention: 0.9,
        leechLapses: 8,
      },
    ]);
    expect(notes).toEqual([
      {
        note: {
          id: 'guid one',
          content: { kind: 'fields', typeId: `anki-${TYPE_ID}`, fields: ['ควาย', 'buffalo'] },
          tags: ['a', 'b'],
          createdAt: NOTE_ID,
          modifiedAt: 1_700_000_000_000,
        },
        cards: [
          {
            ordinal: 0,
            deckId: String(DECK_ID),
            sourceId: String(CARD_ID),
            flag: 3,
            state: {
              phase: 'review',
              dueDay: 18_308 + 1370,
              intervalDays: 10,
              reps: 4,
              lapses: 1,
              ease: 2.5,
              stabilityDays: 12.5,
              difficulty: 5.5,
              decay: 0.1542,
            },
          },
        ],
      },
    ]);
    expect(reviews).toEqual([
      {
        source: `anki:${REVIEW_ID}`,
        card: String(CARD_ID),
        at: REVIEW_ID,
        grade: 3,
        elapsedMs: 4321,
        isScheduling: true,
      },
    ]);
    expect(odd).toEqual([]);
  });
});

describe('a card is taken as it stood', () => {
  const REST = { intervalDays: 10, reps: 4, lapses: 1, ease: 2.5, stabilityDays: 12.5, difficulty: 5.5, decay: 0.1542 };
  it.each([
    ['a new card', 'type = 0, queue = 0, due = 7, flags = 0', {}],
    ['suspended', 'queue = -1, flags = 0', { suspended: true, state: { phase: 'review', dueDay: 19_678, ...REST } }],
    ['buried by hand', 'queue = -3, flags = 0', { buried: true, state: { phase: 'review', dueDay: 19_678, ...REST } }],
    [
      'buried as a sibling',
      'queue = -2, flags = 8',
      { buried: true, state: { phase: 'review', dueDay: 19_678, ...REST } },
    ],
    ['a flag among other bits', 'flags = 15', { flag: 7, state: { phase: 'review', dueDay: 19_678, ...REST } }],
    [
      'a step of minutes',
      'type = 1, queue = 1, due = 1700001000, flags = 0',
      { state: { phase: 'learning', dueAt: 1_700_001_000_000, ...REST } },
    ],
    [
      'a step of days',
      'type = 1, queue = 3, due = 9, flags = 0',
      { state: { phase: 'learning', dueDay: 18_317, ...REST } },
    ],
    [
      'relearned',
      'type = 3, queue = 1, due = 1700001000, flags = 0',
      { state: { phase: 'relearning', dueAt: 1_700_001_000_000, ...REST } },
    ],
    [
      'relearned under the first scheduler',
      'type = 2, queue = 1, due = 1700001000, odue = 9, flags = 0',
      { state: { phase: 'relearning', dueAt: 1_700_001_000_000, ...REST } },
    ],
    [
      'a step, suspended',
      'type = 1, queue = -1, due = 1700001000, flags = 0',
      { suspended: true, state: { phase: 'learning', dueAt: 1_700_001_000_000, ...REST } },
    ],
    [
      'an interval in seconds',
      'type = 1, queue = 1, due = 1700001000, ivl = -600, flags = 0',
      { state: { phase: 'learning', dueAt: 1_700_001_000_000, ...REST, intervalDays: 0 } },
    ],
    [
      'without an ease',
      'factor = 0, flags = 0',
      { state: { phase: 'review', dueDay: 19_678, ...REST, ease: undefined } },
    ],
    [
      'with the memory of FSRS 5',
      `data = '{"s":1,"d":2}', flags = 0`,
      { state: { phase: 'review', dueDay: 19_678, ...REST, stabilityDays: 1, difficulty: 2, decay: 0.5 } },
    ],
    [
      'with a stability alone',
      `data = '{"s":1}', flags = 0`,
      {
        state: {
          phase: 'review',
          dueDay: 19_678,
          ...REST,
          stabilityDays: undefined,
          difficulty: undefined,
          decay: undefined,
        },
      },
    ],
  ])('%s', async (_, set, expected) => {
    const { notes, odd } = await changed(`update cards set ${set}`);
    expect(notes[0]!.cards).toEqual([{ ordinal: 0, deckId: String(DECK_ID), sourceId: String(CARD_ID), ...expected }]);
    expect(odd).toEqual([]);
  });

  it('goes home from a filtered deck, due as it was there', async () => {
    const decks = JSON.stringify({ ...DECKS, 9: { name: 'Cram', dyn: 1 } });
    const {
      notes,
      decks: read,
      odd,
    } = await changed(
      `update col set decks = '${decks}'; update cards set did = 9, odid = ${DECK_ID}, odue = 1370, due = -99999`,
    );
    expect(notes[0]!.cards[0]).toMatchObject({ deckId: String(DECK_ID), state: { phase: 'review', dueDay: 19_678 } });
    expect(read.find(({ id }) => id === '9')).toEqual({ id: '9', name: 'Cram', isFiltered: true });
    expect(odd).toEqual([{ code: 'filtered-deck-emptied', count: 1, places: ['Cram'] }]);
  });

  it.each([
    ['4:00 in Tokyo', 1_581_879_600, 18_309],
    ['4:00 in Bangkok', 1_581_800_400, 18_308],
    ['4:00 in India', 1_558_650_600, 18_040],
    ['4:00 in San Francisco', 1_411_124_400, 16_332],
  ])('counts due days from the day of the collection: %s', async (_, createdSec, dayZero) => {
    const { schedule } = await changed(`update col set crt = ${createdSec}, conf = '{}'`);
    expect(schedule).toMatchObject({ dayZero, utcOffsetMin: null, rolloverHour: 4 });
  });
});
