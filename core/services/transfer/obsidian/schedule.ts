import type { SourceCardState, SourceSchedule } from '../format.ts';

const DAY_MS = 86_400_000;
/** How the plugin marks a card that is still new. */
const NEW = '2000-01-01';
const MAX_INTERVAL_DAYS = 36_500;

/** @param written `2024-03-20,124,270`: due day, interval in days, ease in percent. Null for a new card, and where it can not be read. */
export function stateOf(written: string): SourceCardState | null {
  const [, date, days, ease] = /^(\d{4}-\d{2}-\d{2}),(\d+(?:\.\d+)?),(\d+)$/.exec(written.trim()) ?? [];
  const dueAt = Date.parse(`${date}T00:00:00Z`);
  if (date === undefined || date === NEW || Number.isNaN(dueAt)) return null;
  return {
    phase: 'review',
    dueDay: dueAt / DAY_MS,
    intervalDays: Math.min(MAX_INTERVAL_DAYS, Math.max(1, Math.round(Number(days)))),
    reps: 1,
    lapses: 0,
    ease: Math.max(1.3, Number(ease) / 100),
  };
}

/** The file does not say when it was last studied: it is the latest day that a card was answered on. */
export function scheduleOf(states: readonly SourceCardState[]): SourceSchedule | null {
  if (states.length === 0) return null;
  const day = states.reduce((latest, { dueDay, intervalDays }) => Math.max(latest, dueDay! - intervalDays), 0);
  return { at: day * DAY_MS, dayZero: day, rolloverHour: 0, utcOffsetMin: null };
}
