import type { JournalEvent } from './events.ts';

/** Parameters that were trained and refused: kept so that the next try is known, but nothing the learner did or could take back. */
export const isTrial = (event: JournalEvent): boolean => event.type === 'parameters' && event.id === 'tried';
