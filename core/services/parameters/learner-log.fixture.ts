import type { Grade } from '../../domain/grade.ts';
import { cardIdOf } from '../../domain/ids.ts';
import { keptOf, review, type Memory } from '../../domain/study/schedule.ts';
import { DAY_MS, studyDay } from '../../domain/study/study-day.ts';
import { learnerOf, someWeights, syntheticLog } from '../../domain/training/synthetic-log.fixture.ts';
import { fixedClock } from '../clock.ts';
import type { NewEvent } from '../ports.ts';
import { openStore } from '../store/open-store.ts';

const OFFSET_MIN = 420;
const MINUTE_MS = 60_000;
/** Someone who remembers quite otherwise than the published weights say. */
const OWN = someWeights(6 * 7_919);

/**
 * Fills a data folder with the answers of a learner with weights of their own.
 * @param until noon of the day after the last one, epoch ms
 */
export async function writeLearnerLog(dataDir: string, until: number, reviews: number): Promise<void> {
  const clockOf = { utcOffsetMin: OFFSET_MIN, rolloverHour: 4 };
  const { starts, days, grades } = syntheticLog({ seed: 6, learner: learnerOf(OWN), weights: OWN, reviews });
  const byDay = new Map<number, { card: number; grade: Grade }[]>();
  for (let card = 0; card + 1 < starts.length; card += 1)
    for (let at = starts[card]!; at < starts[card + 1]!; at += 1) {
      const list = byDay.get(days[at]!) ?? [];
      byDay.set(days[at]!, list);
      list.push({ card, grade: grades[at] as Grade });
    }
  const count = Math.max(...byDay.keys()) + 1;
  const clock = fixedClock(until, OFFSET_MIN);
  const store = await openStore({ dataDir, clock, adopt: false, onAccepted: () => undefined });
  const memories = new Map<number, Memory>();
  for (const [day, answers] of [...byDay].sort(([a], [b]) => a - b)) {
    const events: NewEvent[] = [];
    for (const [index, { card, grade }] of answers.entries()) {
      clock.set(until - (count - day) * DAY_MS + index * MINUTE_MS);
      const at = clock.now();
      const memory = review(memories.get(card) ?? null, grade, at, clockOf, { retention: 0.9 });
      memories.set(card, { ...memory, lastDay: studyDay(at, clockOf) });
      const ref = { card: cardIdOf('tiny', `made-up-${card}`), prev: null, mode: 'review', grade } as const;
      events.push({
        type: 'review',
        ...ref,
        memory: keptOf(memory),
        retention: 0.9,
        rolloverHour: 4,
        elapsedMs: 6_000,
      });
    }
    await store.appendBatch(events);
  }
  await store.close();
}
