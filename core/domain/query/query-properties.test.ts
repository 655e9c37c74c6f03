import fc from 'fast-check';
import { expect, it } from 'vitest';
import { QUESTION_KINDS } from '../question.ts';
import { matches, termsOf } from './evaluate.ts';
import { foldedQuery } from './folded-query.ts';
import { parseQuery } from './parse.ts';
import { CARDS, factsOf, type PlainCard } from './plain-card.fixture.ts';
import { printQuery } from './print.ts';
import { CARD_PROPERTIES, CARD_STATES, COMPARISONS, type Pattern, type Query, type Term } from './query.ts';
import { slowlyFound } from './slow-evaluator.fixture.ts';

const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('cat', 'แมว', 'Thai', 'Thai::Words', 'eu', 'food', 'Basic', 'or', 'a', '๒๗'),
  },
  { weight: 1, arbitrary: fc.constantFrom('"', '\\', '(', ')', '-', ':', ' ', '*', 'is:due', 'น้ำ', 'OR', 'x y', '$&') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4, minLength: 1 }) },
);
/** Stars stand between the pieces; those at the ends may have nothing beside them. */
const starred = fc
  .tuple(fc.option(piece, { nil: '' }), fc.array(piece, { maxLength: 2 }), fc.option(piece, { nil: '' }))
  .map(([first, middle, last]): Pattern => [first, ...middle, last]);
const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  { weight: 3, arbitrary: piece.map((only): Pattern => [only]) },
  { weight: 1, arbitrary: starred },
);
const whole = (min: number, max: number) => fc.integer({ min, max });
const range = (min: number, max: number) =>
  fc.tuple(whole(min, max), whole(min, max)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const days = fc.oneof(whole(1, 40), whole(1, 1_000_000));

const term: fc.Arbitrary<Term> = fc.oneof(
  pattern.map((text): Term => ({ kind: 'text', text })),
  fc.tuple(fc.constantFrom('deck', 'tag', 'note'), pattern).map(([kind, name]): Term => ({ kind, name })),
  fc.constantFrom(...QUESTION_KINDS).map((questions): Term => ({ kind: 'kind', questions })),
  fc.constantFrom(...CARD_STATES).map((state): Term => ({ kind: 'is', state })),
  range(0, 7).map((flags): Term => ({ kind: 'flag', ...flags })),
  range(-40, 40).map((due): Term => ({ kind: 'due', ...due })),
  fc.tuple(fc.constantFrom('added', 'edited'), days).map(([kind, ago]): Term => ({ kind, days: ago })),
  fc.tuple(days, fc.constantFrom(null, 1, 2, 3, 4)).map(([ago, grade]): Term => ({ kind: 'rated', days: ago, grade })),
  fc
    .tuple(
      fc.constantFrom(...CARD_PROPERTIES),
      fc.constantFrom(...COMPARISONS),
      fc.oneof(whole(-5, 100), whole(0, 1e8)),
    )
    .map(([property, comparison, n]): Term => ({ kind: 'prop', property, comparison, value: n > 100 ? n / 1e8 : n })),
  fc
    .tuple(
      fc.constantFrom('Front', 'Back', 'Note', 'Back Extra', 'prompt', 'คำ', 'a"b', 'is'),
      fc.oneof(pattern, fc.constant<Pattern>([''])),
    )
    .map(([field, value]): Term => ({ kind: 'field', field, value })),
);

const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    term,
    tie('query').map((part): Query => ({ kind: 'not', part })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('query'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]): Query => ({ kind, parts })),
  ),
}));

const number = fc.oneof(fc.constant(NaN), fc.double({ min: 0, max: 100, noNaN: true }), whole(0, 10));
const card: fc.Arbitrary<PlainCard> = fc
  .tuple(
    fc.constantFrom(...CARDS),
    fc.constantFrom(...CARDS),
    whole(0, 7),
    number,
    fc.array(fc.tuple(whole(0, 40), whole(1, 4))),
  )
  .map(([one, other, flag, s, ratings]) => ({
    ...{ ...one, flag, ratings, numbers: { ...one.numbers, s, d: other.numbers.d } },
    ...{ tags: other.tags, states: other.states, added: other.added, due: other.due },
    fields: { ...other.fields, ...one.fields },
  }));

it('what is printed is read again as the same query', () => {
  fc.assert(
    fc.property(query, (asked) => {
      expect(parseQuery(printQuery(asked))).toEqual({ query: asked, error: null });
    }),
    { numRuns: 2_000 },
  );
});

it('what can be read is the same after it was printed, and what can not says where', () => {
  const text = fc
    .array(
      fc.oneof(piece, fc.constantFrom(' ', ' or ', '-', '(', ')', '"', ':', 'is:', 'due', '..', 'prop:s>3', 'flag:1')),
    )
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (written) => {
      const { query: asked, error } = parseQuery(written);
      if (asked !== null) expect(parseQuery(printQuery(asked)).query).toEqual(asked);
      else expect([error.at >= 0, error.at + error.length <= written.length]).toEqual([true, true]);
    }),
    { numRuns: 2_000 },
  );
});

it('finds what the slow evaluator finds', () => {
  let found = 0;
  fc.assert(
    fc.property(query, fc.array(card, { minLength: 3, maxLength: 8 }), (asked, cards) => {
      const folded = foldedQuery(asked);
      const quick = cards.filter((each) => matches(folded, factsOf(each)));
      found += quick.length;
      expect(quick).toEqual([...slowlyFound(asked, cards)].sort((a, b) => cards.indexOf(a) - cards.indexOf(b)));
    }),
    { numRuns: 2_000 },
  );
  expect(found).toBeGreaterThan(1_000);
});

it('names all terms of a query', () => {
  const { query: asked } = parseQuery('a or -(is:due (b -flag:1))');
  expect(termsOf(asked!).map(({ kind }) => kind)).toEqual(['text', 'is', 'text', 'flag']);
});
