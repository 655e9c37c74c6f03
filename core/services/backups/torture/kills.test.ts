import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleChild } from '../../disk/torture/bundle-child.ts';
import { killMany } from './kills.ts';

const KILLS = process.env['JAMDAI_LONG'] ? 2_000 : 180;

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jamdai-child-'));
  program = await bundleChild(new URL('child.ts', import.meta.url), folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`loses nothing it acknowledged and always starts again, over ${KILLS} kills in the middle of everything`, async () => {
  const { millis: _, during, ...report } = await killMany(program, KILLS, Date.now() % 100_000);
  expect(report).toEqual({
    kills: KILLS,
    acknowledged: expect.any(Number) as number,
    lost: [],
    failedStarts: [],
    wrongStates: [],
    badBackups: [],
    halves: [],
  });
  expect(report.acknowledged).toBeGreaterThan(3 * KILLS);
  expect(Object.keys(during).sort()).toEqual([
    'answering',
    'backup',
    'bring',
    'check',
    'import',
    'merge',
    'migration',
    'restore',
  ]);
});
