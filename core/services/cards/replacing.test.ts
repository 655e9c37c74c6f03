import { expect, it } from 'vitest';
import { AppError } from '../../domain/errors.ts';
import { replacing, type Replacement } from './replacing.ts';

const wish = (change: Partial<Replacement>): Replacement => ({
  ...{ find: 'a', replace: 'b', isRegex: false, isCaseSensitive: true, ...change },
});
const codeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? [error.code, error.details['reason']] : error;
  }
};

it.each<[Partial<Replacement>, string, string | null]>([
  [{}, 'banana', 'bbnbnb'],
  [{ find: 'A' }, 'banana', 'banana'],
  [{ find: 'A', isCaseSensitive: false }, 'Banana', 'Bbnbnb'],
  [{ find: 'a.c' }, 'abc a.c', 'abc b'],
  [{ find: 'a', replace: '$&$1$$' }, 'a', '$&$1$$'],
  [{ find: 'ที่', replace: 'ซึ่ง' }, 'คนที่มา', 'คนซึ่งมา'],
  [{ find: '(\\w+) (\\w+)', replace: '$2 $1', isRegex: true }, 'one two', 'two one'],
  [{ find: '^', replace: '> ', isRegex: true }, 'one', '> one'],
  [{ find: '\\p{L}', replace: 'x', isRegex: true }, 'ก1', 'x1'],
  [{ find: 'B', replace: 'x', isRegex: true, isCaseSensitive: false }, 'abc', 'axc'],
  [{ find: '', replace: 'x'.repeat(10_000), isRegex: true }, 'y'.repeat(1_000), null],
  [{ find: '', replace: "$'".repeat(1_000), isRegex: true }, 'y'.repeat(100_000), null],
])('%j in %j', (change, text, result) => {
  expect(replacing(wish(change))([text])).toEqual([result]);
});

it('a regular expression that would run for ever is refused within a second, beside texts that are quick', () => {
  const replace = replacing(wish({ find: '(a+)+$', isRegex: true }));
  const began = performance.now();
  expect(codeOf(() => replace(['quick', `${'a'.repeat(60)}!`]))).toEqual(['bad-pattern', 'too-slow']);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(replace(['xaa'])).toEqual(['xb']);
});

it('what is no regular expression is refused', () => {
  expect(codeOf(() => replacing(wish({ find: '(', isRegex: true })))).toEqual(['bad-pattern', 'syntax']);
});
