import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { nodeFiles } from '../disk/files.ts';
import { openStore } from './open-store.ts';
import { answerTo } from './torture/answering.ts';

const clock = { now: () => Date.parse('2026-11-24T10:00+07:00'), utcOffsetMin: () => 420 };
const ANSWERS = 20;

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'jamdai-gone-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const journalDir = () => join(dataDir, 'journal', readdirSync(join(dataDir, 'journal'))[0]!);

describe('journal files that somebody takes away while the app runs', () => {
  const TAKEN: Readonly<Record<string, () => void>> = {
    'the month that is written': () => rmSync(join(journalDir(), '2026-11.ndjson')),
    'the folder of the device': () => rmSync(journalDir(), { recursive: true }),
    'all journals': () => rmSync(join(dataDir, 'journal'), { recursive: true }),
    'its end': () => truncateSync(join(journalDir(), '2026-11.ndjson'), 400),
    'all but the folder': () => {
      for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true });
    },
    'its content': () => truncateSync(join(journalDir(), '2026-11.ndjson'), 0),
  };
  for (const [what, take] of Object.entries(TAKEN))
    it(`${what}: no acknowledged answer is forgotten, now or after a restart`, async () => {
      const store = await openStore({ dataDir, clock });
      const answer = (card: string) => store.append(answerTo(store, clock, parseCardId(card), 3));
      for (let i = 0; i < ANSWERS; i++) await answer(`card ${i}`);
      take();
      // The first one is refused by name; what only memory knew is kept meanwhile.
      await expect(answer('refused')).rejects.toMatchObject({ code: 'data-locked' });
      await answer('later');
      const acknowledged = ANSWERS + 1;
      expect(store.progress.reviewsTotal).toBe(acknowledged);
      expect(store.notices.map(({ code }) => code)).toContain('events-missing');
      await store.close();
      const again = await openStore({ dataDir, clock });
      expect(again.progress.reviewsTotal).toBe(acknowledged);
      for (let i = 0; i < ANSWERS; i++)
        expect(again.progress.cards.get(parseCardId(`card ${i}`))?.memory).not.toBeNull();
      await again.close();
    });

  it('keeps what is in memory while the disk takes no snapshot of it', async () => {
    let isFull = false;
    const renameAsync = async (from: string, to: string): Promise<void> => {
      if (isFull) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      return nodeFiles.renameAsync(from, to);
    };
    const store = await openStore({ dataDir, clock, files: { ...nodeFiles, renameAsync } });
    await store.append(answerTo(store, clock, parseCardId('kept'), 3));
    isFull = true;
    rmSync(join(dataDir, 'journal'), { recursive: true });
    for (let i = 0; i < 2; i++)
      await expect(store.append(answerTo(store, clock, parseCardId('refused'), 3))).rejects.toMatchObject({
        code: 'data-locked',
      });
    expect([...store.progress.cards.keys()]).toEqual(['kept']);
    isFull = false;
    await expect(store.append(answerTo(store, clock, parseCardId('refused'), 3))).rejects.toMatchObject({
      code: 'data-locked',
    });
    await store.append(answerTo(store, clock, parseCardId('later'), 3));
    expect([...store.progress.cards.keys()]).toEqual(['kept', 'later']);
    await store.close();
  });
});
