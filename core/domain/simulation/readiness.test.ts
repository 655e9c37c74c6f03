import { describe, expect, it } from 'vitest';
import { randomFrom } from '../random.ts';
import { readiness, recallOn, type ExpectedQuestion } from './readiness.ts';
import { chanceToReach, drawnScoreDistribution, scoreDistribution, scoreInterval } from './score-distribution.ts';

const LEARNERS = 1_000;

const sum = (values: Iterable<number>) => Array.from(values).reduce((total, value) => total + value, 0);

/** Questions of one learner: some fresh, some fading, some never learned; one in three can be guessed. */
function questionsOf(random: () => number): ExpectedQuestion[] {
  return Array.from({ length: 40 + Math.floor(random() * 120) }, (_, index) => ({
    recall: random() < 0.1 ? 0 : 0.3 + 0.7 * Math.sqrt(random()),
    guess: index % 3 === 0 ? 0.25 : 0,
  }));
}

const answers = (questions: readonly ExpectedQuestion[], random: () => number) =>
  questions.filter(({ recall, guess }) => random() < recall || random() < guess).length;

/** In how many of a thousand learners the score they get lies in the interval that was predicted. */
function held(seed: number, score: (random: () => number) => { share: number; low: number; high: number }): number {
  const random = randomFrom(seed);
  let inside = 0;
  for (let learner = 0; learner < LEARNERS; learner += 1) {
    const { share, low, high } = score(random);
    if (share >= low - 1e-9 && share <= high + 1e-9) inside += 1;
  }
  return inside / LEARNERS;
}

describe('readiness', () => {
  it.each([1, 2, 3, 4])('holds the score of 88 to 92 % of a thousand simulated learners (seed %i)', (seed) => {
    const share = held(seed, (random) => {
      const questions = questionsOf(random);
      return { ...readiness(questions), share: answers(questions, random) / questions.length };
    });
    expect(share).toBeGreaterThanOrEqual(0.88);
    expect(share).toBeLessThanOrEqual(0.92);
  });

  it('holds it for papers of 100 drawn by lot from a course of 300', () => {
    const share = held(5, (random) => {
      const course = Array.from({ length: 300 }, () => ({ recall: random(), guess: 0.25 }));
      const drawn = course
        .map((question) => ({ question, lot: random() }))
        .sort((a, b) => a.lot - b.lot)
        .slice(0, 100)
        .map(({ question }) => question);
      return { ...readiness(course, { drawn: 100 }), share: answers(drawn, random) / 100 };
    });
    expect(share).toBeGreaterThanOrEqual(0.88);
    expect(share).toBeLessThanOrEqual(0.92);
  });

  it('holds it where the model misjudges each learner as a whole, when told how far', () => {
    const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const share = held(6, (random) => {
      const questions = questionsOf(random);
      const off = Math.exp(-0.4 * normal(random));
      const truth = questions.map(({ recall, guess }) => ({
        recall: recall === 0 ? 0 : 1 / (1 + ((1 - recall) / recall) * off),
        guess,
      }));
      return { ...readiness(questions, { doubt: 0.4 }), share: answers(truth, random) / questions.length };
    });
    expect(share).toBeGreaterThanOrEqual(0.88);
    expect(share).toBeLessThanOrEqual(0.92);
  });

  it('expects what is remembered and what is guessed', () => {
    const result = readiness([
      { recall: 0.8, guess: 0 },
      { recall: 0.6, guess: 0.25 },
    ]);
    expect(result.expected).toBeCloseTo((0.8 + 0.7) / 2, 12);
    expect(result.byGuessing).toBeCloseTo(0.125, 12);
    expect(result.questions).toBe(2);
    expect(result.passes).toBeNull();
  });

  it('says how likely a mark is', () => {
    const four = Array.from({ length: 4 }, () => ({ recall: 0.5, guess: 0 }));
    expect(readiness(four, { pass: 0.75 }).passes).toBeCloseTo(5 / 16, 12);
    expect(readiness(four, { pass: 0 }).passes).toBeCloseTo(1, 12);
  });

  it('is nothing without questions, and sure where all is sure', () => {
    expect(readiness([], { pass: 0.6 })).toEqual({
      questions: 0,
      expected: 0,
      low: 0,
      high: 0,
      passes: 0,
      byGuessing: 0,
    });
    expect(readiness([{ recall: 1, guess: 0 }])).toMatchObject({ expected: 1, low: 1, high: 1 });
    expect(readiness([{ recall: 0, guess: 0 }])).toMatchObject({ expected: 0, low: 0, high: 0 });
  });

  it('remembers nothing of a card that was never answered', () => {
    expect(recallOn(null, 0)).toBe(0);
    expect(recallOn(undefined, 0)).toBe(0);
  });

  it('is wider for more doubt, with the mean near where it was', () => {
    const questions = Array.from({ length: 100 }, () => ({ recall: 0.8, guess: 0 }));
    const [sure, unsure] = [readiness(questions), readiness(questions, { doubt: 0.5 })];
    expect(unsure.high - unsure.low).toBeGreaterThan(1.5 * (sure.high - sure.low));
    expect(Math.abs(unsure.expected - sure.expected)).toBeLessThan(0.02);
  });
});

describe('the distribution of scores', () => {
  it('is the binomial one where all chances are equal', () => {
    const likely = scoreDistribution(Array.from({ length: 10 }, () => 0.3));
    const binomial = [1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1].map(
      (ways, k) => ways * 0.3 ** k * 0.7 ** (10 - k),
    );
    for (const [right, probability] of binomial.entries()) expect(likely[right]).toBeCloseTo(probability, 14);
  });

  it('sums to one with mean and variance of its chances, for five thousand questions as well', () => {
    const random = randomFrom(7);
    const chances = Array.from({ length: 5_000 }, () => random());
    const likely = scoreDistribution(chances);
    const mean = sum(Array.from(likely, (mass, right) => mass * right));
    const variance = sum(Array.from(likely, (mass, right) => mass * (right - mean) ** 2));
    expect(sum(likely)).toBeCloseTo(1, 9);
    expect(mean).toBeCloseTo(sum(chances), 6);
    expect(variance).toBeCloseTo(sum(chances.map((chance) => chance * (1 - chance))), 4);
  });

  it('of a drawn paper is the mean of that of all papers', () => {
    const [a, b, c] = [0.9, 0.5, 0.2];
    const pairs = [scoreDistribution([a, b]), scoreDistribution([a, c]), scoreDistribution([b, c])];
    const likely = drawnScoreDistribution([a, b, c], 2);
    for (const right of [0, 1, 2]) expect(likely[right]).toBeCloseTo(sum(pairs.map((pair) => pair[right]!)) / 3, 14);
    expect(likely).toHaveLength(3);
  });

  it('has an interval that is as near to 90 % as whole scores allow', () => {
    const interval = scoreInterval(scoreDistribution(Array.from({ length: 100 }, () => 0.5)));
    expect(interval.low + interval.high).toBe(100);
    expect(Math.abs(interval.probability - 0.9)).toBeLessThan(0.02);
  });

  it('is reached at least where it lies above', () => {
    expect(chanceToReach([0.25, 0.5, 0.25], 1)).toBe(0.75);
    expect(chanceToReach([0.25, 0.5, 0.25], 0.5)).toBe(0.75);
    expect(chanceToReach([0.25, 0.5, 0.25], 3)).toBe(0);
  });
});
