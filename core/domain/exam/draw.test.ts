import { expect, it } from 'vitest';
import fc from 'fast-check';
import { cardIdOf, type CardId } from '../ids.ts';
import { drawExam, type Candidate } from './draw.ts';

const never = () => false;
const candidates = (lesson: string, count: number): Candidate[] =>
  Array.from({ length: count }, (_, at) => ({ cardId: cardIdOf('c', `${lesson}-${at}`), lesson }));
const givesAway = (pairs: readonly (readonly [CardId, CardId])[]) => (one: CardId, other: CardId) =>
  pairs.some(([a, b]) => (a === one && b === other) || (a === other && b === one));

it('draws evenly over the lessons of a part, each question once', () => {
  const part = [...candidates('one', 30), ...candidates('two', 30), ...candidates('three', 30)];
  const [cards = []] = drawExam([part], [12], 'seed', never);
  expect(new Set(cards).size).toBe(12);
  for (const lesson of ['one', 'two', 'three'])
    expect(cards.filter((card) => card.startsWith(`c/${lesson}-`))).toHaveLength(4);
});

it('the same seed draws the same exam, another one another', () => {
  const parts = [candidates('one', 40), candidates('two', 40)];
  const draw = (seed: string) => drawExam(parts, [10, 10], seed, never);
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

it('draws every question about equally often', () => {
  const part = candidates('one', 20);
  const times = new Map<string, number>();
  for (let seed = 0; seed < 2_000; seed += 1)
    for (const card of drawExam([part], [5], `${seed}`, never).flat()) times.set(card, (times.get(card) ?? 0) + 1);
  for (const { cardId } of part) {
    expect(times.get(cardId)).toBeGreaterThan(400);
    expect(times.get(cardId)).toBeLessThan(600);
  }
});

it('two that give each other away do not meet, in a part or across parts, while others are there', () => {
  const [one, two] = [candidates('one', 12), candidates('two', 12)];
  const twins = one.map(({ cardId }, at) => [cardId, two[at]!.cardId] as const);
  const neighbours = one.slice(1).map(({ cardId }, at) => [one[at]!.cardId, cardId] as const);
  for (let seed = 0; seed < 200; seed += 1) {
    const meets = givesAway([...twins, ...neighbours]);
    const cards = drawExam([one, two], [4, 4], `${seed}`, meets).flat();
    expect(cards.filter((card) => cards.some((other) => meets(card, other)))).toEqual([]);
  }
});

it('one that gives all the others away is left out where the others are enough', () => {
  const part = candidates('one', 5);
  const hub = part[0]!.cardId;
  const meets = givesAway(part.slice(1).map(({ cardId }) => [hub, cardId] as const));
  for (let seed = 0; seed < 50; seed += 1) {
    const [cards = []] = drawExam([part], [4], `${seed}`, meets);
    expect(cards).not.toContain(hub);
    expect(cards).toHaveLength(4);
  }
});

it('where nothing else is left they meet, and nothing is short', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
      fc.string(),
      (there, wanted, seed) => {
        const part = candidates('one', there);
        const [cards = []] = drawExam([part], [Math.min(there, wanted)], seed, (a, b) => a !== b);
        expect(new Set(cards).size).toBe(Math.min(there, wanted));
      },
    ),
  );
});

it('as many ask for more than to know as is wanted, and others take their place where there are too few', () => {
  const levels = (lesson: string, known: number, more: number): Candidate[] => [
    ...candidates(lesson, known),
    ...candidates(`${lesson}-more`, more).map((one) => ({ ...one, lesson, isAbove: true })),
  ];
  const aboveOf = (cards: readonly string[] = []) => cards.filter((card) => card.includes('-more-')).length;
  const parts = [levels('one', 20, 20), levels('two', 20, 2), levels('three', 1, 20)];
  for (let seed = 0; seed < 50; seed += 1) {
    const [one, two, three] = drawExam(parts, [10, 10, 10], `${seed}`, never, [4, 4, 4]);
    expect([one, two, three].map((cards) => cards?.length)).toEqual([10, 10, 10]);
    expect([one, two, three].map(aboveOf)).toEqual([4, 2, 9]);
  }
});
