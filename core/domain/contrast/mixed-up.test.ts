import { describe, expect, it } from 'vitest';
import type { CardId } from '../ids.ts';
import { cardIdOf, eventRefOf } from '../ids.ts';
import { chosenName, find, place, typedName } from '../label-questions.fixture.ts';
import type { LabelQuestion, Response } from '../question.ts';
import { randomFrom } from '../random.ts';
import { asked, choiceCard, matchCard, typedCard } from './course.fixture.ts';
import type { AskedCard } from './ideas.ts';
import type { WrongAnswer } from './mistakes.ts';
import { mixedUp } from './mixed-up.ts';

const LEARNERS = process.env['JAMDAI_LONG'] ? 1000 : 200;

/** Wrong answers in the order they were given, a minute apart. */
function wrongAnswers(given: readonly (readonly [AskedCard, Response])[]): Map<CardId, WrongAnswer[]> {
  const wrong = new Map<CardId, WrongAnswer[]>();
  for (const [index, [{ cardId }, response]] of given.entries()) {
    const answer = { ref: eventRefOf('device', index + 1), at: index * 60_000, response };
    wrong.set(cardId, [...(wrong.get(cardId) ?? []), answer]);
  }
  return wrong;
}

const times = <T>(count: number, one: T): T[] => Array<T>(count).fill(one);

describe('what a learner mixes up', () => {
  const minsk = typedCard('minsk', 'Minsk');
  const astana = typedCard('astana', 'Astana', 'Nur-Sultan');
  const more = Array.from({ length: 20 }, (_, index) => typedCard(`more-${index}`, `City number ${index}`));
  const which = choiceCard('which', 'Minsk', 'Astana', 'Moscow', 'Dushanbe');
  const course = [minsk, astana, which, ...more];

  it('is an answer that another card accepts, in whatever spelling, given twice', () => {
    const found = mixedUp(
      course,
      wrongAnswers([
        [minsk, 'nur-sultan'],
        [astana, ' minsk'],
        [more[1]!, 'nothing known'],
      ]),
    );
    expect(found).toHaveLength(1);
    const [{ sides, evidence, chance }] = found as [(typeof found)[number]];
    expect(sides.map(({ text }) => text.en).sort()).toEqual(['Astana', 'Minsk']);
    expect(sides.map(({ cards }) => cards.length).sort()).toEqual([1, 2]);
    expect(evidence.map(({ cardId, answer, given }) => [cardId, answer.at, given?.text.en])).toEqual([
      ['c/minsk', 0, 'Astana'],
      ['c/astana', 60_000, 'Minsk'],
    ]);
    expect(chance).toBeLessThan(0.01);
  });

  it('is the same whether it was chosen or written', () => {
    const [found] = mixedUp(
      course,
      wrongAnswers([
        [which, 'b'],
        [minsk, 'Astana'],
        [which, 'b'],
      ]),
    );
    expect(found?.evidence.map(({ cardId }) => cardId)).toEqual(['c/which', 'c/minsk', 'c/which']);
    expect(found?.sides.map(({ cards }) => cards)).toEqual([['c/which', 'c/minsk'], ['c/astana']]);
  });

  it('is not there after one answer', () => {
    expect(mixedUp(course, wrongAnswers([[minsk, 'Astana']]))).toEqual([]);
  });

  it('is an option that nothing else asks for, where it is taken again and again', () => {
    const [found] = mixedUp(course, wrongAnswers(times(8, [which, 'd'] as const)));
    expect(found?.sides.map(({ text, cards }) => [text.en, cards])).toEqual([
      ['Minsk', ['c/which', 'c/minsk']],
      ['Dushanbe', []],
    ]);
  });

  it('is not what is taken no more often than the other options', () => {
    const alike = (['b', 'c', 'd', 'b', 'c', 'd', 'b', 'c', 'd'] as const).map((id) => [which, id] as const);
    expect(mixedUp(course, wrongAnswers(alike))).toEqual([]);
  });

  it('counts a swap in a match as one mistake', () => {
    const match = matchCard('match', 'North', 'South', 'East', 'West', 'Up', 'Down');
    const swapped = { la: 'rb', lb: 'ra', lc: 'rc', ld: 'rd', le: 're', lf: 'rf' };
    const [found] = mixedUp([match], wrongAnswers(times(6, [match, swapped] as const)));
    expect(found?.sides.map(({ text }) => text.en)).toEqual(['North', 'South']);
    expect(found?.evidence).toHaveLength(6);
  });

  it('is a mark that is pointed at for another, a name that is given to it, and two labels that are swapped', () => {
    const on = (id: string, question: LabelQuestion): AskedCard => ({ cardId: cardIdOf('c', id), question });
    const answers = [
      ...times(5, [on('find', find), 'astana'] as const),
      ...times(5, [on('chosen', chosenName), 'a'] as const),
      ...times(5, [on('place', place), { ...place.answer, minsk: 'a', astana: 'c' }] as const),
    ];
    const cards = [on('find', find), on('chosen', chosenName), on('place', place), on('typed', typedName)];
    const found = mixedUp(cards, wrongAnswers(answers));
    expect(found.map(({ sides }) => sides.map(({ text }) => text.en))).toEqual([['Minsk', 'Astana']]);
    expect(found[0]!.evidence).toHaveLength(15);
    expect(found[0]!.sides[0].cards).toEqual(['c/find', 'c/chosen', 'c/place']);
  });

  it('is the name of another mark that was typed', () => {
    const lit: AskedCard = { cardId: cardIdOf('c', 'lit'), question: typedName };
    const found = mixedUp([lit, ...course], wrongAnswers(times(6, [lit, 'Minsk'] as const)));
    expect(found.map(({ sides }) => sides.map(({ text }) => text.en))).toEqual([['Chişinău', 'Minsk']]);
  });

  it('is a year for a year, in either era, and a number for a number of the same things', () => {
    const years = [1992, 1994, 1999, 2002, 2006].map((year) =>
      asked(`y${year}`, { kind: 'date', answer: String(year) }),
    );
    const found = mixedUp(years, wrongAnswers(times(6, [years[0]!, 'พ.ศ. 2537'] as const)));
    expect(found.map(({ sides }) => sides.map(({ text }) => text.en))).toEqual([
      ['1992 (B.E. 2535)', '1994 (B.E. 2537)'],
    ]);
    const unit = { th: 'คน', en: 'people' };
    const numbers = [6, 43, 600, 4000, 18].map((answer) =>
      asked(`n${answer}`, { kind: 'number', answer, tolerance: 0, ...(answer !== 18 && { unit }) }),
    );
    expect(mixedUp(numbers, wrongAnswers(times(6, [numbers[0]!, '43 people'] as const)))).toHaveLength(1);
    expect(mixedUp(numbers, wrongAnswers(times(6, [numbers[0]!, '18'] as const)))).toEqual([]);
  });

  it('says nothing of answers that say nothing: an empty one, several options wrong at once, a card, an order', () => {
    const card = asked('card', { kind: 'card', back: { th: 'Astana', en: 'Astana' } });
    const many = { ...choiceCard('many', 'A', 'B', 'C', 'D', 'E').question, kind: 'choices', answer: ['a', 'b'] };
    const choices = { cardId: 'c/many' as CardId, question: many } as AskedCard;
    const given = [...times(9, [minsk, ' '] as const), ...times(9, [choices, ['c', 'd']] as const)];
    expect(mixedUp([...course, card, choices], wrongAnswers(given))).toEqual([]);
  });
});

