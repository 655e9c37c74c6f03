import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../domain/history/events.ts';
import { nodeFiles } from '../../disk/files.ts';
import { EVERY_EVENT } from '../torture/events.fixture.ts';
import { MAX_LINE_BYTES, readJournalFile } from './journal-file.ts';
import { encodeLine, piecesOf } from './journal-line.ts';

const event = (seq: number): JournalEvent => ({
  ...{ v: 1, device: 'somedevice', seq, at: seq, order: seq, utcOffsetMin: 420 },
  ...EVERY_EVENT.place,
});
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'jamdai-long-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a line that is far too long', () => {
  it('is read in pieces that fit, and what stands behind it is read', () => {
    const path = join(folder, 'long.ndjson');
    const junk = Buffer.alloc(2.5 * MAX_LINE_BYTES, 'x');
    writeFileSync(path, Buffer.concat([encodeLine(event(1)), junk, Buffer.from('\n'), encodeLine(event(2))]));
    const pieces = [...readJournalFile(nodeFiles, path, 0)];
    expect(pieces.flatMap((piece) => piece.event?.seq ?? [])).toEqual([1, 2]);
    const bad = pieces.flatMap((piece) => (piece.event === null ? [piece.bad.length] : []));
    expect(Math.max(...bad)).toBeLessThanOrEqual(MAX_LINE_BYTES);
    expect(bad.reduce((sum, bytes) => sum + bytes, 0)).toBe(junk.length);
  });

  it('bug: one of begins and seals alone was looked through for each of them again', () => {
    const begins = Buffer.from('{"v":'.repeat(400_000));
    const seals = Buffer.from(',"crc":"00000000"}'.repeat(100_000));
    const whole = encodeLine(event(7)).subarray(0, -1);
    const pieces = piecesOf(Buffer.concat([begins, whole, seals, begins, seals, Buffer.from('\n')]), 0);
    expect(pieces.map((piece) => piece.event?.seq ?? null)).toEqual([null, 7, null]);
  });
});
