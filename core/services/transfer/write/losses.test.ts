import { describe, expect, it } from 'vitest';
import { factsOf, losses, type Facts } from './losses.ts';
import { DAY_ZERO, fieldsNote, outgoing, questionNote } from './outgoing.fixture.ts';
import { WRITERS } from './writers.ts';

const th = (text: string) => ({ th: text, en: text });
const base = {
  lessonId: 'l',
  sectionId: 's',
  prompt: th('?'),
  explanation: th('!'),
  inline: false,
  evidence: [],
} as const;
const state = { phase: 'review', dueDay: DAY_ZERO, intervalDays: 3, reps: 2, lapses: 0 } as const;

const facts = async (): Promise<Facts> => ({
  ...(await factsOf(
    outgoing({
      notes: [
        [
          fieldsNote('a', ['x', 'y'], undefined, ['t']),
          { ordinal: 0, deckId: 'p', state },
          { ordinal: 1, deckId: 'q', flag: 1 },
        ],
        [questionNote({ ...base, id: 'b', kind: 'card', back: th('.') }), { ordinal: 0, deckId: 'p', suspended: true }],
        [
          questionNote({ ...base, id: 'c', kind: 'label', task: 'find', picture: 'm', marks: [], answer: 'x' }, ['th']),
          { ordinal: 0, deckId: 'p', buried: true },
        ],
      ],
    }).notes(),
  )),
  reviews: 4,
  media: 5,
  presets: 1,
});

describe('what a format can not hold', () => {
  it('is counted in one walk', async () => {
    expect(await facts()).toEqual({
      notes: 3,
      questions: 2,
      pictureQuestions: 1,
      bilingual: 1,
      templated: 1,
      tagged: 1,
      scheduled: 1,
      marked: 3,
      inOtherDecks: 1,
      reviews: 4,
      media: 5,
      presets: 1,
    });
  });

  it.each([
    ['apkg', { 'picture-questions': 1, 'graded-by-hand': 2, 'second-language': 1, 'question-details': 2 }],
    [
      'csv',
      // prettier-ignore
      {
        'picture-questions': 1, 'graded-by-hand': 2, 'second-language': 1, 'question-details': 2, templates: 1, media: 5,
        reviews: 4, schedule: 1, marks: 3, presets: 1, 'card-decks': 1,
      },
    ],
    ['markdown', { 'card-looks': 1, media: 5, reviews: 4, schedule: 1, marks: 3, presets: 1 }],
    ['json', { media: 5 }],
    [
      'printable',
      // prettier-ignore
      {
        'picture-questions': 1, 'graded-by-hand': 2, 'second-language': 1, 'question-details': 2, 'card-looks': 1, media: 5,
        reviews: 4, schedule: 1, marks: 3, presets: 1, tags: 1,
      },
    ],
  ] as const)('%s', async (format, expected) => {
    expect(Object.fromEntries(losses(format, await facts(), true).map(({ code, count }) => [code, count]))).toEqual(
      expected,
    );
  });

  it('without progress nobody misses it, and what is not there is not lost', async () => {
    expect(losses('markdown', await facts(), false)).toEqual([
      { code: 'card-looks', count: 1 },
      { code: 'media', count: 5 },
    ]);
    const nothing = Object.fromEntries(Object.keys(await facts()).map((key) => [key, 0])) as unknown as Facts;
    expect(WRITERS.flatMap((format) => losses(format, nothing, true))).toEqual([]);
  });
});
