/** More than any collection has: what goes beyond is no archive of ours but a trap. */
export const MAX_ENTRIES = 200_000;
/** Journals compress about eight to one; no file of ours comes near this. */
export const MAX_RATIO = 250;
