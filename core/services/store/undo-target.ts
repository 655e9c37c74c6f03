import { AppError } from '../../domain/errors.ts';
import type { EventRef } from '../../domain/ids.ts';
import type { EventBody, EventType, JournalEvent } from '../../domain/history/events.ts';
import { isVoided, type Voided } from '../../domain/history/voided.ts';
import { isTrial } from '../../domain/history/trial.ts';
import type { Journals } from './journal/journals.ts';

/** Events that are no deed of the learner: an undo without a name passes them over. */
const PASSED_OVER: ReadonlySet<EventType> = new Set(['undo', 'place', 'merge']);

/**
 * The event that an undo takes back: the named one, or without a name the last deed of the device that still counts.
 * @throws AppError `nothing-to-undo`
 */
export function undoTarget(journals: Journals, device: string, voided: Voided, ref?: EventRef): JournalEvent {
  const target = ref === undefined ? lastDeed(journals, device, voided) : journals.find(ref);
  if (target === null || isVoided(target, voided))
    throw new AppError('nothing-to-undo', 'no such event, or it was taken back already');
  return target;
}

function lastDeed(journals: Journals, device: string, voided: Voided): JournalEvent | null {
  for (const event of journals.of(device).backwards())
    if (!PASSED_OVER.has(event.type) && !isTrial(event) && !isVoided(event, voided)) return event;
  return null;
}

/** Takes each of these back by an undo of its own, which can be taken back in turn. */
export const undosOf = (names: readonly EventRef[]): EventBody[] => names.map((name) => ({ type: 'undo', of: [name] }));
