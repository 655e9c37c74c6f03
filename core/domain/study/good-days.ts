import { modelOf, type Strength, type Weights } from './memory-model.ts';

/** Days for which a question rests when every answer to it is Good and given on its day: one entry an answer, whole days. */
export function goodDays(weights: Weights, retention: number, answers: number): number[] {
  const model = modelOf(weights);
  const days: number[] = [];
  let known: Strength | null = null;
  for (let answer = 0; answer < answers; answer += 1) {
    known = model.after(known, days.at(-1) ?? 0, 3);
    days.push(Math.max(1, Math.round(model.daysUntil(retention, known.stabilityDays))));
  }
  return days;
}
