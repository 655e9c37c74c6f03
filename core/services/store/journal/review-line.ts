import type { JournalEvent, ReviewEvent, ReviewMode, Stamp } from '../../../domain/history/events.ts';
import { REVIEW_MODES } from '../../../domain/history/events.ts';
import type { Verdict } from '../../../domain/judgement.ts';
import type { Grade, Memory, Phase } from '../../../domain/schedule.ts';
import { ByteReader, wordsOf, type Words } from './byte-reader.ts';

/**
 * Nearly all lines of a journal are reviews, written with their keys in one order. A rebuild of a million of them is their
 * reading, so they have a reader of their own; it knows what it reads or gives up, and JSON.parse takes the line.
 */
const key = (text: string) => Buffer.from(text);
const STAMP = {
  device: key('{"v":1,"device":'),
  seq: key(',"seq":'),
  at: key(',"at":'),
  order: key(',"order":'),
  utcOffsetMin: key(',"utcOffsetMin":'),
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
const AT_END = new Set(['verdict', 'response', 'corrects']);
const VERDICTS = wordsOf<Verdict>(['right', 'wrong', 'close', 'partial']);

type Review = Stamp & Omit<ReviewEvent, 'verdict'> & { verdict?: Verdict };

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
  const { at } = reader;
  const known = reader.word(device);
  if (reader.ok) return known;
  reader.go(reader.bytes, at);
  const text = reader.text();
  if (reader.ok) device = wordsOf([text]);
  return text;
}

function isNull(): boolean {
  if (reader.bytes[reader.at] !== NULL[0]) return false;
  reader.pass(NULL);
  return true;
}

function memoryOf(): Memory | null {
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

/** A review up to `elapsedMs`, which every one has. */
function commonOf(): Review {
  const from = deviceOf();
  const seq = number(STAMP.seq);
  const at = number(STAMP.at);
  const order = number(STAMP.order);
  const utcOffsetMin = number(STAMP.utcOffsetMin);
  reader.pass(REVIEW.card);
  const card = reader.text();
  reader.pass(REVIEW.prev);
  const prev = isNull() ? null : reader.text();
  reader.pass(REVIEW.mode);
  const mode = reader.word(MODES);
  const grade = number(REVIEW.grade) as Grade;
  reader.pass(REVIEW.memory);
  const memory = memoryOf();
  const retention = number(REVIEW.retention);
  const rolloverHour = number(REVIEW.rolloverHour);
  const elapsedMs = number(REVIEW.elapsedMs);
  return {
    v: 1,
    device: from,
    seq,
    at,
    order,
    utcOffsetMin,
    type: 'review',
    card,
    prev,
    mode,
    grade,
    memory,
    retention,
    rolloverHour,
    elapsedMs,
  };
}

/** The review with what stands behind `elapsedMs`; null where that is anything but what a review may have there. */
function withRest(event: Review, json: string): Review | null {
  try {
    const rest = JSON.parse(json) as object;
    return Object.keys(rest).every((name) => AT_END.has(name)) ? Object.assign(event, rest) : null;
  } catch {
    return null;
  }
}

/**
 * The review in `bytes[from..to)`, which is a line without the brace and the seal at its end; null where it is another event
 * or laid out in another way. What is returned equals what JSON.parse makes of it.
 */
export function readReview(bytes: Buffer, from: number, to: number): JournalEvent | null {
  reader.go(bytes, from);
  const event = commonOf();
  if (!reader.ok || reader.at > to) return null;
  const rest = reader.at;
  if (rest === to) return event;
  reader.pass(REVIEW.verdict);
  const verdict = reader.word(VERDICTS);
  if (reader.ok && reader.at === to) {
    event.verdict = verdict;
    return event;
  }
  return bytes[rest] === COMMA ? withRest(event, `{${bytes.toString('utf8', rest + 1, to)}}`) : null;
}
