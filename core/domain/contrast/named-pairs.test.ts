import { describe, expect, it } from 'vitest';
import { cardIdOf } from '../ids.ts';
import type { Question } from '../question.ts';
import { namedPairs } from './named-pairs.ts';

const card = (id: string, ...confuses: string[]) => ({
  cardId: cardIdOf('c', id),
  course: { id: 'c' },
  question: { id, confuses } as unknown as Question,
});
const named = (...cards: ReturnType<typeof card>[]) =>
  namedPairs(cards).map((pair) => pair.map(({ question }) => question.id).join('–'));

describe('pairs that the course names', () => {
  it('come once, whichever of the two names the other, or both do', () => {
    expect(named(card('a', 'b'), card('b'))).toEqual(['a–b']);
    expect(named(card('a'), card('b', 'a'))).toEqual(['a–b']);
    expect(named(card('a', 'b'), card('b', 'a'))).toEqual(['a–b']);
  });

  it('come in teaching order, one question in several of them', () => {
    expect(named(card('a', 'd', 'c'), card('b'), card('c'), card('d', 'b'))).toEqual(['a–c', 'a–d', 'b–d']);
  });

  it('are none where the other is not asked, or is the same', () => {
    expect(named(card('a', 'gone', 'a'), card('b'))).toEqual([]);
  });
});
