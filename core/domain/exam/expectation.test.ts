import { expect, it } from 'vitest';
import { readiness } from '../simulation/readiness.ts';
import { expectationOf } from './expectation.ts';

const questions = Array.from({ length: 24 }, (_, at) => ({ recall: (at % 8) / 8, guess: at % 2 === 0 ? 0.25 : 0 }));

it('of one part that is asked whole is the readiness of its questions', () => {
  const { expected, low, high, byGuessing } = readiness(questions);
  const found = expectationOf([{ questions, drawn: 24 }])!;
  expect(found.expected).toBeCloseTo(expected, 10);
  expect(found).toMatchObject({ low, high });
  expect(found.byGuessing).toBeCloseTo(byGuessing, 12);
});

it('of several parts asked whole is that of all their questions', () => {
  const halves = [questions.slice(0, 7), questions.slice(7)].map((part) => ({ questions: part, drawn: part.length }));
  const { expected, low, high } = readiness(questions);
  const found = expectationOf(halves)!;
  expect(found.expected).toBeCloseTo(expected, 10);
  expect(found).toMatchObject({ low, high });
});

it('each part counts by what is drawn of it, not by what there is', () => {
  const known = { questions: Array.from({ length: 100 }, () => ({ recall: 1, guess: 0 })), drawn: 2 };
  const unknown = { questions: Array.from({ length: 4 }, () => ({ recall: 0, guess: 0.25 })), drawn: 2 };
  const found = expectationOf([known, unknown])!;
  expect(found.expected).toBeCloseTo((2 + 0.5) / 4, 12);
  expect(found.byGuessing).toBeCloseTo(0.125, 12);
  expect(found.low).toBe(0.5);
});

it('of nothing that is asked is nothing', () => {
  expect(expectationOf([{ questions, drawn: 0 }])).toBeNull();
  expect(expectationOf([])).toBeNull();
});
