import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laidDown } from '../zip.fixture.ts';
import { CARD_ID, collection } from './collection.fixture.ts';
import { ankiFormat } from './format.ts';
import { everythingIn } from './shared-decks.fixture.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jamdai-reviews-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Logged {
  readonly ease: number;
  readonly type: number;
  readonly factor?: number;
}
/** The reviews of a collection with these rows, a minute apart. */
async function reviewsOf(rows: readonly Logged[], settings: object) {
  const bytes = await collection(11, (db) => {
    db.run('delete from revlog');
    db.run('update col set conf = ?', [JSON.stringify(settings)]);
    rows.forEach(({ ease, type, factor = 2500 }, i) =>
      db.run(`insert into revlog values (?, ${CARD_ID}, -1, ?, 1, 1, ?, 1000, ?)`, [
        1_700_000_000_000 + i * 60_000,
        ease,
        factor,
        type,
      ]),
    );
  });
  const source = laidDown(join(folder, 'a.anki2'), bytes);
  const reading = await ankiFormat.open(source, { signal: new AbortController().signal });
  try {
    return (await everythingIn(reading)).reviews;
  } finally {
    await reading.close();
  }
}

describe('buttons', () => {
  const rows = [0, 1, 2, 3].flatMap((type) => [1, 2, 3, 4].map((ease) => ({ ease, type })));

  it('are grades under the second scheduler and later', async () => {
    const grades = (await reviewsOf(rows, { schedVer: 2 })).map(({ grade }) => grade);
    expect(grades).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4]);
  });

  it('were Again, Good, Easy while a card was learned under the first', async () => {
    const grades = (
      await reviewsOf(
        rows.filter(({ ease, type }) => ease < 4 || type % 2 === 1),
        {},
      )
    ).map(({ grade }) => grade);
    expect(grades).toEqual([1, 3, 4, 1, 2, 3, 4, 1, 3, 4, 1, 2, 3, 4]);
  });
});

describe('rows that are more or less than a review', () => {
  it('a filtered deck that left the schedule alone was practice', async () => {
    const reviews = await reviewsOf(
      [
        { ease: 3, type: 3, factor: 0 },
        { ease: 3, type: 3, factor: 2500 },
      ],
      { schedVer: 2 },
    );
    expect(reviews.map(({ isScheduling }) => isScheduling)).toEqual([false, true]);
  });

  it('a due date set by hand or moved by new options is no review and forgets nothing', async () => {
    const rows = [
      { ease: 3, type: 1 },
      { ease: 0, type: 4, factor: 2500 },
      { ease: 0, type: 5, factor: 300 },
      { ease: 2, type: 1 },
    ];
    const reviews = await reviewsOf(rows, { schedVer: 2 });
    expect(reviews.map(({ grade, isAfterReset }) => [grade, isAfterReset])).toEqual([
      [3, undefined],
      [2, undefined],
    ]);
  });

  it('a card that was forgotten says so with its next review, once', async () => {
    const rows = [
      { ease: 3, type: 1 },
      { ease: 0, type: 4, factor: 0 },
      { ease: 1, type: 0 },
      { ease: 3, type: 0 },
    ];
    const reviews = await reviewsOf(rows, { schedVer: 2 });
    expect(reviews.map(({ grade, isAfterReset }) => [grade, isAfterReset])).toEqual([
      [3, undefined],
      [1, true],
      [3, undefined],
    ]);
  });
});
