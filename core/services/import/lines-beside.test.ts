import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import type { Grade } from '../../domain/grade.ts';
import { nodeFiles } from '../disk/files.ts';
import { bundleChild } from '../disk/torture/bundle-child.ts';
import { broughtDevice, BroughtSequence } from '../store/journal/brought-journal.ts';
import { layLines, type LayLines } from './lay-lines.ts';
import { layingBeside } from './lines-beside.ts';

const DEVICE = broughtDevice('beside');
const FILE = '2026-11.ndjson';
/** Said to come: so many are worth a thread. */
const MANY = 1_000_000;

let root: string;
let beside: LayLines;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-beside-'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  beside = layingBeside(await bundleChild(new URL('lines-thread.ts', import.meta.url), root, 'lines.js'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Writes the same 5 000 reviews of 40 cards and a change behind each hundred. */
async function layAll(lay: LayLines, folder: string) {
  const laying = lay({ folder, device: DEVICE, file: FILE, reviews: MANY }, nodeFiles);
  const next = new BroughtSequence(DEVICE, 420);
  try {
    for (let i = 0; i < 5_000; i++) {
      const card = parseCardId(`anki/card ${i % 40} จำได้#0`);
      if (i % 100 === 0) laying.add(next.event(i, { type: 'card', cards: [card], change: { flag: (i / 100) % 8 } }));
      next.goOn(i);
      laying.addReview(
        {
          ...{ device: DEVICE, seq: next.seq, at: i, order: next.order, utcOffsetMin: 420, type: 'review', card },
          ...{ prevSeq: i % 3, mode: 'practice', grade: ((i % 4) + 1) as Grade, memory: null, retention: 0.9 },
          ...{ rolloverHour: 4, elapsedMs: i, source: i % 7 === 0 ? `other:${i}` : null, course: `deck ${i % 2}` },
        },
        i % 40,
      );
      if (laying.isFull) await laying.write();
    }
    const { bytes, sha256, covered } = await laying.end();
    return { bytes, sha256, covered, text: readFileSync(join(folder, FILE), 'utf8') };
  } finally {
    await laying.close();
  }
}

describe('lines that are laid down in a thread of their own', () => {
  it('are those that are laid down here', async () => {
    const there = await layAll(beside, join(root, 'there'));
    const here = await layAll(layLines, join(root, 'here'));
    expect(there).toEqual(here);
    expect(here.text.split('\n')).toHaveLength(5_051);
  });

  it('what the disk can not do is told with its code', async () => {
    const folder = join(root, 'taken');
    mkdirSync(folder);
    writeFileSync(join(folder, FILE), 'somebody else');
    await expect(layAll(beside, folder)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe('somebody else');
  });
});
