/** 2000-01-01 and 2100-01-01, epoch ms: before Anki was written, and after all who use it now. */
const EARLIEST = 946_684_800_000;
const LATEST = 4_102_444_800_000;

/** Can an instant (epoch ms) be when something was made, changed or answered? */
export const isInRange = (at: number): boolean => at >= EARLIEST && at < LATEST;
