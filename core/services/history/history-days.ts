import type { Output } from '../../api/contract.ts';
import type { JournalEvent } from '../../domain/history/events.ts';
import { isBrought } from '../../domain/history/brought-device.ts';
import { MODES } from '../../domain/study/modes.ts';
import { studyDay } from '../../domain/study/study-day.ts';
import { noteOfRecord } from '../../domain/history/records.ts';
import { batchOf } from '../../domain/history/voided.ts';
import { breathe } from '../jobs/slices.ts';
import { SettingChanges } from './setting-changes.ts';
import { batchEntry, entryOf, type Entry, type EntrySources } from './history-entry.ts';

type Day = Output<'history.list'>['days'][number];

/** The learner can look back, and undo, this many study days. */
export const HISTORY_DAYS = 90;
/** Events between two chances to give the loop free. */
const GROUP = 500;

/** One study day while it is put together, newest event first. */
class DayBuilder {
  readonly #entries: Entry[] = [];
  readonly #batches = new Map<string, { head: JournalEvent; count: number; notes: Set<string> }>();
  readonly #answers = { reviews: { count: 0, at: 0 }, practice: { count: 0, at: 0 } };

  constructor(readonly day: number) {}

  add(event: JournalEvent, sources: EntrySources, changes: Entry['changes']): void {
    // What was done elsewhere was not done here: the device that took it in says so.
    if (isBrought(event.device)) return;
    const batch = batchOf(event);
    if (event.type === 'review' && batch === null) {
      if (sources.store.isUndone(event) && event.corrects !== undefined) return;
      const answers = this.#answers[MODES[event.mode].schedules ? 'reviews' : 'practice'];
      answers.count += sources.store.isUndone(event) ? 0 : 1;
      answers.at = Math.max(answers.at, event.at);
      return;
    }
    if (batch === null || event.type === 'restore') {
      const entry = entryOf(event, sources);
      if (entry) this.#entries.push(changes ? { ...entry, changes } : entry);
    } else if (event.type !== 'undo' && event.type !== 'setting') {
      const cards = event.type === 'card' ? event.cards.length : 1;
      const known = this.#batches.get(batch);
      // What comes first says what it is; but a deck that is named for a note that is put into it is told with that.
      const isForNotes = event.type === 'deck' && (known?.head.type === 'note' || known?.head.type === 'note-field');
      const head = known && isForNotes ? known.head : event;
      const notes = known?.notes ?? new Set<string>();
      if (event.type === 'note' || event.type === 'note-field') notes.add(noteOfRecord(event.type, event.id));
      this.#batches.set(batch, { head, count: (known?.count ?? 0) + cards, notes });
    }
  }

  build(sources: EntrySources): Day {
    const batches = [...this.#batches.values()]
      // What an exam counted as is told with the exam.
      .filter(({ head }) => head.type !== 'exam')
      .flatMap(({ head, count, notes }) => batchEntry(head, count, notes.size, sources) ?? []);
    const answers = (['reviews', 'practice'] as const).flatMap((kind) => {
      const { count, at } = this.#answers[kind];
      return at === 0
        ? []
        : [{ ref: null, at, kind, count, about: null, device: null, undone: false, undoable: false }];
    });
    return { day: this.day, entries: [...answers, ...this.#entries, ...batches].sort((a, b) => b.at - a.at) };
  }
}

/** The study day an event counts for. */
export const dayOf = (event: JournalEvent, rolloverHour: number): number =>
  studyDay(event.at, {
    utcOffsetMin: event.utcOffsetMin,
    rolloverHour: event.type === 'review' ? event.rolloverHour : rolloverHour,
  });

/** No event behind this one, in the order of the history, counts for a later day: its order is never before its instant. */
export const latestDayBehind = ({ order, utcOffsetMin }: JournalEvent, rolloverHour: number): number =>
  studyDay(order, { utcOffsetMin, rolloverHour }) + 1;

/**
 * Days on which something was done, newest first.
 * @param days at most so many @param before only days before this one @param today the study day it is now
 */
export async function historyDays(
  sources: EntrySources,
  { days, before, today }: { days: number; before: number; today: number },
): Promise<{ days: Day[]; more: boolean }> {
  const { rolloverHour } = sources.store.progress.settings;
  const builders = new Map<number, DayBuilder>();
  /** The oldest day that is shown, once there are more than are wanted. */
  let oldest = -Infinity;
  let seen = 0;
  const settings = new SettingChanges();
  for (const event of sources.store.backwards()) {
    if (++seen % GROUP === 0) await breathe();
    const latest = latestDayBehind(event, rolloverHour);
    if (latest <= today - HISTORY_DAYS || latest < oldest) break;
    const changes = event.type === 'setting' ? settings.add(event, sources.store.isUndone(event)) : undefined;
    const day = dayOf(event, rolloverHour);
    if (day >= before || day <= today - HISTORY_DAYS || day < oldest) continue;
    const builder = builders.get(day) ?? new DayBuilder(day);
    builder.add(event, sources, changes);
    builders.set(day, builder);
    // A clock that went back brings days out of their order: only the whole of a longer list tells which are the newest.
    if (builders.size > days) oldest = [...builders.keys()].sort((a, b) => b - a)[days]!;
  }
  const newestFirst = [...builders.values()].sort((a, b) => b.day - a.day);
  const shown = newestFirst.map((builder) => builder.build(sources)).filter(({ entries }) => entries.length > 0);
  return { days: shown.slice(0, days), more: shown.length > days };
}
