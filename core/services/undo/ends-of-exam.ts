import { refOf, type JournalEvent } from '../../domain/history/events.ts';
import { batchOf } from '../../domain/history/voided.ts';
import type { EventRef } from '../../domain/ids.ts';
import type { ProgressStore } from '../ports.ts';

/** What ended an exam and still stands, with the reviews it counted as: they go with the exam's beginning. None for other events. */
export function endsOfExam(begun: JournalEvent, store: ProgressStore): EventRef[] {
  if (begun.type !== 'exam' || begun.set.startedAt === undefined) return [];
  const ends: EventRef[] = [];
  for (const event of store.backwards()) {
    if (refOf(event) === refOf(begun)) break;
    if (event.type !== 'exam' || event.id !== begun.id || store.isUndone(event)) continue;
    ends.push(batchOf(event) ?? refOf(event));
  }
  return ends;
}
