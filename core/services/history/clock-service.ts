import type { Handlers } from '../../api/contract.ts';
import type { Clock, ProgressStore, StoreNotice } from '../ports.ts';
import { aheadOfClock } from './ahead-of-clock.ts';

/** What the store found at its start, and whether its events lie ahead of the clock now. */
export async function noticesOf(store: ProgressStore, clock: Clock): Promise<StoreNotice[]> {
  const ahead = await aheadOfClock(store, clock.now());
  const told = store.notices.map((notice) => ({ ...notice }));
  if (ahead === null) return told;
  // That the clock went back is the same news with less in it.
  const others = told.filter(({ code }) => code !== 'clock-went-back');
  return [...others, { code: 'clock-ahead', count: ahead.events, days: ahead.days }];
}

/** Puts right what a clock that ran ahead has stamped. */
export const createClockService = (store: ProgressStore, clock: Clock): Pick<Handlers, 'data.correctClock'> => ({
  'data.correctClock': async () => {
    const ahead = await aheadOfClock(store, clock.now());
    if (ahead !== null) await store.appendBatch([{ type: 'clock', spans: ahead.spans }], ahead.events);
    return { events: ahead?.events ?? 0 };
  },
});
