import { describe, expect, it } from 'vitest';
import { binOf, PredictionScore } from './prediction-score.ts';

function scoreOf(answers: readonly (readonly [prediction: number, isRight: boolean, bin?: number])[]): PredictionScore {
  const score = new PredictionScore();
  const given = {
    length: answers.length,
    predicted: Float64Array.from(answers, ([prediction]) => prediction),
    right: Uint8Array.from(answers, ([, isRight]) => (isRight ? 1 : 0)),
    bin: Uint16Array.from(answers, ([, , bin = 0]) => bin),
  };
  score.add(given, new Float64Array(answers.length));
  return score;
}

describe('the score of predictions', () => {
  it('is nothing without an answer', () => {
    const { logLoss, rmse, auc, predicted, bins } = scoreOf([]);
    expect([logLoss, rmse, auc, predicted, bins]).toEqual([null, null, null, null, []]);
  });

  it('has the log loss of the textbook', () => {
    expect(
      scoreOf([
        [0.8, true],
        [0.6, false],
      ]).logLoss,
    ).toBeCloseTo((-Math.log(0.8) - Math.log(0.4)) / 2, 12);
  });

  it('does not lose everything by one answer that was sure and wrong', () => {
    expect(scoreOf([[1, false]]).logLoss).toBeCloseTo(-Math.log(0.0001), 6);
  });

  it('has an AUC of 1 where every right answer was above every wrong one, of 0 the other way, ties by half', () => {
    expect(
      scoreOf([
        [0.9, true],
        [0.8, true],
        [0.3, false],
      ]).auc,
    ).toBe(1);
    expect(
      scoreOf([
        [0.2, true],
        [0.3, false],
      ]).auc,
    ).toBe(0);
    expect(
      scoreOf([
        [0.5, true],
        [0.5, false],
        [0.7, true],
      ]).auc,
    ).toBe(0.75);
    expect(scoreOf([[0.5, true]]).auc).toBeNull();
  });

  it('compares means bin by bin of histories alike, weighed by answers', () => {
    const score = scoreOf([
      [0.9, true, 1],
      [0.9, false, 1],
      [0.6, true, 2],
    ]);
    expect(score.rmse).toBeCloseTo(Math.sqrt((2 * 0.4 ** 2 + 0.4 ** 2) / 3), 12);
  });

  it('tells bins of a twentieth, the last with what is certain', () => {
    const { bins } = scoreOf([
      [0.92, true],
      [0.94, false],
      [1, true],
    ]);
    expect(bins.map(({ from, answers, right }) => [from, answers, right])).toEqual([
      [0.9, 2, 0.5],
      [0.95, 1, 1],
    ]);
    expect(bins[0]!.predicted).toBeCloseTo(0.93, 12);
  });
});

describe('histories alike', () => {
  it('are told apart by days, answers and lapses, coarser the more there are', () => {
    expect(binOf(1, 1, 0)).toBe(binOf(3, 1, 0));
    expect(binOf(1, 1, 0)).not.toBe(binOf(4, 1, 0));
    expect(binOf(1, 0, 0)).not.toBe(binOf(1, 1, 0));
    expect(binOf(1, 10, 0)).toBe(binOf(1, 11, 0));
    expect(binOf(1, 10, 0)).not.toBe(binOf(1, 10, 1));
    expect(binOf(65_535, 65_535, 65_535)).toBeLessThan(9 * 18 * 22);
  });
});
