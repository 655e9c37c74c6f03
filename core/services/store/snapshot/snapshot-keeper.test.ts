import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import type { NewEvent } from '../../ports.ts';
import { nodeFiles, type Files } from '../../disk/files.ts';
import { openStore } from '../open-store.ts';
import { breathe } from '../../jobs/slices.ts';
import { decodeDocument } from './snapshot-document.ts';
import { snapshotOf } from './snapshot-parts.ts';

const clock = { now: () => Date.parse('2026-11-24T10:00+07:00'), utcOffsetMin: () => 420 };
const BATCH = 20_000;
const flag = (card: string): NewEvent => ({ type: 'card', cards: [parseCardId(card)], change: { flag: 1 } });

let dataDir: string;
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'jamdai-keeper-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the snapshot behind the answers', () => {
  it('bug: one that came due in the middle of a long batch said that it held all of it', async () => {
    const written: { said: number; held: number }[] = [];
    const files: Files = {
      ...nodeFiles,
      renameAsync: async (from, to) => {
        if (to.endsWith('progress.json')) {
          const document = decodeDocument(readFileSync(from));
          const { covered, cards } = snapshotOf(document, readFileSync(join(dataDir, document.cards.file)));
          written.push({
            said: covered[0]!.seq,
            held: [...cards].reduce((sum, { state }) => sum + state.revision, 0),
          });
        }
        await nodeFiles.renameAsync(from, to);
      },
    };
    const store = await openStore({ dataDir, clock, files, snapshots: { everyEvents: Infinity, idleMs: 0 } });
    await store.append(flag('first'));
    const journal = join(dataDir, 'journal', store.device, '2026-11.ndjson');
    const batch = store.appendBatch(Array.from({ length: BATCH }, (_, i) => flag(`card-${i}`)));
    // On the disk already, and not yet all in the state.
    while (nodeFiles.facts(journal)!.bytes < BATCH) await breathe();
    expect(store.progress.cards.size).toBeLessThan(BATCH + 1);
    await store.writeSnapshot();
    await batch;
    await store.close();
    expect(written.map(({ held }) => held)).toEqual(written.map(({ said }) => said));
    expect(written.at(-1)).toEqual({ said: BATCH + 1, held: BATCH + 1 });
  });
});
