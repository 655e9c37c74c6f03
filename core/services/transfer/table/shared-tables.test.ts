import { describe, expect, it } from 'vitest';
import { hasSharedDecks, sharedDeck } from '../anki/shared-decks.fixture.ts';
import { fieldsOf, oddIn, readBy } from '../text-files.fixture.ts';
import { tableFormat } from './format.ts';

describe.skipIf(!hasSharedDecks)('the shared text files are read as they are (skipped without ../shared/decks)', () => {
  it.each([
    ['276b4bce', 37, 2],
    ['5e8f145e', 37, 2],
    ['d3e15404', 37, 3],
    ['00682d7c', 37, 3],
    ['b8315a7a', 154, 2],
    ['99dec1f4', 37, 3],
    ['805d38e3', 37, 3],
    ['604ef9a0', 191, 2],
    ['b05b31f7', 37, 3],
    ['9f384e47', 54, 2],
  ])('%s: %i notes of %i fields', async (start, notes, fields) => {
    const read = await readBy(tableFormat, sharedDeck(start));
    expect(oddIn(read)).toEqual({});
    expect(fieldsOf(read).map((each) => each.length)).toEqual(Array.from({ length: notes }, () => fields));
  });
});
