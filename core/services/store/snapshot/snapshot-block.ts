import { EVENT_REF } from '../../../domain/history/limits.ts';
import type { CardState } from '../../../domain/progress.ts';
import type { Memory, Phase } from '../../../domain/study/schedule.ts';
import type { CardMaps, CardRecord } from './snapshot.ts';
import { trailText } from '../fold/trails.ts';

/**
 * Some cards of the document, one line of JSON. Their numbers are not text: a start would spend more on reading a million and a
 * half of them than on everything else.
 */
interface Block {
  readonly ids: readonly string[];
  readonly last: readonly (string | null)[];
  /** Place in the block, what it was, and when, of the cards that have an attempt. */
  readonly attempts: readonly (readonly [at: number, what: 'hint' | 'close', when: number])[];
  /** Texts of the trails with commas between them. */
  readonly trails: string;
  /** Base64 of `FIELDS` doubles for each card, little-endian. */
  readonly numbers: string;
}

const PHASES: readonly Phase[] = ['learning', 'review', 'relearning'];
const NO_MEMORY = -1;
const SUSPENDED = 1;
const MARKED = 2;
/**
 * revision, introducedAt (NaN: none), bits (1 suspended, 2 marked), buriedUntilDay, flag, phase (place in `PHASES`, −1: no
 * memory), due, stabilityDays, difficulty, intervalDays, step, reps, lapses, lastReview.
 */
const FIELDS = 14;
const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const CARD_BYTES = FIELDS * DOUBLE;

function setNumbers(
  numbers: DataView,
  at: number,
  { memory, revision, introducedAt, suspended, marked, buriedUntilDay, flag }: CardState,
): void {
  const set = (field: number, value: number) => numbers.setFloat64(at + field * DOUBLE, value, true);
  set(0, revision);
  set(1, introducedAt ?? NaN);
  set(2, (suspended ? SUSPENDED : 0) + (marked ? MARKED : 0));
  set(3, buriedUntilDay);
  set(4, flag);
  set(5, memory ? PHASES.indexOf(memory.phase) : NO_MEMORY);
  if (memory === null) return;
  set(6, memory.due);
  set(7, memory.stabilityDays);
  set(8, memory.difficulty);
  set(9, memory.intervalDays);
  set(10, memory.step);
  set(11, memory.reps);
  set(12, memory.lapses);
  set(13, memory.lastReview);
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** A block as its line, without the newline. */
export function encodeBlock(cards: readonly CardRecord[]): string {
  const bytes = Buffer.alloc(cards.length * CARD_BYTES);
  const numbers = viewOf(bytes);
  const attempts: Block['attempts'][number][] = [];
  for (const [i, { state }] of cards.entries()) {
    setNumbers(numbers, i * CARD_BYTES, state);
    if (state.attempt) attempts.push([i, state.attempt.what, state.attempt.at]);
  }
  const block: Block = {
    ids: cards.map(({ id }) => id),
    last: cards.map(({ state }) => state.last),
    attempts,
    trails: cards.map(({ trail }) => (typeof trail === 'string' ? trail : trailText(trail))).join(','),
    numbers: bytes.toString('base64'),
  };
  return JSON.stringify(block);
}

function memoryAt(numbers: DataView, at: number): Memory | null {
  const phase = PHASES[numbers.getFloat64(at + 5 * DOUBLE, true)];
  if (phase === undefined) return null;
  return {
    phase,
    due: numbers.getFloat64(at + 6 * DOUBLE, true),
    stabilityDays: numbers.getFloat64(at + 7 * DOUBLE, true),
    difficulty: numbers.getFloat64(at + 8 * DOUBLE, true),
    intervalDays: numbers.getFloat64(at + 9 * DOUBLE, true),
    step: numbers.getFloat64(at + 10 * DOUBLE, true),
    reps: numbers.getFloat64(at + 11 * DOUBLE, true),
    lapses: numbers.getFloat64(at + 12 * DOUBLE, true),
    lastReview: numbers.getFloat64(at + 13 * DOUBLE, true),
  };
}

const isText = (id: unknown) => typeof id === 'string';
const isLast = (ref: unknown) => ref === null || (typeof ref === 'string' && EVENT_REF.test(ref));
const isAttempt = (one: unknown) =>
  Array.isArray(one) &&
  Number.isInteger(one[0]) &&
  (one[1] === 'hint' || one[1] === 'close') &&
  Number.isFinite(one[2]);

function blockOf(line: string): Block {
  const { ids, last, attempts, trails, numbers } = JSON.parse(line) as Partial<Record<keyof Block, unknown>>;
  const isBlock =
    Array.isArray(ids) &&
    ids.every(isText) &&
    Array.isArray(last) &&
    last.length === ids.length &&
    last.every(isLast) &&
    Array.isArray(attempts) &&
    attempts.every(isAttempt) &&
    typeof trails === 'string' &&
    typeof numbers === 'string';
  if (!isBlock) throw new SyntaxError('no block of cards');
  return { ids, last, attempts, trails, numbers };
}

/** Puts the cards of a block's line into the maps. @throws SyntaxError, RangeError where the line is none */
export function decodeBlock(line: string, { cards, trails }: CardMaps): void {
  const { ids, last, attempts, trails: texts, numbers } = blockOf(line);
  const bytes = Buffer.from(numbers, 'base64');
  const view = viewOf(bytes);
  const attempted = new Map(attempts.map(([at, what, when]) => [at, { what, at: when }]));
  const place = trails.addTexts(texts);
  for (let i = 0; i < ids.length; i++) {
    const at = i * CARD_BYTES;
    const introducedAt = view.getFloat64(at + DOUBLE, true);
    const bits = view.getFloat64(at + 2 * DOUBLE, true);
    cards.set(ids[i]!, {
      memory: memoryAt(view, at),
      revision: view.getFloat64(at, true),
      last: last[i]!,
      introducedAt: Number.isNaN(introducedAt) ? null : introducedAt,
      suspended: (bits & SUSPENDED) !== 0,
      buriedUntilDay: view.getFloat64(at + 3 * DOUBLE, true),
      flag: view.getFloat64(at + 4 * DOUBLE, true),
      marked: (bits & MARKED) !== 0,
      attempt: attempted.size === 0 ? null : (attempted.get(i) ?? null),
    });
    trails.setPlace(ids[i]!, place + i);
  }
}
