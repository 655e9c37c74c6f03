import { fdatasyncSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEvent } from '../core/domain/history/events.ts';
import type { Grade } from '../core/domain/grade.ts';
import type { NewEvent, ProgressStore } from '../core/services/ports.ts';
import { courseIdOf } from '../core/domain/ids.ts';
import { UNTOUCHED } from '../core/domain/progress.ts';
import { optionsOf } from '../core/domain/study/options.ts';
import { keptOf, review } from '../core/domain/study/schedule.ts';
import { Schedulings } from '../core/services/courses/scheduling.ts';
import { momentOf } from '../core/services/moment.ts';
import { encodeLine } from '../core/services/store/journal/journal-line.ts';
import { answerTo } from '../core/services/store/torture/answering.ts';
import { clock } from './clock.ts';
import { BENCH_NOW, cardName } from './collection.ts';
import type { Way } from './in-turns.ts';

/** Lines made in advance for a rival, to be written over and over. */
const LINES = 256;

export interface Accepting {
  readonly store: ProgressStore;
  readonly cards: number;
}

/** The `i`th answer of the bench: cards all over the collection, all four grades. */
export const answer = ({ store, cards }: Accepting, i: number): NewEvent =>
  answerTo(store, clock, cardName((i * 7919) % cards), ((i % 4) + 1) as Grade);

/** Lines of the journal for the first answers: what a rival has to make durable, byte for byte as long. */
export function linesOf(one: Accepting): Buffer[] {
  return Array.from({ length: LINES }, (_, i) => {
    const stamp = {
      v: 1,
      device: 'benchdevice',
      seq: 1_000_000 + i,
      at: BENCH_NOW,
      order: BENCH_NOW,
      utcOffsetMin: 420,
    } as const;
    const event: JournalEvent = { ...stamp, ...answer(one, i) };
    return encodeLine(event);
  });
}

/** Accepting is timed from the graded answer on; grading and scheduling cost the same with any store. */
export const accepting =
  (one: Accepting): Way =>
  (i) => {
    const event = answer(one, i);
    return () => one.store.append(event);
  };

/** A preset of the bench's cards: an answer resolves its options. */
export const withPreset = async (store: ProgressStore): Promise<void> => {
  await store.append({
    type: 'preset',
    id: 'bench',
    set: { name: 'bench', retention: 0.92, maximumIntervalDays: 3_650 },
  });
  await store.append({ type: 'course-options', id: courseIdOf(cardName(0)), set: { preset: 'bench' } });
};

/**
 * Accepting with all that chooses the day inside what is timed: options by preset, the four outlooks, the spread of days and
 * what is due on each of them.
 */
export function choosingAndAccepting(one: Accepting): Way {
  const schedulings = new Schedulings(one.store, () => (day) => one.store.dueOn(day));
  return (i) => {
    const { store, cards } = one;
    const cardId = cardName((i * 7919 + 13) % cards);
    const grade = ((i % 4) + 1) as Grade;
    const chosen = () => {
      const state = store.progress.cards.get(cardId) ?? UNTOUCHED;
      const moment = momentOf(clock, store.progress);
      const studied = optionsOf(store.progress, { id: courseIdOf(cardId) });
      const { options, spread } = schedulings.of({ cardId }, state, studied, moment.today);
      return { state, studied, memory: review(state.memory, grade, moment.now, moment.clock, options, spread) };
    };
    // The card is shown before it is answered: its buttons say the days, from loads that the answer uses again.
    chosen();
    return () => {
      const { state, studied, memory } = chosen();
      return store.append({
        ...{ type: 'review', card: cardId, prev: state.last, mode: 'review', grade, memory: keptOf(memory) },
        ...{ retention: studied.retention, rolloverHour: store.progress.settings.rolloverHour, elapsedMs: 4000 },
      });
    };
  };
}

/**
 * An append of the same bytes, and fdatasync: the least that durable can cost. Like the others it is timed behind an answer
 * that was graded, since a disk and a processor that rested a moment are slower. The file stays open till the process ends.
 */
export function bare(folder: string, one: Accepting): Way {
  const path = join(folder, 'bare.log');
  writeFileSync(path, '');
  const fd = openSync(path, 'r+');
  const lines = linesOf(one);
  let end = 0;
  return (i) => {
    answer(one, i);
    const line = lines[i % LINES]!;
    return () => {
      end += writeSync(fd, line, 0, line.length, end);
      fdatasyncSync(fd);
    };
  };
}
