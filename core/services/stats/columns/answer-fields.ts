import type { ReviewColumns } from '../../../domain/stats/review-columns.ts';
import type { FieldTypes } from '../../disk/field-file.ts';

/** The columns of answers, as memory and the file hold them: 59 bytes an answer. */
export const ANSWER_FIELDS = {
  card: 'u32',
  ref: 'f64',
  at: 'f64',
  day: 'i32',
  hour: 'u8',
  grade: 'u8',
  mode: 'u8',
  verdict: 'u8',
  said: 'u8',
  standing: 'u8',
  picked: 'u16',
  elapsedMs: 'u32',
  phase: 'u8',
  intervalDays: 'f32',
  stabilityDays: 'f32',
  difficulty: 'f32',
  elapsedDays: 'u16',
  recall: 'f32',
  reps: 'u16',
  lapses: 'u16',
} as const satisfies FieldTypes &
  Record<Exclude<keyof ReviewColumns, 'length' | 'cards' | 'devices' | 'placeOf'>, unknown>;

/** What the answers of each card left, a row a card: what stands before its next answer. */
export const END_FIELDS = {
  endPhase: 'u8',
  endStabilityDays: 'f32',
  endDifficulty: 'f32',
  endIntervalDays: 'f32',
  endStep: 'u16',
  endLastDay: 'i32',
  endReps: 'u16',
  endLapses: 'u16',
  endDecay: 'f32',
  endLastAnswerAt: 'f64',
} as const satisfies FieldTypes;
