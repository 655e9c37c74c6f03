import { fsrs, FSRSAlgorithm, generatorParameters, type Grade as FsrsGrade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';

/*
 * Golden numbers of the parts of FSRS-6, as both publishers print them in their tests: fsrs-rs 5 (`src/model_v6.rs`, `src/inference.rs`;
 * 32 bit) within 1e-4, ts-fsrs 5 (`packages/fsrs/__tests__/algorithm.test.ts`, `FSRS-6.test.ts`; 64 bit) within 1e-6.
 */
const model = new FSRSAlgorithm(generatorParameters({}));
const GRADES: readonly FsrsGrade[] = [1, 2, 3, 4];

const FSRS_RS = {
  /** A grade and 0 days, then the same grade after so many days. */
  forward: {
    grades: [1, 2, 3, 4, 1, 2] as FsrsGrade[],
    days: [1, 1, 1, 1, 2, 2],
    stability: [0.10088589, 3.2494123, 7.3153, 18.014914, 0.112798266, 4.4694576],
    difficulty: [8.806304, 6.7404594, 2.1112142, 1, 8.806304, 6.7404594],
  },
  /** Difficulty after each grade, from 5. */
  difficulty: [8.341763, 6.6659956, 4.990228, 3.3144615],
  /** Each grade, from a stability of 5, difficulties 1 to 4 and recalls 0.9 to 0.6. */
  recalled: [25.602541, 28.226582, 58.656002, 127.226685],
  forgotten: [1.0525396, 1.1894329, 1.3680838, 1.584989],
  sameDay: [1.596818, 5, 5, 8.12961],
  curve: {
    days: [0, 1, 2, 3, 4, 5],
    stability: [1, 2, 3, 4, 4, 2],
    recall: [1, 0.9403443, 0.9253786, 0.9185229, 0.9, 0.8261359],
  },
};

const TS_FSRS = {
  difficulty: [8.34176237, 6.66599536, 4.99022837, 3.31446137],
  recalled: [25.60252118, 28.22657096, 58.65599107, 127.2266925],
  forgotten: [1.05253961, 1.18943295, 1.36808387, 1.58498896],
  sameDay: [1.596818, 5, 5, 8.12960956],
  curve: { days: [0, 1, 2, 3], stability: [1, 1, 1, 1], recall: [1, 0.9, 0.84588465, 0.8093881] },
  /** Days for a stability of 1 day and targets of 10 % to 100 %. */
  intervals: [3116769, 34793, 2508, 387, 90, 27, 9, 3, 1, 1],
};

function allWithin(actual: readonly number[], expected: readonly number[], most: number): void {
  expect(actual).toHaveLength(expected.length);
  // Stability is compared by its own size: 32 bits have seven digits.
  actual.forEach((value, i) =>
    expect(Math.abs(value - expected[i]!) / Math.max(1, expected[i]!)).toBeLessThanOrEqual(most),
  );
}

describe.each([
  ['fsrs-rs', FSRS_RS, 1e-4],
  ['ts-fsrs', TS_FSRS, 1e-6],
] as const)('the numbers of %s', (_name, golden, most) => {
  const [difficulties, recalls] = [
    [1, 2, 3, 4],
    [0.9, 0.8, 0.7, 0.6],
  ];

  it('difficulty after each grade', () => {
    allWithin(
      GRADES.map((grade) => model.next_difficulty(5, grade)),
      golden.difficulty,
      most,
    );
  });

  it('stability after a recall, after a lapse, and within a day', () => {
    const of = (stability: (i: number, grade: FsrsGrade) => number) => GRADES.map((grade, i) => stability(i, grade));
    allWithin(
      of((i, grade) => model.next_recall_stability(difficulties[i]!, 5, recalls[i]!, grade)),
      golden.recalled,
      most,
    );
    allWithin(
      of((i) => model.next_forget_stability(difficulties[i]!, 5, recalls[i]!)),
      golden.forgotten,
      most,
    );
    allWithin(
      of((_, grade) => model.next_short_term_stability(5, grade)),
      golden.sameDay,
      most,
    );
  });

  it('recall along the curve', () => {
    const { days, stability, recall } = golden.curve;
    allWithin(
      days.map((day, i) => model.forgetting_curve(day, stability[i]!)),
      recall,
      most,
    );
  });
});

it('fsrs-rs: two answers of a grade, some days apart', () => {
  const { grades, days, stability, difficulty } = FSRS_RS.forward;
  const states = grades.map((grade, i) => model.next_state(model.next_state(null, 0, grade), days[i]!, grade));
  allWithin(
    states.map((state) => state.stability),
    stability,
    1e-4,
  );
  allWithin(
    states.map((state) => state.difficulty),
    difficulty,
    1e-4,
  );
});

it('ts-fsrs: the days for each target', () => {
  const days = TS_FSRS.intervals.map((_, i) =>
    fsrs({ request_retention: (i + 1) / 10, maximum_interval: Number.MAX_VALUE }).next_interval(1, 0),
  );
  expect(days).toEqual(TS_FSRS.intervals);
});
