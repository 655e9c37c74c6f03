import { parseCardId } from '../domain/ids.ts';
import { why } from './examples-why.fixture.ts';
import type { Output, Sent } from './contract.ts';

const text = { th: 'องค์การ', en: 'organization' };
const cardId = parseCardId('csto/gl-name');
const at = 1_700_000_000_000;
const answer = { intervalDays: 8, stabilityDays: 8.2956, difficulty: 1 };

/** One call of every method about single questions, as whole as it can be. */
export const MEMORY_EXAMPLES = {
  'memory.map': [
    { courseId: 'csto', lessonId: 'at-a-glance' },
    {
      target: 0.9,
      today: 19_675,
      lessons: [
        {
          lessonId: 'at-a-glance',
          cards: [
            {
              cardId,
              prompt: text,
              recall: 0.86,
              fadesOn: 19_674,
              daysRight: 2,
              due: at,
              isDue: true,
              suspended: false,
            },
            {
              cardId,
              prompt: text,
              recall: null,
              fadesOn: null,
              daysRight: 0,
              due: null,
              isDue: false,
              suspended: true,
            },
          ],
        },
      ],
    },
  ],
  'card.info': [
    { cardId },
    {
      cardId,
      kind: 'typed',
      prompt: text,
      course: { id: 'csto', title: text },
      lesson: { id: 'at-a-glance', number: 1, title: text },
      sectionId: 'what',
      revision: 3,
      phase: 'review',
      introducedAt: at,
      memory: {
        due: at,
        days: 8,
        ...answer,
        recall: 0.97,
        fadesOn: 19_683,
        reps: 2,
        lapses: 0,
        leech: false,
        interval: why.interval,
      },
      target: 0.9,
      asked: 'course',
      level: 'recall',
      today: 19_675,
      suspended: false,
      buried: true,
      flag: 7,
      marked: true,
      daysRight: 2,
      reviews: [
        {
          ref: 'abcdef:7',
          at,
          mode: 'review',
          grade: 3,
          verdict: 'right',
          response: 'great ocean',
          elapsedMs: 1234.5,
          recallBefore: 0.91,
          after: answer,
          undone: false,
          undoable: true,
        },
        {
          ref: 'abcdef:6',
          at,
          mode: 'practice',
          grade: 1,
          verdict: null,
          response: { la: 'ra' },
          elapsedMs: 900,
          recallBefore: null,
          after: null,
          undone: true,
          undoable: false,
        },
      ],
      curve: [
        { at, recall: 1 },
        { at: at + 86_400_000, recall: 0.98 },
      ],
      changes: [{ ref: 'abcdef:8', at, cards: 1, change: { flag: 7 }, undone: false, undoable: true }],
    },
  ],
} satisfies { [M in 'memory.map' | 'card.info']: [Sent<M>, Output<M>] };
