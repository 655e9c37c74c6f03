import type { CardId } from '../../../domain/ids.ts';
import type { JournalEvent, ReviewEvent, ReviewMode, Stamp } from '../../../domain/history/events.ts';
import * as limits from '../../../domain/history/limits.ts';
import { REVIEW_MODES } from '../../../domain/history/event-schemas.ts';
import type { Verdict } from '../../../domain/judgement.ts';
import type { Grade } from '../../../domain/grade.ts';
import type { KeptMemory, Phase } from '../../../domain/study/schedule.ts';
import { ByteReader, wordsOf, type Words } from './byte-reader.ts';

/**
 * Nearly all lines of a journal are reviews, written with their keys in one order. A rebuild of a million of them is their
 * reading, so they have a reader of their own; it knows what it reads or gives up, and JSON.parse and the schema take the line.
 */
const key = (text: string) => Buffer.from(text);
const STAMP = {
  device: key('{"v":1,"device":'),
  seq: key(',"seq":'),
  at: key(',"at":'),
  order: key(',"order":'),
  utcOffsetMin: key(',"utcOffsetMin":'),
  batch: key(',"batch":'),
  more: key(',"more":true'),
};
const REVIEW = {
  ...{
    card: key(',"type":"review","card":'),
    prev: key(',"prev":'),
    mode: key(',"mode":'),
    grade: key(',"grade":'),
    memory: key(',"memory":'),
  },
  ...{
    retention: key(',"retention":'),
    rolloverHour: key(',"rolloverHour":'),
    elapsedMs: key(',"elapsedMs":'),
    verdict: key(',"verdict":'),
    parameters: key(',"parameters":'),
    source: key(',"source":'),
    course: key(',"course":'),
  },
};
const MEMORY = {
  ...{
    phase: key('{"phase":'),
    due: key(',"due":'),
    stabilityDays: key(',"stabilityDays":'),
    difficulty: key(',"difficulty":'),
  },
  ...{
    intervalDays: key(',"intervalDays":'),
    step: key(',"step":'),
    reps: key(',"reps":'),
    lapses: key(',"lapses":'),
    lastReview: key(',"lastReview":'),
  },
};
const MEMORY_END = key('}');
const NULL = key('null');
const COMMA = 0x2c;
const PHASES = wordsOf<Phase>(['review', 'learning', 'relearning']);
const MODES = wordsOf<ReviewMode>(REVIEW_MODES);
const VERDICTS = wordsOf<Verdict>(['right', 'wrong', 'close', 'partial']);

type Behind = 'verdict' | 'source' | 'course';
type Review = Omit<Stamp, 'more'> &
  Omit<ReviewEvent, Behind> & { -readonly [K in Behind | 'more']?: (Stamp & ReviewEvent)[K] };
/** What a review in a batch says of it, which nearly none has. */
type InBatch = Pick<Stamp, 'more'> & { readonly batch: number };

/** One line is read at a time, so one reader is enough. */
const reader = new ByteReader();
/** The device of the line before, which is most often that of the next. */
let device: Words = wordsOf(['']);

function number(before: Uint8Array): number {
  reader.pass(before);
  return reader.number();
}

function deviceOf(): string {
  reader.pass(STAMP.device);
  if (!reader.ok) return '';
  const { offset } = reader;
  const known = reader.word(device);
  if (reader.ok) return known;
  reader.go(reader.bytes, offset);
  const text = reader.text();
  if (!limits.DEVICE_ID.test(text)) reader.ok = false;
  if (reader.ok) device = wordsOf([text]);
  return text;
}

function isNull(): boolean {
  if (reader.bytes[reader.offset] !== NULL[0]) return false;
  reader.pass(NULL);
  return true;
}

function memoryOf(): KeptMemory | null {
  if (isNull()) return null;
  reader.pass(MEMORY.phase);
  const phase = reader.word(PHASES);
  const due = number(MEMORY.due);
  const stabilityDays = number(MEMORY.stabilityDays);
  const difficulty = number(MEMORY.difficulty);
  const intervalDays = number(MEMORY.intervalDays);
  const step = number(MEMORY.step);
  const reps = number(MEMORY.reps);
  const lapses = number(MEMORY.lapses);
  const lastReview = number(MEMORY.lastReview);
  reader.pass(MEMORY_END);
  return { phase, due, stabilityDays, difficulty, intervalDays, step, reps, lapses, lastReview };
}

