/** What an exam's time depends on. Epoch ms; `durationMs` is what the learner has. */
export interface ExamTime {
  readonly startedAt: number;
  readonly durationMs: number;
  /** When it was handed in; null where it was not. */
  readonly endedAt: number | null;
  /** When the last answer was kept; null before the first. */
  readonly lastAt: number | null;
}

/** When the time is up. */
export const timeIsUpAt = ({ startedAt, durationMs }: ExamTime): number => startedAt + durationMs;

/** An instant of the exam by the wall clock: never before what was kept last, so that a clock that was put back gives no time. */
export const instantOf = ({ startedAt, lastAt }: ExamTime, now: number): number =>
  Math.max(now, startedAt, lastAt ?? startedAt);

/** `over`: the time is up, and it stands as it stood then. `ended`: it was handed in. */
export function stateAt(time: ExamTime, at: number): 'running' | 'over' | 'ended' {
  if (time.endedAt !== null) return 'ended';
  return at >= timeIsUpAt(time) ? 'over' : 'running';
}

/** Until the time is up, ms. */
export const leftMs = (time: ExamTime, at: number): number => Math.max(0, timeIsUpAt(time) - at);
