import { describe, expect, it } from 'vitest';
import { parseCardId } from '../ids.ts';
import { countedMs, keptTime } from './answer-time.ts';
import type { JournalEvent } from './events.ts';
import { replay } from './replay.ts';

describe('an answer counts at most a minute, or what the learner allows', () => {
  it.each([
    [5_000, 60, 5_000],
    [36_000_000, 60, 60_000],
    [120_000, 300, 120_000],
    [36_000_000, 300, 300_000],
    [36_000_000, 600, 600_000],
    [45_000, 30, 30_000],
  ])('%i ms under %i s are %i ms, kept and counted alike', (elapsedMs, capS, counted) => {
    const kept = keptTime(elapsedMs, capS);
    expect(kept.elapsedMs).toBe(counted);
    expect(countedMs(kept)).toBe(counted);
  });

  it('of an older version after a night away counts a minute in the totals of its day', () => {
    const event: JournalEvent = {
      ...{ v: 1, device: 'd', seq: 1, at: 1_767_243_600_000, order: 1_767_243_600_000, utcOffsetMin: 420 },
      ...{
        type: 'review',
        card: parseCardId('c/q'),
        prev: null,
        mode: 'review',
        grade: 3,
        memory: null,
        retention: 0.9,
      },
      ...{ rolloverHour: 4, elapsedMs: 36_000_000 },
    };
    expect([...replay([[event]]).days.values()]).toMatchObject([{ reviews: 1, elapsedMs: 60_000 }]);
  });
});