describe('of two hundred learners', () => {
  const pool = Array.from({ length: 60 }, (_, index) => `Idea ${'abcdefghijklmnopqrst'[index % 20]}${index}`);
  const options = (first: number) => [0, 1, 2, 3].map((step) => pool[(first + step) % pool.length]!);
  const typed = pool.slice(0, 30).map((text, index) => typedCard(`typed-${index}`, text));
  const choices = pool.map((_, index) => choiceCard(`choice-${index}`, ...options(index)));
  const course = [...typed, ...choices];

  /** Mistakes at random: of 90 cards answered a dozen times each, one answer in seven is wrong. */
  function byChance(random: () => number): [AskedCard, Response][] {
    const given: [AskedCard, Response][] = [];
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    for (const card of course)
      for (let answer = 0; answer < 12; answer += 1) {
        if (random() > 1 / 7) continue;
        const isTyped = card.question.kind === 'typed';
        const others = pool.filter((text) => !('accept' in card.question) || text !== card.question.accept.en[0]);
        given.push([card, isTyped ? pick([...others, 'I do not remember']) : pick(['b', 'c', 'd'])]);
      }
    return given;
  }

  /** Ten mistakes that a learner makes who takes one idea for another: chosen or written, in both directions. */
  function planted(random: () => number, index: number): [AskedCard, Response][] {
    return Array.from({ length: 10 }, () => {
      const way = random();
      if (way < 0.4 || index >= 29) return [choices[index]!, 'b'];
      return way < 0.7 ? [typed[index]!, pool[index + 1]!] : [typed[index + 1]!, pool[index]!];
    });
  }

  const nameOf = (texts: readonly string[]) => [...texts].sort().join(' / ');

  it(
    'at least nine in ten confusions of ten mistakes are found, and at most one in twenty found is none',
    { timeout: 120_000 },
    () => {
      let [wanted, right, found] = [0, 0, 0];
      for (let seed = 1; seed <= LEARNERS; seed += 1) {
        const random = randomFrom(seed);
        const confusions = [3, 17, 31, 45].map((from) => from + Math.floor(random() * 10));
        const given = [...byChance(random), ...confusions.flatMap((index) => planted(random, index))];
        const pairs = new Set(
          mixedUp(course, wrongAnswers(given)).map(({ sides }) => nameOf(sides.map(({ text }) => text.en))),
        );
        const truth = confusions.map((index) => nameOf([pool[index]!, pool[index + 1]!]));
        wanted += truth.length;
        found += pairs.size;
        right += truth.filter((name) => pairs.has(name)).length;
      }
      expect(right / wanted).toBeGreaterThanOrEqual(0.9);
      expect((found - right) / found).toBeLessThanOrEqual(0.05);
    },
  );

  it('at most one in twenty is told of a confusion that mixes up nothing', { timeout: 120_000 }, () => {
    let told = 0;
    for (let seed = 1; seed <= LEARNERS; seed += 1)
      if (mixedUp(course, wrongAnswers(byChance(randomFrom(seed)))).length > 0) told += 1;
    expect(told / LEARNERS).toBeLessThanOrEqual(0.05);
  });
});
