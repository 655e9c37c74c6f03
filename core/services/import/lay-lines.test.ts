import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { nodeFiles, type Files } from '../disk/files.ts';
import { broughtDevice, BroughtSequence } from '../store/journal/brought-journal.ts';
import { encodeLine } from '../store/journal/journal-line.ts';
import { layLines } from './lay-lines.ts';

/** A disk that takes its time, and little at once. */
const slow: Files = {
  ...nodeFiles,
  async writeAsync(fd, bytes, offset) {
    await setTimeout(5);
    return nodeFiles.writeAsync(fd, bytes.subarray(0, 200_000), offset);
  },
};
const DEVICE = broughtDevice('slow');

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'jamdai-lines-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('lines that are laid down', () => {
  it('bug: what was being written was written over by what was made meanwhile', async () => {
    const next = new BroughtSequence(DEVICE, 420);
    const cards = Array.from({ length: 400 }, (_, i) => parseCardId(`anki/card ${i}#0`));
    const events = Array.from({ length: 400 }, (_, i) =>
      next.event(i, { type: 'card', cards, change: { flag: i % 8 } }),
    );
    const laying = layLines(
      { folder: join(root, 'journal'), device: DEVICE, file: '2026-11.ndjson', reviews: 0 },
      slow,
    );
    for (const event of events) {
      laying.add(event);
      if (laying.isFull) await laying.write();
    }
    const { bytes, sha256 } = await laying.end();
    await laying.close();
    const laid = readFileSync(join(root, 'journal', '2026-11.ndjson'));
    const expected = Buffer.concat(
      events.map((event, i) => encodeLine({ ...event, ...(i < events.length - 1 && { more: true as const }) })),
    );
    expect(laid.equals(expected)).toBe(true);
    expect([bytes, sha256]).toEqual([laid.length, createHash('sha256').update(laid).digest('hex')]);
  });
});
