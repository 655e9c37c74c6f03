import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fixedClock } from '../clock.ts';
import type { DataStore } from './data-store.ts';
import { openStore } from './open-store.ts';

let dataDir: string;
let store: DataStore;
const clock = fixedClock(Date.parse('2026-01-01T12:00+07:00'), 420);
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'jamdai-choices-'));
  store = await openStore({ dataDir, clock });
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

const edits = (count: number) =>
  store.appendBatch(
    Array.from(
      { length: count },
      (_, i) => ({ type: 'note-field', id: `anki/${i}/0`, set: { text: `${i}` } }) as const,
    ),
  );

it('events of some types are those among all, before and after more of each, and after a start', async () => {
  const expectAgreement = async () => {
    const all = store.choices();
    for (const types of [['preset'], ['note-field'], ['preset', 'deck'], ['goal']] as const) {
      const wanted = all.filter(({ type }) => (types as readonly string[]).includes(type));
      expect(store.choices(...types)).toEqual(wanted);
      expect(await store.readChoices(...types)).toEqual(wanted);
    }
  };
  await edits(1_200);
  await store.append({ type: 'preset', id: 'p', set: { name: 'One' } });
  await expectAgreement();
  await edits(700);
  await store.append({ type: 'deck', id: 'd', set: { name: 'Deck' } });
  const ref = await store.append({ type: 'preset', id: 'p', set: { name: 'Two' } });
  await expectAgreement();
  await store.undo(ref);
  await expectAgreement();
  expect(store.choices('preset').map((event) => store.isUndone(event))).toEqual([false, true]);
  await store.close();
  store = await openStore({ dataDir, clock });
  await expectAgreement();
  expect(store.choices().length).toBe(1_903);
});
