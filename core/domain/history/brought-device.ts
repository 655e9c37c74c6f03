/**
 * Ids of the devices that stand for what was brought in from elsewhere begin so: each is nobody's computer, only the journal of one
 * import (see `store/journal/brought-journal.ts`).
 */
export const BROUGHT = 'brought';
export const isBrought = (device: string): boolean => device.startsWith(BROUGHT);
