import { refOf } from '../../domain/history/events.ts';
import { noteOfRecord } from '../../domain/history/records.ts';
import { batchOf } from '../../domain/history/voided.ts';
import type { ProgressStore } from '../ports.ts';

/**
 * When notes were changed here last, epoch ms, by their names in the library: by an edit, or by taking one back, so that another program
 * that has an earlier state of the note takes this one for newer.
 */
export async function editTimes(store: ProgressStore): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (const event of await store.readChoices('note', 'note-field')) {
    if (event.type !== 'note-field' && event.type !== 'note') continue;
    const key = noteOfRecord(event.type, event.id);
    const undo = store.isUndone(event) ? store.undoOf(batchOf(event) ?? refOf(event)) : null;
    const at = Math.max(event.at, (undo && store.find(undo)?.at) ?? 0);
    times.set(key, Math.max(times.get(key) ?? 0, at));
  }
  return times;
}
