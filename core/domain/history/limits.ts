/**
 * What an event can hold. A line outside of these was never written by the app, whatever its checksum says; each leaves more
 * room than any honest history needs. The fast reader of reviews compares with the same numbers as the schemas.
 */

/** Devices whose events make one history. */
export const MAX_DEVICES = 4_096;
/** `seq × MAX_DEVICES + place of the device` must stay exact in a double. */
export const MAX_SEQ = 2 ** 40;
/** Numbers that may be lost between two lines of one device; what lies further ahead is not its own. */
export const MAX_SEQ_GAP = 10_000_000;
/** The years 1 to 9999, epoch ms: a clock can be wrong by decades either way, and a file name has four digits for the year. */
export const MIN_AT = -62_135_596_800_000;
export const MAX_AT = 253_402_300_799_999;
/** Behind it, an order is only taken as the next one after those that were seen: events can go on for ever. */
export const MAX_ORDER = 2 ** 52;
/** What a JavaScript date can be, epoch ms: when a card comes due may lie a century behind any clock. */
export const MAX_DATE = 8_640_000_000_000_000;
/** The latest stamp at its true time is still a year that a stamp can have. */
export const MAX_DAYS_AHEAD = 3_652_058;
export const MAX_OFFSET_MIN = 1_440;
/** Study days either way of 1970. */
export const MAX_DAY = 100_000_000;
/** Characters of the name of a card, course, lesson or section. */
export const MAX_ID = 1_000;
/** Characters of the name that a review has where it comes from. */
export const MAX_SOURCE = 100;
/** Characters of a typed answer, and how many parts it can have. */
export const MAX_TEXT = 10_000;
export const MAX_PARTS = 1_000;
/** Characters of what the learner writes into a field of a note, and how many tags it can have. */
export const MAX_FIELD = 200_000;
export const MAX_TAGS = 1_000;
/** Cards a record names in one list. */
export const MAX_RECORD_CARDS = 5_000;
/** A week. */
export const MAX_EXAM_MS = 604_800_000;
/** Characters of a device's or file's name. */
export const MAX_NAME = 500;
/** FSRS itself refuses less, and never leaves more than 36 500. */
export const MIN_STABILITY_DAYS = 0.001;
export const MAX_DAYS = 1_000_000;
export const MIN_DIFFICULTY = 1;
export const MAX_DIFFICULTY = 10;
export const MIN_RETENTION = 0.7;
export const MAX_RETENTION = 0.97;
export const MAX_ELAPSED_MS = 86_400_000;
/** Steps, repetitions, lapses, and how many of anything. */
export const MAX_COUNT = 2 ** 40;
/** Names the app writes into one undo, a line of about 12 kB; a longer one is read all the same. */
export const REFS_AN_UNDO = 500;
/** Of a line; what says more is damaged, not newer. */
export const MAX_VERSION = 1_000;

/** Ids of devices: names of folders, too. */
export const DEVICE_ID = /^[a-z0-9]{6,40}$/;
export const MIN_DEVICE_ID = 6;
export const MAX_DEVICE_ID = 40;
/** Digits of a sequence number in the name of an event. */
export const MAX_SEQ_DIGITS = 13;
/** A course and a lesson of it; their own names may hold anything. */
export const LESSON_KEY = /^.+\/.+$/s;
export const EVENT_REF = /^[a-z0-9]{6,40}:[1-9]\d{0,12}$/;
