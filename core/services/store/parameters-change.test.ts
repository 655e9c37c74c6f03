import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { default_w } from 'ts-fsrs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Grade } from '../../domain/grade.ts';
import { parseCardId } from '../../domain/ids.ts';
import { digesting, stateOf } from '../backups/folder/state-digest.ts';
import { fixedClock } from '../clock.ts';
import { openStore } from './open-store.ts';
import { answerTo } from './torture/answering.ts';

const DAY_MS = 86_400_000;
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

async function learnedStore() {
  const dataDir = mkdtempSync(join(tmpdir(), 'jamdai-parameters-'));
  folders.push(dataDir);
  const clock = fixedClock(Date.parse('2026-03-01T12:00+07:00'), 420);
  const store = await openStore({ dataDir, clock });
  for (let i = 0; i < 60; i++) {
    await store.append(answerTo(store, clock, parseCardId(`c${i % 12}`), ((i % 4) + 1) as Grade));
    clock.advance(DAY_MS / 4);
  }
  return { store, clock, dataDir };
}

const digestOf = (store: Awaited<ReturnType<typeof learnedStore>>['store']): string => {
  const steps = digesting(stateOf(store.progress));
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
};
const faster = default_w.map((weight, i) => (i < 4 ? weight / 2 : weight));
const choose = { type: 'parameters', id: 'current', set: { model: 'FSRS-6', weights: faster } } as const;
const memoriesOf = (store: Awaited<ReturnType<typeof learnedStore>>['store']) =>
  [...store.progress.cards.values()].map(({ memory }) => memory!);

describe('a change of the parameters', () => {
  it('computes what is known anew and keeps every day, and undone it is as if it had never been', async () => {
    const { store } = await learnedStore();
    const never = digestOf(store);
    const before = memoriesOf(store);
    const ref = await store.append(choose);
    const after = memoriesOf(store);
    expect(after.map(({ due, intervalDays, reps }) => [due, intervalDays, reps])).toEqual(
      before.map(({ due, intervalDays, reps }) => [due, intervalDays, reps]),
    );
    expect(after.some(({ stabilityDays }, i) => stabilityDays !== before[i]!.stabilityDays)).toBe(true);
    await store.undo(ref);
    expect(digestOf(store)).toBe(never);
    await store.close();
  });

  it('holds after a restart, from the snapshot and from the journal alone', async () => {
    const { store, clock, dataDir } = await learnedStore();
    await store.append(choose);
    const chosen = digestOf(store);
    await store.close();
    const again = await openStore({ dataDir, clock });
    expect(digestOf(again)).toBe(chosen);
    await again.close();
    rmSync(join(dataDir, 'progress.json'));
    const rebuilt = await openStore({ dataDir, clock });
    expect(digestOf(rebuilt)).toBe(chosen);
    await rebuilt.close();
  });
});
