import { countedMs } from '../../../domain/history/answer-time.ts';
import { refOf, type JournalEvent, type ReviewEvent, type Stamp } from '../../../domain/history/events.ts';
import type { CardId, EventRef } from '../../../domain/ids.ts';
import { MODES } from '../../../domain/study/modes.ts';
import type { Phase } from '../../../domain/study/schedule.ts';
import { studyDay } from '../../../domain/study/study-day.ts';
import type { ProgressStore } from '../../ports.ts';

/** One answer that counts, and what stood before it. */
export interface PlainRow {
  readonly event: Stamp & ReviewEvent;
  readonly card: CardId;
  readonly day: number;
  readonly hour: number;
  readonly right: boolean;
  readonly elapsedMs: number;
  readonly schedules: boolean;
  readonly phase: Phase | 'new';
  readonly intervalDays: number;
  readonly stabilityDays: number | null;
  readonly elapsedDays: number;
  readonly recall: number | null;
  readonly reps: number;
  readonly lapses: number;
}

interface Before {
  phase: Phase;
  stabilityDays: number;
  intervalDays: number;
  lastDay: number;
  reps: number;
  lapses: number;
  decay: number;
}

/** FSRS-6's forgetting curve as its authors write it. */
function curve(days: number, stability: number, decay: number): number {
  const factor = 0.9 ** (1 / -decay) - 1;
  return (1 + (factor * days) / stability) ** -decay;
}

/** All answers that count, oldest first, as objects: the slow and obvious way. */
export function plainRows(store: ProgressStore): PlainRow[] {
  const events = [...store.backwards()].reverse();
  const byRef = new Map<EventRef, JournalEvent>(events.map((event) => [refOf(event), event]));
  const before = new Map<CardId, Before>();
  const rows: PlainRow[] = [];
  for (const event of events) {
    if (store.isUndone(event)) continue;
    if (event.type === 'card') {
      for (const card of event.cards) {
        const known = before.get(card);
        const { memory } = event.change;
        if (event.change.reset) before.delete(card);
        else if (memory && (!known || known.lastDay < memory.lastDay)) {
          const { phase, stabilityDays, lastDay, reps, lapses } = memory;
          const { dueDay = lastDay + memory.intervalDays } = event.change;
          const days = { lastDay, intervalDays: Math.max(0, dueDay - lastDay) };
          before.set(card, { phase, stabilityDays, reps, lapses, ...days, decay: 0.1542 });
        } else if (!memory && known && event.change.dueDay !== undefined) {
          if (known.lastDay > (event.change.lastDay ?? Infinity)) continue;
          known.phase = 'review';
          known.intervalDays = Math.max(0, event.change.dueDay - known.lastDay);
        }
      }
    }
    if (event.type !== 'review') continue;
    const known = before.get(event.card);
    const day = studyDay(event.at, event);
    const elapsedDays = known ? Math.max(0, day - known.lastDay) : 0;
    const schedules = MODES[event.mode].schedules;
    rows.push({
      ...{ event, card: event.card, day, schedules, elapsedDays },
      hour: new Date(event.at + event.utcOffsetMin * 60_000).getUTCHours(),
      right: event.grade > 1,
      elapsedMs: Math.round(countedMs(event)),
      phase: known?.phase ?? 'new',
      intervalDays: known?.intervalDays ?? 0,
      stabilityDays: known?.stabilityDays ?? null,
      recall: known ? curve(elapsedDays, known.stabilityDays, known.decay) : null,
      reps: known?.reps ?? 0,
      lapses: known?.lapses ?? 0,
    });
    if (!schedules || !event.memory) continue;
    const parameters = event.parameters && byRef.get(event.parameters);
    const weights = parameters?.type === 'parameters' ? parameters.set.weights : undefined;
    before.set(event.card, {
      phase: event.memory.phase,
      stabilityDays: event.memory.stabilityDays,
      intervalDays: event.memory.intervalDays,
      lastDay: studyDay(event.memory.lastReview, event),
      reps: (known?.reps ?? 0) + 1,
      lapses: (known?.lapses ?? 0) + (elapsedDays > 0 && event.grade === 1 ? 1 : 0),
      decay: weights?.[20] ?? 0.1542,
    });
  }
  return rows;
}
