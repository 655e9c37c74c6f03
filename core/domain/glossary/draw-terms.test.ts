import { describe, expect, it } from 'vitest';
import { cardIdOf } from '../ids.ts';
import { drawTerms, type AskedTerm } from './draw-terms.ts';

type Answers = readonly (readonly [at: number, right: boolean])[];
const term = (termId: string, ...forms: Answers[]): AskedTerm => ({
  termId,
  forms: forms.map((answers, at) => ({
    cardId: cardIdOf('c', `${termId}-${at}`),
    answers: answers.map(([when, right]) => ({ at: when, right })),
  })),
});
const drawn = (terms: readonly AskedTerm[], count: number, seed = 's') =>
  drawTerms(terms, count, seed).map((cardId) => cardId.slice(2));

describe('a round of the glossary quiz', () => {
  it('takes the terms least known: last wrong, never asked, then the shortest run of right answers, the oldest first', () => {
    const terms = [
      term('twice', [
        [1, true],
        [2, true],
      ]),
      term('late', [[9, true]]),
      term('early', [[3, true]]),
      term('never', []),
      term('wrong', [
        [1, true],
        [5, false],
      ]),
    ];
    const taken = (count: number) =>
      drawn(terms, count)
        .map((form) => form.slice(0, -2))
        .sort();
    expect(taken(1)).toEqual(['wrong']);
    expect(taken(2)).toEqual(['never', 'wrong']);
    expect(taken(3)).toEqual(['early', 'never', 'wrong']);
    expect(taken(4)).toEqual(['early', 'late', 'never', 'wrong']);
  });

  it('counts answers to any question about a term', () => {
    const terms = [term('both', [[1, true]], [[4, false]]), term('one', [[2, false]], [[3, true]])];
    expect(drawn(terms, 1)).toEqual(['both-1']);
  });

  it('asks the easiest question first, then the next, and the one that was missed again', () => {
    expect(drawn([term('a', [], [], [])], 1)).toEqual(['a-0']);
    expect(drawn([term('a', [[1, true]], [], [])], 1)).toEqual(['a-1']);
    expect(drawn([term('a', [[1, true]], [[2, false]], [])], 1)).toEqual(['a-1']);
    expect(drawn([term('a', [[1, true]], [[2, true]], [])], 1)).toEqual(['a-2']);
  });

  it('draws by chance among equals, each term once', () => {
    const terms = Array.from({ length: 40 }, (_, at) => term(`t${at}`, []));
    const rounds = Array.from({ length: 30 }, (_, at) => drawn(terms, 10, `${at}`));
    for (const round of rounds) expect(new Set(round).size).toBe(10);
    expect(new Set(rounds.flat()).size).toBe(40);
    expect(drawn(terms, 10, 'same')).toEqual(drawn(terms, 10, 'same'));
  });
});
