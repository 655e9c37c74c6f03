import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleChild } from '../../disk/torture/bundle-child.ts';
import { killMany } from './kills.ts';

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jamdai-child-'));
  program = await bundleChild(new URL('child.ts', import.meta.url), folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('loses nothing it acknowledged and always starts again, over 500 kills in the middle of everything', async () => {
  const { millis: _, during, ...report } = await killMany(program, 500, Date.now() % 100_000);
  expect(report).toEqual({
    kills: 500,
    acknowledged: expect.any(Number) as number,
    lost: [],
    failedStarts: [],
    wrongStates: [],
    badBackups: [],
  });
  expect(report.acknowledged).toBeGreaterThan(2000);
  expect(Object.keys(during).sort()).toEqual([
    'answering',
    'backup',
    'check',
    'import',
    'merge',
    'migration',
    'restore',
  ]);
}, 300_000);