/** Where a line says that it came in with others; null where it does not, as nearly all. */
function inBatch(): InBatch | null {
  if (!reader.skip(STAMP.batch)) return null;
  const batch = reader.number();
  return reader.skip(STAMP.more) ? { batch, more: true } : { batch };
}

/** A review up to `elapsedMs`, which every one has. Keys stand as in the line: it is written again as it was. */
function commonOf(): Review {
  const from = deviceOf();
  const seq = number(STAMP.seq);
  const at = number(STAMP.at);
  const order = number(STAMP.order);
  const utcOffsetMin = number(STAMP.utcOffsetMin);
  const together = inBatch();
  reader.pass(REVIEW.card);
  const card = reader.text() as CardId;
  reader.pass(REVIEW.prev);
  const prev = isNull() ? null : reader.ref();
  reader.pass(REVIEW.mode);
  const mode = reader.word(MODES);
  const grade = number(REVIEW.grade) as Grade;
  reader.pass(REVIEW.memory);
  const memory = memoryOf();
  const retention = number(REVIEW.retention);
  const rolloverHour = number(REVIEW.rolloverHour);
  const elapsedMs = number(REVIEW.elapsedMs);
  const type = 'review';
  // Shapes written out: an object that is put together of parts is slow wherever it is read.
  if (together === null)
    // prettier-ignore
    return { v: 1, device: from, seq, at, order, utcOffsetMin, type, card, prev, mode, grade, memory, retention, rolloverHour, elapsedMs };
  const { batch, more } = together;
  if (more === undefined)
    // prettier-ignore
    return { v: 1, device: from, seq, at, order, utcOffsetMin, batch, type, card, prev, mode, grade, memory, retention, rolloverHour, elapsedMs };
  // prettier-ignore
  return { v: 1, device: from, seq, at, order, utcOffsetMin, batch, more, type, card, prev, mode, grade, memory, retention, rolloverHour, elapsedMs };
}

const isWhole = (value: number, min: number, max: number) =>
  value >= min && value <= max && Math.floor(value) === value;
const isCount = (value: number) => isWhole(value, 0, limits.MAX_COUNT);
const isDate = (value: number) => value >= -limits.MAX_DATE && value <= limits.MAX_DATE;

const isMemory = (memory: KeptMemory): boolean =>
  isDate(memory.due) &&
  memory.stabilityDays >= limits.MIN_STABILITY_DAYS &&
  memory.stabilityDays <= limits.MAX_DAYS &&
  memory.difficulty >= limits.MIN_DIFFICULTY &&
  memory.difficulty <= limits.MAX_DIFFICULTY &&
  memory.intervalDays >= 0 &&
  memory.intervalDays <= limits.MAX_DAYS &&
  isCount(memory.step) &&
  isCount(memory.reps) &&
  isCount(memory.lapses) &&
  isDate(memory.lastReview);

/** Is everything up to `elapsedMs` in the ranges of the schema? Only what the reader itself has not looked at yet. */
const isInRange = (event: Review): boolean =>
  isWhole(event.seq, 1, limits.MAX_SEQ) &&
  isWhole(event.at, limits.MIN_AT, limits.MAX_AT) &&
  isWhole(event.order, 0, Number.MAX_SAFE_INTEGER) &&
  isWhole(event.utcOffsetMin, -limits.MAX_OFFSET_MIN, limits.MAX_OFFSET_MIN) &&
  event.card.length >= 1 &&
  event.card.length <= limits.MAX_ID &&
  isWhole(event.grade, 1, 4) &&
  (event.memory === null || isMemory(event.memory)) &&
  event.retention >= limits.MIN_RETENTION &&
  event.retention <= limits.MAX_RETENTION &&
  isWhole(event.rolloverHour, 0, 23) &&
  event.elapsedMs >= 0 &&
  event.elapsedMs <= limits.MAX_ELAPSED_MS &&
  (event.batch === undefined || isWhole(event.batch, 1, event.seq));

