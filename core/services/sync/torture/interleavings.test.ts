import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf, testRoot } from '../../backups/data-folder.fixture.ts';
import { SimulatedLife } from './simulated-life.ts';

const RUNS = Number(process.env['JAMDAI_SYNC_RUNS'] ?? (process.env['JAMDAI_LONG'] ? 10_000 : 200));
const FIRST = Number(process.env['JAMDAI_SYNC_FIRST'] ?? 1);

/** What only one answer has, of all answers in the journals of a data folder. */
function answersIn(dataDir: string): Set<number> {
  const found = new Set<number>();
  for (const path of readdirSync(join(dataDir, 'journal'), { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.ndjson'))
      for (const [, mark] of readFileSync(join(dataDir, 'journal', path), 'utf8').matchAll(/"elapsedMs":(\d+)/g))
        found.add(Number(mark));
  return found;
}

describe('several devices over a synchroniser that keeps no promise', () => {
  it(`come to one state and lose nothing that was acknowledged, in ${RUNS} lives`, async () => {
    for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
      const root = testRoot();
      const life = new SimulatedLife(root.root, seed, 3 + (seed % 3));
      try {
        await life.begin();
        await life.live(40);
        await life.rest();
        const digests = life.devices.map(({ device }) => digestOf(device.store.progress));
        expect(
          new Set(digests).size,
          `states of life ${seed}: ${digests.map((digest) => digest.slice(0, 6)).join()}`,
        ).toBe(1);
        const wanted = life.devices
          .flatMap(({ acknowledged }) => [...acknowledged])
          .filter((mark) => !life.gone.has(mark));
        for (const { device } of life.devices) {
          const there = answersIn(device.dataDir);
          expect(
            wanted.filter((mark) => !there.has(mark)),
            `lost in life ${seed}`,
          ).toEqual([]);
        }
      } finally {
        await life.end().catch(() => undefined);
        root.dispose();
      }
    }
  });
});
