import { parseCardId } from '../../../domain/ids.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../clock.ts';
import { openStore } from '../open-store.ts';
import { answerTo } from '../torture/answering.ts';
import { resealed } from './resealed.fixture.ts';
import { GENERATIONS } from './snapshot-file.ts';

const clock = fixedClock(Date.parse('2026-11-20T10:00+07:00'), 420);
let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'jamdai-settings-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Ten answers and two settings, in a snapshot of an app with other settings; a line of the journal is lost since. */
async function keptBy(change: (settings: Record<string, unknown>) => void): Promise<void> {
  const store = await openStore({ dataDir, clock });
  for (let i = 0; i < 10; i++) await store.append(answerTo(store, clock, parseCardId(`card/${i}`), 3));
  await store.append({ type: 'setting', set: { newPerDay: 8, answerTimeCapS: 120 } });
  const { device } = store;
  await store.close();
  const [newest, ...older] = GENERATIONS;
  for (const name of older) rmSync(join(dataDir, name), { force: true });
  resealed(join(dataDir, newest), ({ settings }) => change(settings as Record<string, unknown>));
  const journal = join(dataDir, 'journal', device, '2026-11.ndjson');
  const bytes = readFileSync(journal);
  bytes[bytes.indexOf('"seq":5,') + 1] = 0x58;
  writeFileSync(journal, bytes);
}

describe('bug: a snapshot of an app with other settings was set aside, and what only it knew forgotten', () => {
  it.each<[string, (settings: Record<string, unknown>) => void]>([
    ['lacks one of ours', (settings) => delete settings['answerTimeCapS']],
    ['has one that we do not know', (settings) => (settings['goal'] = 'exam')],
  ])('where it %s it is used, and the setting is as the journal says', async (_what, change) => {
    await keptBy(change);
    for (let start = 0; start < 2; start++) {
      const store = await openStore({ dataDir, clock });
      expect(store.notices.map(({ code }) => code)).not.toContain('snapshot-rebuilt');
      expect(store.progress.reviewsTotal).toBe(10);
      expect(store.progress.cards.size).toBe(10);
      expect(store.progress.settings).toMatchObject({ newPerDay: 8, answerTimeCapS: 120, retention: 0.9 });
      await store.writeSnapshot();
      await store.close();
    }
  });
});