const isText = (value: unknown) => typeof value === 'string' && value.length <= limits.MAX_TEXT;
function isResponse(value: unknown): boolean {
  if (isText(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  const parts = Object.entries(value);
  if (parts.length > limits.MAX_PARTS) return false;
  return parts.every(
    ([name, text]) => isText(text) && (Array.isArray(value) || (isText(name) && name !== '__proto__')),
  );
}
const areSteps = (value: unknown) =>
  Array.isArray(value) &&
  value.length <= 10 &&
  value.every((minutes) => typeof minutes === 'number' && minutes >= 1 && minutes <= 1440);
const IN_SCHEDULE = new Map<string, (value: unknown) => boolean>([
  ['learningStepsMin', areSteps],
  ['relearningStepsMin', areSteps],
  ['maximumIntervalDays', (value) => typeof value === 'number' && isWhole(value, 1, 36_500)],
]);
const isSchedule = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([name, chosen]) => IN_SCHEDULE.get(name)?.(chosen));
const isName = (value: unknown, most: number) => typeof value === 'string' && value.length > 0 && value.length <= most;
const isRef = (value: unknown) => typeof value === 'string' && limits.EVENT_REF.test(value);
/** What may stand behind `elapsedMs`. */
const AT_END = new Map<string, (value: unknown) => boolean>([
  ['verdict', (value) => VERDICTS.some(({ text }) => text === value)],
  ['response', isResponse],
  ['timeCapS', (value) => typeof value === 'number' && isWhole(value, 10, 600)],
  ['corrects', isRef],
  ['sure', (value) => typeof value === 'boolean'],
  ['parameters', isRef],
  ['schedule', isSchedule],
  ['source', (value) => isName(value, limits.MAX_SOURCE)],
  ['course', (value) => isName(value, limits.MAX_ID)],
  ['more', (value) => value === true],
]);

/** Takes what stands behind `elapsedMs` of a review that was brought in; false where it is anything else. */
function isBroughtUpTo(event: Review, to: number): boolean {
  if (!reader.skip(REVIEW.source)) return false;
  const source = reader.text();
  const course = reader.skip(REVIEW.course) ? reader.text() : undefined;
  const goesOn = event.batch !== undefined && reader.skip(STAMP.more);
  if (!reader.ok || reader.offset !== to || !isName(source, limits.MAX_SOURCE)) return false;
  if (course !== undefined && !isName(course, limits.MAX_ID)) return false;
  event.source = source;
  if (course !== undefined) event.course = course;
  if (goesOn) event.more = true;
  return true;
}

/** The review with what stands behind `elapsedMs`; null where that is anything but what a review may have there. */
function withRest(event: Review, json: string): Review | null {
  try {
    const rest = JSON.parse(json) as object;
    const isKnown = Object.entries(rest).every(([name, value]) => AT_END.get(name)?.(value));
    return isKnown && !('more' in rest && event.batch === undefined) ? Object.assign(event, rest) : null;
  } catch {
    return null;
  }
}

/**
 * The review in `bytes[from..to)`, which is a line without the brace and the seal at its end; null where it is another event
 * or laid out in another way. What is returned equals what JSON.parse makes of it, and the schema of reviews takes it.
 */
export function readReview(bytes: Buffer, from: number, to: number): JournalEvent | null {
  reader.go(bytes, from);
  const event = commonOf();
  if (!reader.ok || reader.offset > to || !isInRange(event)) return null;
  const rest = reader.offset;
  if (rest === to) return event;
  if (isBroughtUpTo(event, to)) return event;
  reader.go(bytes, rest);
  reader.pass(REVIEW.verdict);
  const verdict = reader.word(VERDICTS);
  if (reader.ok && reader.offset === to) {
    event.verdict = verdict;
    return event;
  }
  if (reader.ok) reader.pass(REVIEW.parameters);
  const parameters = reader.ok ? reader.ref() : null;
  if (reader.ok && reader.offset === to) return Object.assign(event, { verdict, parameters });
  return bytes[rest] === COMMA ? withRest(event, `{${bytes.toString('utf8', rest + 1, to)}}`) : null;
}
