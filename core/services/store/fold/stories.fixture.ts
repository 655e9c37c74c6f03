import fc from 'fast-check';
import { default_w } from 'ts-fsrs';
import { eventRefOf, parseCardId, type CardId } from '../../../domain/ids.ts';
import type { EventBody, JournalEvent, ReviewEvent, Stamp } from '../../../domain/history/events.ts';
import { refOf } from '../../../domain/history/events.ts';
import { UNTOUCHED, type Progress } from '../../../domain/progress.ts';
import type { Grade } from '../../../domain/grade.ts';
import type { Spread } from '../../../domain/study/day-choice.ts';
import { parametersIn } from '../../../domain/history/parameters.ts';
import { DAY_MS } from '../../../domain/study/study-day.ts';
import { keptOf, review } from '../../../domain/study/schedule.ts';
import { batchOf } from '../../../domain/history/voided.ts';
import { DeviceInMemory } from './device-in-memory.ts';

const CARDS = ['csto/a', 'csto/b', 'csto/c', 'csto/d'].map(parseCardId);
const SETS: Extract<EventBody, { type: 'setting' }>['set'][] = [
  { newPerDay: 7 },
  { retention: 0.8 },
  { theme: 'dark' },
  { language: 'th', newPerDay: 9 },
];
/** Weights near those that are published. */
const weightsOf = (number: number): number[] => default_w.map((weight, i) => weight * (1 + ((number + i) % 5) / 20));
const RECORDS: EventBody[] = [
  { type: 'preset', id: 'p', set: { name: 'exam', retention: 0.95 } },
  { type: 'preset', id: 'p', set: { retention: null, newPerDay: 3 } },
  { type: 'course-options', id: 'csto', set: { preset: 'p' } },
  { type: 'goal', id: 'csto', set: { examDay: 20_800, target: 0.9 } },
  { type: 'goal', id: 'csto', set: { examDay: null, target: null } },
];
const SCHEDULE = { learningStepsMin: [5], relearningStepsMin: [], maximumIntervalDays: 100 };
/** No replay knows it. */
const SPREAD: Spread = {
  seed: 'a story',
  loadOn: (day) => day % 7,
  rest: { easyDays: [0, 6], vacations: [] },
  soonADay: 0,
};
/** One thing a learner, or a synchroniser, does. */
export const step = fc.record({
  device: fc.nat(2),
  what: fc.constantFrom(
    'review',
    'review',
    'review',
    'practice',
    'attempt',
    'change',
    'reset',
    'memory',
    'read',
    'place',
    'set',
    'record',
    'parameters',
    'undo',
    'undo-any',
    'correct',
    'batch',
    'bring',
    'bring',
    'sync',
    'wait',
    'clock-back',
    'clock-ahead',
    'clock-right',
    'clock',
  ),
  card: fc.nat(CARDS.length - 1),
  number: fc.nat(1000),
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function answer(device: DeviceInMemory, card: CardId, grade: Grade, mode: 'review' | 'practice' = 'review'): EventBody {
  const { memory, last } = device.history.progress.cards.get(card) ?? UNTOUCHED;
  const clock = { utcOffsetMin: 420, rolloverHour: 4 };
  const { by, weights } = parametersIn(device.history.progress);
  const options = { retention: 0.9, weights, ...(grade === 4 && { schedule: SCHEDULE }) };
  const outcome = () => review(memory, grade, device.clock.now, clock, { ...options, ...options.schedule }, SPREAD);
  return {
    type: 'review',
    card,
    prev: last,
    mode,
    grade,
    memory: mode === 'practice' ? null : keptOf(outcome()),
    retention: 0.9,
    rolloverHour: 4,
    elapsedMs: 1000,
    ...(by !== null && { parameters: by }),
    ...(options.schedule && { schedule: options.schedule }),
  };
}

/** What another program knew of a card: some days ago, at times with the day it chose. */
function memoryFromElsewhere(now: number, number: number): Extract<EventBody, { type: 'card' }>['change'] {
  const at = now - (number % 9) * DAY_MS;
  const known = { stabilityDays: 1 + number / 10, difficulty: 5, intervalDays: 3, reps: 4, lapses: 1 };
  const memory = { ...known, phase: 'review', at, lastDay: Math.floor(at / DAY_MS) } as const;
  return { memory, ...(number % 5 === 0 && { dueDay: 20_700 + number }), ...(number % 7 === 0 && { reset: true }) };
}

/** Answers to a card as a package brings them back that was written from here, at times with others among them, or without some of them. */
function copiesFrom(device: DeviceInMemory, card: CardId, number: number): JournalEvent[] {
  const given = [...device.known.values()].filter((event) => event.type === 'review' && event.card === card);
  const byTime = new Map(given.map((event) => [event.at, event as Stamp & { type: 'review' } & ReviewEvent]));
  const times = [...byTime.keys()].sort((a, b) => a - b).slice(number % 3);
  const id = `brought${device.id}${number}x${device.known.size}`;
  let [order, seq] = [0, 0];
  const events: JournalEvent[] = [];
  const put = (at: number, body: EventBody) => {
    order = Math.max(order, at + 1_000);
    events.push({ v: 1, device: id, seq: ++seq, at, order, utcOffsetMin: 420, batch: 1, ...body });
  };
  for (const [i, at] of times.entries()) {
    const { mode, grade, memory, retention, rolloverHour, elapsedMs } = byTime.get(at)!;
    const prev = seq === 0 ? null : eventRefOf(id, seq);
    if (number % 5 === 0 && i === times.length - 1) put(at, { type: 'card', cards: [card], change: { reset: true } });
    const known = { retention, rolloverHour, elapsedMs, source: `anki:${at}` };
    put(at, { type: 'review', card, prev, mode, grade, memory, ...known });
    if (number % 7 === 0)
      put(at + 500, { type: 'review', card, prev, mode: 'practice', grade, memory: null, ...known });
  }
  return events;
}

/** Takes back the last event that can be, or any, by `pick`. */
export function undo(device: DeviceInMemory, pick: number, any: boolean): void {
  const all = device.undoable().filter((event) => any || event.type !== 'undo');
  const event = all[any ? pick % Math.max(1, all.length) : 0];
  if (event) device.add({ type: 'undo', of: [batchOf(event) ?? refOf(event)] });
}

export function take(devices: DeviceInMemory[], { device: i, what, card: k, number }: Step): void {
  const device = devices[i]!;
  const card = CARDS[k]!;
  const grade = ((number % 4) + 1) as Grade;
  device.clock.now += 1000 + number;
  switch (what) {
    case 'review':
      return void device.add(answer(device, card, grade));
    case 'practice':
      return void device.add(answer(device, card, grade, 'practice'));
    case 'attempt':
      return void device.add({
        type: 'attempt',
        card,
        prev: device.history.progress.cards.get(card)?.last ?? null,
        what: 'hint',
      });
    case 'change':
      return void device.add({
        type: 'card',
        cards: CARDS.slice(k),
        change: {
          flag: number % 8,
          suspended: number % 2 === 0,
          ...(number % 3 === 0 && { dueDay: 20_700 + number }),
          ...(number % 5 === 0 && { marked: number % 2 === 0, buriedUntilDay: 20_770 + (number % 9) }),
          ...(number % 6 === 0 && { lastDay: 20_773 + (number % 9) }),
        },
      });
    case 'reset':
      return void device.add({ type: 'card', cards: [card], change: { reset: true } });
    case 'memory':
      return void device.add({ type: 'card', cards: [card], change: memoryFromElsewhere(device.clock.now, number) });
    case 'read':
      return void device.add({
        type: 'section-read',
        course: 'csto',
        lesson: `l${k % 2}`,
        sections: [`s${number % 3}`],
        introduces: [card],
      });
    case 'place':
      return void device.add({ type: 'place', course: 'csto', lesson: `l${k % 2}`, section: `s${number % 3}` });
    case 'set':
      return void device.add({ type: 'setting', set: SETS[number % SETS.length]! });
    case 'record':
      return void device.add(RECORDS[number % RECORDS.length]!);
    case 'parameters':
      return void device.add({
        type: 'parameters',
        id: 'current',
        set: { model: 'FSRS-6', weights: number % 4 === 0 ? null : weightsOf(number) },
      });
    case 'undo':
      return undo(device, number, false);
    case 'undo-any':
      return undo(device, number, true);
    case 'correct': {
      const wrong = device.undoable().find((event) => event.type === 'review' && event.card === card);
      return wrong && void device.add({ ...answer(device, card, 3), corrects: refOf(wrong) } as EventBody);
    }
    case 'batch': {
      const head = device.nextSeq;
      for (const one of CARDS.slice(k)) device.add(answer(device, one, grade), head);
      return;
    }
    case 'bring':
      return device.bring(copiesFrom(device, card, number));
    case 'sync':
      return device.take(devices[number % devices.length]!);
    case 'wait':
      return void (device.clock.now += number * 3_600_000);
    case 'clock-back':
      return void (device.clock.now -= number * 60_000);
    case 'clock-ahead':
      return void (device.clock.now += number * DAY_MS);
    case 'clock-right':
      return void (device.clock.now -= number * DAY_MS);
    case 'clock': {
      const from = 1 + (number % 7);
      const span = { device: devices[number % devices.length]!.id, from, to: from + (number % 11), days: 1 + number };
      return void device.add({
        type: 'clock',
        spans: [span, { ...span, device: device.id, days: 1 + (number % 100) }],
      });
    }
  }
}

/** Three devices after a story. `after` is called behind every step. */
export function study(
  steps: readonly Step[],
  after: (devices: DeviceInMemory[], done: number) => void = () => undefined,
): DeviceInMemory[] {
  const start = Date.parse('2026-11-20T08:00Z');
  const devices = ['aaaaaa', 'bbbbbb', 'cccccc'].map((id, i) => new DeviceInMemory(id, { now: start + i * 977 }));
  for (const [i, one] of steps.entries()) {
    take(devices, one);
    after(devices, i + 1);
  }
  return devices;
}
export const histories = fc.array(step, { minLength: 5, maxLength: 40 });
export const plain = (progress: Progress) => ({
  ...progress,
  cards: [...progress.cards].sort(),
  looks: [...progress.looks].sort(),
  records: [...progress.records].sort(),
  lessons: [...progress.lessons].sort(),
  days: [...progress.days].sort(),
});
