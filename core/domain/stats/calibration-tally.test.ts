import { describe, expect, it } from 'vitest';
import { randomFrom } from '../random.ts';
import { CalibrationTally } from './calibration-tally.ts';
import type { ReviewColumns } from './review-columns.ts';
import { OTHER, YOUNG } from './work.ts';

/** Answers whose recall is 50 % or 95 % in turn, predicted by `predict`. */
function judged(answers: number, predict: (recall: number) => number): CalibrationTally {
  const random = randomFrom(7);
  const recalls = Array.from({ length: answers }, (_, i) => (i % 2 === 0 ? 0.5 : 0.95));
  const column = (of: (recall: number, i: number) => number) => recalls.map(of);
  const columns = {
    grade: Uint8Array.from(column((recall) => (random() < recall ? 3 : 1))),
    recall: Float32Array.from(column(predict)),
    day: Int32Array.from(column((_, i) => i)),
    elapsedDays: new Uint16Array(answers).fill(5),
    reps: new Uint16Array(answers).fill(3),
    lapses: new Uint16Array(answers),
  } as Partial<ReviewColumns> as ReviewColumns;
  const tally = new CalibrationTally(columns, 0);
  tally.add(Uint32Array.from(recalls.keys()), new Uint8Array(answers).fill(YOUNG));
  return tally;
}

describe('calibration', () => {
  it('is better than plain guesses where recall was foreseen', () => {
    expect(judged(2_000, (recall) => recall).verdict).toMatchObject({ verdict: 'better' });
  });

  it('is worse where it was foreseen the wrong way round', () => {
    expect(judged(2_000, (recall) => 1.45 - recall).verdict).toMatchObject({ verdict: 'worse' });
  });

  it('is the same where it is as good as the mean', () => {
    expect(judged(2_000, () => 0.725).verdict).toMatchObject({ verdict: 'same', against: 'mean' });
  });

  it('says nothing of fewer than 200 answers', () => {
    expect(judged(199, (recall) => recall).verdict).toEqual({ verdict: 'too-few', against: null });
    expect(judged(200, (recall) => recall).verdict.verdict).not.toBe('too-few');
  });

  it('leaves out answers that moved no schedule', () => {
    const tally = judged(10, (recall) => recall);
    tally.add(Uint32Array.of(0), Uint8Array.of(OTHER));
    expect(tally.basis.answers).toBe(10);
  });
});
