import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cardIdOf, eventRefOf, type CardId, type EventRef } from '../core/domain/ids.ts';
import type { JournalEvent } from '../core/domain/history/events.ts';
import type { Grade } from '../core/domain/grade.ts';
import { keptOf, review, type KeptMemory, type Memory } from '../core/domain/study/schedule.ts';
import { DAY_MS } from '../core/domain/study/study-day.ts';
import { fileNameAt } from '../core/services/store/journal/journal-file.ts';
import { encodeLine } from '../core/services/store/journal/journal-line.ts';

/** Days the reviews are spread over; the last one is the day before `BENCH_NOW`. */
const DAYS = 730;
export const BENCH_NOW = Date.parse('2026-11-24T03:00Z');
const OFFSET_MIN = 420;
const STUDY = { utcOffsetMin: OFFSET_MIN, rolloverHour: 4 };

export interface Collection {
  readonly cards: number;
  readonly reviews: number;
}
export const cardName = (i: number): CardId => cardIdOf('bench', `q-${i.toString(36).padStart(5, '0')}`);

interface Step {
  readonly day: number;
  readonly grade: Grade;
  readonly memory: KeptMemory;
}

/** Histories of `length` reviews, a day or more apart, from day 0 on. Real memories, computed once and shifted for each card. */
function patterns(length: number): Step[][] {
  return Array.from({ length: 64 }, (_, p) => {
    const steps: Step[] = [];
    let memory: Memory | null = null;
    for (let k = 0, day = 0; k < length; k++, day += 1 + ((p * 7 + k * 13) % Math.ceil(DAYS / 2 / length))) {
      const grade = (((p + k * k) % 4) + 1) as Grade;
      memory = review(memory, grade, day * DAY_MS, STUDY, { retention: 0.9 });
      steps.push({ day, grade, memory: keptOf(memory) });
    }
    return steps;
  });
}

/**
 * Writes journals: `reviews` answers to `cards` cards over two years, as the app would have. With several devices each card
 * is answered on them in turn, every one knowing what the others did.
 */
export function writeCollection(
  dataDir: string,
  { cards, reviews }: Collection,
  devices: readonly string[] = ['benchdevice'],
): void {
  const folderOf = (device: string) => join(dataDir, 'journal', device);
  for (const device of devices) mkdirSync(folderOf(device), { recursive: true });
  const shapes = patterns(Math.ceil(reviews / cards));
  const byDay: number[][] = Array.from({ length: DAYS }, () => []);
  const base = (card: number) => (card * 31) % (DAYS / 2);
  for (let n = 0; n < reviews; n++) {
    const card = n % cards;
    const step = Math.floor(n / cards);
    byDay[base(card) + shapes[card % 64]![step]!.day]!.push(card, step);
  }
  const first = Math.floor(BENCH_NOW / DAY_MS) - DAYS;
  const last = new Map<number, EventRef>();
  const seqs = devices.map(() => 0);
  for (const [day, pairs] of byDay.entries()) {
    const lines: Buffer[][] = devices.map(() => []);
    for (let i = 0; i < pairs.length; i += 2) {
      const [card, k] = [pairs[i]!, pairs[i + 1]!];
      const { grade, memory } = shapes[card % 64]![k]!;
      const which = k % devices.length;
      const [device, seq] = [devices[which]!, ++seqs[which]!];
      const shift = (first + base(card)) * DAY_MS;
      const at = (first + day) * DAY_MS + i * 20;
      const event: JournalEvent = {
        ...{ v: 1, device, seq, at, order: at, utcOffsetMin: OFFSET_MIN },
        ...{ type: 'review', card: cardName(card), prev: last.get(card) ?? null, mode: 'review', grade },
        memory: { ...memory, due: memory.due + shift, lastReview: at },
        ...{ retention: 0.9, rolloverHour: 4, elapsedMs: 4000 + (i % 9000), verdict: grade > 1 ? 'right' : 'wrong' },
      };
      last.set(card, eventRefOf(device, seq));
      lines[which]!.push(encodeLine(event));
    }
    devices.forEach((device, which) => {
      if (lines[which]!.length === 0) return;
      const fd = openSync(join(folderOf(device), fileNameAt((first + day) * DAY_MS)), 'a');
      writeSync(fd, Buffer.concat(lines[which]!));
      closeSync(fd);
    });
  }
}
