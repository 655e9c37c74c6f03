import { parseCardId } from '../domain/ids.ts';
import type { Output, Sent } from './contract.ts';

const text = { th: 'องค์การ', en: 'organization' };

/** One call of what a session came to, as whole as it can be. */
export const SUMMARY_EXAMPLE = {
  'study.summary': [
    { sessionId: 'abc' },
    {
      answered: 3,
      passed: 2,
      elapsedMs: 30_000,
      grades: { 1: 1, 2: 0, 3: 2, 4: 0 },
      cards: 2,
      newCards: 1,
      rightFirst: 1,
      growth: {
        days: 7,
        before: 0.4,
        after: 0.9,
        lessons: [
          { courseId: 'csto', lessonId: 'at-a-glance', number: 1, title: text, cards: 2, before: 0.4, after: 0.9 },
        ],
      },
      missed: [
        {
          cardId: parseCardId('csto/gl-name'),
          prompt: text,
          lessonId: 'at-a-glance',
          sectionId: 'what',
          courseId: 'csto',
          response: 'great ocaen',
          wasSure: true,
          rightLater: false,
        },
      ],
      nextDue: null,
      dueTomorrow: 2,
    },
  ],
} satisfies { 'study.summary': [Sent<'study.summary'>, Output<'study.summary'>] };
