import type { CardFigures } from '../../../domain/card-rows.ts';
import type { Answer, CardChange } from '../../../domain/history/events.ts';
import { chosenDay } from '../../../domain/history/given-memory.ts';
import { UNTOUCHED, type CardState } from '../../../domain/progress.ts';
import { MODES } from '../../../domain/study/modes.ts';
import { underParameters } from '../../../domain/history/card-fold.ts';
import type { Parameters } from '../../../domain/history/parameters.ts';
import { PHASES, rememberedBy, type KeptMemory, type Memory, type Phase } from '../../../domain/study/schedule.ts';
import { dueDay } from '../../../domain/study/due.ts';
import { DAY_MS, studyDay } from '../../../domain/study/study-day.ts';
import type { Packed, PackedRefs } from './packed-refs.ts';

/**
 * What is known of the cards, a column a field, a row a card: names and types of the columns as memory and the snapshot hold them.
 * `bits`: 1 known, 2 suspended, 4 marked, 8 a hint was shown, 16 a near miss made, 32 the memory was recomputed. `phase`: place in `PHASES`, 255 where the
 * card has no memory. NaN stands for no `introducedAt`, no `lastAnswerAt` and no `last`, which is a packed ref.
 */
export const COLUMNS = {
  bits: 'u8',
  phase: 'u8',
  revision: 'f64',
  last: 'f64',
  introducedAt: 'f64',
  buriedUntilDay: 'f64',
  flag: 'f64',
  attemptAt: 'f64',
  due: 'f64',
  stabilityDays: 'f64',
  difficulty: 'f64',
  intervalDays: 'f64',
  step: 'f64',
  reps: 'f64',
  lapses: 'f64',
  lastReview: 'f64',
  lastDay: 'f64',
  daysRight: 'f64',
  lastDayRight: 'f64',
  lastAnswerAt: 'f64',
} as const;
type ColumnName = keyof typeof COLUMNS;
export type CardColumns = { [N in ColumnName]: (typeof COLUMNS)[N] extends 'u8' ? Uint8Array : Float64Array };

export const KNOWN = 1;
const SUSPENDED = 2;
const MARKED = 4;
const HINT = 8;
const CLOSE = 16;
const RECOMPUTED = 32;
const NO_MEMORY = 255;

const NAMES = Object.keys(COLUMNS) as ColumnName[];

/** Bytes of a cache line. Columns that began at the same place of a memory page would push each other out of the cache. */
const LINE = 64;

/** Columns with `rows` rows, in one piece of memory; the first hold what `from` holds. */
export function columnsOf(rows: number, from?: CardColumns): CardColumns {
  const bytes = NAMES.reduce((sum, name) => sum + (COLUMNS[name] === 'u8' ? rows : 8 * rows + LINE), 0);
  const memory = new ArrayBuffer(bytes);
  const made = {} as Record<ColumnName, Uint8Array | Float64Array>;
  let [wide, narrow] = [0, memory.byteLength];
  for (const name of NAMES) {
    const isWide = COLUMNS[name] === 'f64';
    if (!isWide) narrow -= rows;
    const column = isWide ? new Float64Array(memory, wide, rows) : new Uint8Array(memory, narrow, rows);
    if (isWide) wide += 8 * rows + LINE;
    if (from) column.set(from[name]);
    made[name] = column;
  }
  return made as CardColumns;
}

/** The rows from `from` on, at most `rows` of them, as views. */
export function viewOfRows(columns: CardColumns, from: number, rows: number): CardColumns {
  const views = NAMES.map((name) => [name, columns[name].subarray(from, from + rows)]);
  return Object.fromEntries(views) as CardColumns;
}

/** The memory in a row; null where it has none. */
export function memoryAt(columns: CardColumns, row: number): Memory | null {
  const phase = PHASES[columns.phase[row]!];
  if (phase === undefined) return null;
  return {
    phase,
    due: columns.due[row]!,
    stabilityDays: columns.stabilityDays[row]!,
    difficulty: columns.difficulty[row]!,
    intervalDays: columns.intervalDays[row]!,
    step: columns.step[row]!,
    reps: columns.reps[row]!,
    lapses: columns.lapses[row]!,
    lastReview: columns.lastReview[row]!,
    lastDay: columns.lastDay[row]!,
  };
}

