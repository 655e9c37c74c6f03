import type { ReviewEvent } from '../../../domain/history/events.ts';
import type { KeptMemory } from '../../../domain/study/schedule.ts';

const text = (name: string, value: unknown) => (value === undefined ? '' : `,"${name}":${JSON.stringify(value)}`);

/**
 * What is in a review as JSON.stringify writes it, keys as they come, without the braces around it. An import makes a million of them;
 * put together by name they take a third of the time.
 */
export function reviewJson(event: ReviewEvent): string {
  const { card, prev, mode, grade, memory, retention, rolloverHour, elapsedMs, schedule, source, course } = event;
  const head = `"type":"review","card":${JSON.stringify(card)},"prev":${prev === null ? 'null' : `"${prev}"`},"mode":"${mode}"`;
  const figures = `,"retention":${retention},"rolloverHour":${rolloverHour},"elapsedMs":${elapsedMs}`;
  const end = text('schedule', schedule) + text('source', source) + text('course', course);
  return `${head},"grade":${grade},"memory":${memory === null ? 'null' : memoryJson(memory)}${figures}${end}`;
}

/** Does it say what only an answer that was given here says? That is not written by `reviewJson`. */
export const isGivenHere = ({ verdict, response, timeCapS, corrects, sure, parameters }: ReviewEvent): boolean =>
  (verdict ?? response ?? timeCapS ?? corrects ?? sure ?? parameters) !== undefined;

function memoryJson(memory: KeptMemory): string {
  const { phase, due, stabilityDays, difficulty, intervalDays, step, reps, lapses, lastReview } = memory;
  const known = `{"phase":"${phase}","due":${due},"stabilityDays":${stabilityDays},"difficulty":${difficulty}`;
  return `${known},"intervalDays":${intervalDays},"step":${step},"reps":${reps},"lapses":${lapses},"lastReview":${lastReview}}`;
}
