import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ODDITIES } from '../../../domain/note/oddities.ts';
import { UNREADABLE } from '../../../domain/note/unreadable.ts';
import { laidDown } from '../zip.fixture.ts';
import { ankiFormat } from './format.ts';
import { HOSTILE_ARCHIVES } from './hostile-archives.fixture.ts';
import { HOSTILE_COLLECTIONS } from './hostile-collections.fixture.ts';
import { HOSTILE_MEDIA } from './hostile-media.fixture.ts';
import { HOSTILE_ROWS } from './hostile-rows.fixture.ts';
import type { Hostile } from './hostile.fixture.ts';
import { everythingIn } from './shared-decks.fixture.ts';

const ALL = [...HOSTILE_ARCHIVES, ...HOSTILE_MEDIA, ...HOSTILE_COLLECTIONS, ...HOSTILE_ROWS];
/** What other formats say, or what is seen only by who knows the time. */
const OF_OTHERS = [
  'no-cards',
  'other-workbook',
  'packed',
  'not-known',
  'own-archive',
  'course-wrong',
  'media-name-unsafe',
  'review-in-the-future',
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jamdai-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read({ bytes, extension = 'apkg' }: Hostile, signal = new AbortController().signal) {
  const source = laidDown(join(folder, `hostile.${extension}`), await bytes());
  const reading = await ankiFormat.open(source, { signal });
  try {
    const everything = await everythingIn(reading);
    return { ...everything, odd: reading.odd };
  } finally {
    await reading.close();
  }
}

describe('each says what is wrong with it and where, and gives nothing out that is half', () => {
  it.each(ALL.filter(({ why }) => why))('$what: $why', async (hostile) => {
    const details = { why: hostile.why, file: `hostile.${hostile.extension ?? 'apkg'}` };
    await expect(read(hostile)).rejects.toMatchObject({
      code: 'import-unreadable',
      details: hostile.place === undefined ? details : { ...details, place: hostile.place },
    });
  });

  it.each(ALL.filter(({ why }) => !why))('$what', async (hostile) => {
    const { notes, reviews, media, odd } = await read(hostile);
    const cards = notes.flatMap((note) => note.cards);
    expect(Object.fromEntries(odd.map(({ code, count }) => [code, count]))).toEqual(hostile.odd ?? {});
    expect(odd.every(({ count, places }) => places.length === Math.min(count, 5))).toBe(true);
    expect([notes.length, cards.length, reviews.length]).toEqual([
      hostile.notes ?? 1,
      hostile.cards ?? 1,
      hostile.reviews ?? 1,
    ]);
    const readable = [...media].filter(([, bytes]) => bytes).map(([name]) => name);
    expect(readable).toEqual((hostile.media ?? []).map((name) => name.normalize('NFC')));
  });
});

it('tries every error and every oddity that a package can have', () => {
  const tried = new Set<string>(ALL.flatMap(({ why, odd }) => [...(why ? [why] : []), ...Object.keys(odd ?? {})]));
  expect([...UNREADABLE, ...ODDITIES].filter((each) => !tried.has(each) && !OF_OTHERS.includes(each))).toEqual([]);
  expect(ALL.length).toBeGreaterThanOrEqual(60);
});

it('stops where it is once it is asked to', async () => {
  const controller = new AbortController();
  const whole = HOSTILE_ROWS.find(({ what }) => what === 'an empty guid')!;
  controller.abort();
  await expect(read(whole, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
});