/** The state in a row, or undefined where nothing but a trail is known. */
export function stateAt(columns: CardColumns, row: number, refs: PackedRefs): CardState | undefined {
  const bits = columns.bits[row]!;
  if ((bits & KNOWN) === 0) return undefined;
  const last = columns.last[row]!;
  const introducedAt = columns.introducedAt[row]!;
  const lastAnswerAt = columns.lastAnswerAt[row]!;
  return {
    memory: memoryAt(columns, row),
    isRecomputed: (bits & RECOMPUTED) !== 0,
    revision: columns.revision[row]!,
    last: Number.isNaN(last) ? null : refs.nameOf(last),
    introducedAt: Number.isNaN(introducedAt) ? null : introducedAt,
    suspended: (bits & SUSPENDED) !== 0,
    buriedUntilDay: columns.buriedUntilDay[row]!,
    flag: columns.flag[row]!,
    marked: (bits & MARKED) !== 0,
    attempt:
      (bits & (HINT | CLOSE)) === 0 ? null : { what: bits & HINT ? 'hint' : 'close', at: columns.attemptAt[row]! },
    daysRight: columns.daysRight[row]!,
    lastDayRight: columns.lastDayRight[row]!,
    lastAnswerAt: Number.isNaN(lastAnswerAt) ? null : lastAnswerAt,
  };
}

/** Reads a row's figures as they stand there. False, with nothing read, where nothing but a trail is known. */
export function readFigures(columns: CardColumns, row: number, into: CardFigures): boolean {
  const bits = columns.bits[row]!;
  if ((bits & KNOWN) === 0) return false;
  into.phase = PHASES[columns.phase[row]!] ?? null;
  into.due = columns.due[row]!;
  into.stabilityDays = columns.stabilityDays[row]!;
  into.difficulty = columns.difficulty[row]!;
  into.intervalDays = columns.intervalDays[row]!;
  into.lastReview = columns.lastReview[row]!;
  into.lastDay = columns.lastDay[row]!;
  into.introducedAt = columns.introducedAt[row]!;
  into.buriedUntilDay = columns.buriedUntilDay[row]!;
  into.reps = columns.reps[row]!;
  into.lapses = columns.lapses[row]!;
  into.daysRight = columns.daysRight[row]!;
  into.flag = columns.flag[row]!;
  into.marked = (bits & MARKED) !== 0;
  into.suspended = (bits & SUSPENDED) !== 0;
  return true;
}

export const isSuspended = (columns: CardColumns, row: number): boolean => (columns.bits[row]! & SUSPENDED) !== 0;
export const isMarked = (columns: CardColumns, row: number): boolean => (columns.bits[row]! & MARKED) !== 0;

/** One row, of a card that nothing is known of: its figures are those of `noFigures`. */
export function nothingKnown(): CardColumns {
  const columns = columnsOf(1);
  forgetMemory(columns, 0);
  for (const name of NUMBERS_OF_MEMORY) columns[name][0] = NaN;
  columns.introducedAt[0] = NaN;
  return columns;
}
const NUMBERS_OF_MEMORY = ['due', 'stabilityDays', 'difficulty', 'intervalDays', 'lastReview', 'lastDay'] as const;

function forgetMemory(columns: CardColumns, row: number): void {
  columns.phase[row] = NO_MEMORY;
}

function setMemory(columns: CardColumns, row: number, memory: KeptMemory, lastDay: number): void {
  columns.phase[row] = PHASES.indexOf(memory.phase);
  columns.lastDay[row] = lastDay;
  columns.due[row] = memory.due;
  columns.stabilityDays[row] = memory.stabilityDays;
  columns.difficulty[row] = memory.difficulty;
  columns.intervalDays[row] = memory.intervalDays;
  columns.step[row] = memory.step;
  columns.reps[row] = memory.reps;
  columns.lapses[row] = memory.lapses;
  columns.lastReview[row] = memory.lastReview;
}

/** The study day on which the card of a row is due for review; NaN where it is in its steps, suspended or was never answered. */
export function dueDayAt(columns: CardColumns, row: number): number {
  const isDue = (columns.bits[row]! & (KNOWN | SUSPENDED)) === KNOWN && PHASES[columns.phase[row]!] === 'review';
  return isDue ? dueDay({ lastDay: columns.lastDay[row]!, intervalDays: columns.intervalDays[row]! }) : NaN;
}

/** The phase of a row's memory; null where it has none. */
export const phaseAt = (columns: CardColumns, row: number): Phase | null =>
  (columns.bits[row]! & KNOWN) === 0 ? null : (PHASES[columns.phase[row]!] ?? null);

/**
 * The way of nearly every event: an answer that follows the last event of its card and knows the memory it left, written into the
 * row as `foldCard` would have it, without making objects but where it was shown under other parameters. False, with nothing changed, where the answer is another.
 * @param event known to come next after the last event of its card
 */
export function setReviewed(
  columns: CardColumns,
  row: number,
  event: Answer,
  { packed, isBrought }: { readonly packed: Packed; readonly isBrought: boolean },
  refs: PackedRefs,
  parameters: Parameters,
): boolean {
  if (!MODES[event.mode].schedules || event.memory === null) return false;
  const isKnown = (columns.bits[row]! & KNOWN) !== 0;
  if (isKnown && (columns.bits[row]! & RECOMPUTED) !== 0) return false;
  const lastReview = isKnown && columns.phase[row] !== NO_MEMORY ? columns.lastReview[row]! : -Infinity;
  if (event.memory.lastReview > Math.max(event.at, lastReview)) return false;
  const lastAnswerAt = isKnown ? columns.lastAnswerAt[row]! : NaN;
  // It may be there already.
  if (isBrought && event.at <= lastAnswerAt) return false;
  const left =
    (event.parameters ?? null) === parameters.by
      ? event.memory
      : underParameters(
          rememberedBy(event.memory, event),
          isKnown ? memoryAt(columns, row) : null,
          event.grade,
          parameters,
        );
  if (!isKnown) setState(columns, row, UNTOUCHED, refs);
  columns.bits[row] = columns.bits[row]! & ~(HINT | CLOSE);
  columns.attemptAt[row] = 0;
  columns.revision[row] = columns.revision[row]! + 1;
  columns.last[row] = packed;
  if (Number.isNaN(columns.introducedAt[row]!)) columns.introducedAt[row] = event.at;
  setMemory(columns, row, left, studyDay(event.memory.lastReview, event));
  if (!(event.at <= lastAnswerAt)) columns.lastAnswerAt[row] = event.at;
  countRight(columns, row, event);
  return true;
}

/** Of a card: whatever is not known of it. */
export type PlainChange = Omit<CardChange, 'reset' | 'memory'>;

/**
 * A change of what a learner says of a card, written into the row as `foldCard` would have it, without making objects: thousands of cards
 * are named in one event.
 * @param change neither resets the card nor gives it a memory
 */
export function setChanged(
  columns: CardColumns,
  row: number,
  change: PlainChange,
  packed: Packed,
  refs: PackedRefs,
): void {
  if ((columns.bits[row]! & KNOWN) === 0) setState(columns, row, UNTOUCHED, refs);
  columns.revision[row] = columns.revision[row]! + 1;
  columns.last[row] = packed;
  if (change.suspended !== undefined) setBit(columns, row, SUSPENDED, change.suspended);
  if (change.marked !== undefined) setBit(columns, row, MARKED, change.marked);
  if (change.buriedUntilDay !== undefined) columns.buriedUntilDay[row] = change.buriedUntilDay;
  if (change.flag !== undefined) columns.flag[row] = change.flag;
  const lastDay = columns.lastDay[row]!;
  const day = columns.phase[row] === NO_MEMORY ? null : chosenDay({ lastDay }, change);
  if (day === null) return;
  const intervalDays = Math.max(0, day - lastDay);
  columns.due[row] = columns.due[row]! + (intervalDays - columns.intervalDays[row]!) * DAY_MS;
  columns.phase[row] = PHASES.indexOf('review');
  columns.step[row] = 0;
  columns.intervalDays[row] = intervalDays;
}

function setBit(columns: CardColumns, row: number, bit: number, isSet: boolean): void {
  columns.bits[row] = isSet ? columns.bits[row]! | bit : columns.bits[row]! & ~bit;
}

/** As `daysRightAfter`. */
function countRight(columns: CardColumns, row: number, event: Answer): void {
  if (event.grade === 1) return;
  const day = studyDay(event.at, event);
  if (columns.daysRight[row]! > 0 && day <= columns.lastDayRight[row]!) return;
  columns.daysRight[row] = columns.daysRight[row]! + 1;
  columns.lastDayRight[row] = day;
}

/** Copies a row that is known, to where its only device has another place: `shift` more. */
export function copyRow(from: CardColumns, row: number, to: CardColumns, toRow: number, shift: number): void {
  for (const name of NAMES) to[name][toRow] = from[name][row]!;
  to.last[toRow] = from.last[row]! + shift;
}

export function setState(columns: CardColumns, row: number, state: CardState, refs: PackedRefs): void {
  const { attempt } = state;
  columns.bits[row] =
    KNOWN |
    (state.suspended ? SUSPENDED : 0) |
    (state.marked ? MARKED : 0) |
    (state.isRecomputed ? RECOMPUTED : 0) |
    (attempt === null ? 0 : attempt.what === 'hint' ? HINT : CLOSE);
  columns.revision[row] = state.revision;
  columns.last[row] = state.last === null ? NaN : refs.packRef(state.last);
  columns.introducedAt[row] = state.introducedAt ?? NaN;
  columns.buriedUntilDay[row] = state.buriedUntilDay;
  columns.flag[row] = state.flag;
  columns.attemptAt[row] = attempt?.at ?? 0;
  columns.daysRight[row] = state.daysRight;
  columns.lastDayRight[row] = state.lastDayRight;
  columns.lastAnswerAt[row] = state.lastAnswerAt ?? NaN;
  if (state.memory === null) forgetMemory(columns, row);
  else setMemory(columns, row, state.memory, state.memory.lastDay);
}
