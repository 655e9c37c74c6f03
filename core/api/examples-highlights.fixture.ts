import type { Method, Output, Sent } from './contract.ts';

type Examples<M extends Method> = { readonly [N in M]: readonly [input: Sent<N>, output: Output<N>] };

const text = { th: 'หกผู้นำที่ทาชเคนต์', en: 'Six leaders in Tashkent' };
const lesson = { courseId: 'csto', lessonId: 'tashkent-treaty' };

export const HIGHLIGHT_EXAMPLES: Examples<Extract<Method, `highlight.${string}`>> = {
  'highlight.list': [
    lesson,
    {
      highlights: [
        {
          ...{ id: 'h1', ...lesson, lesson: { number: 2, title: text }, language: 'en' },
          place: { sectionId: 'signing', heading: text, from: 12, to: 34 },
          ...{ quote: 'the leaders of six states', colour: 'amber', note: 'Which six?', createdAt: 1_700_000_060_000 },
        },
      ],
    },
  ],
  'highlight.add': [
    { ...lesson, sectionId: 'signing', language: 'en', quote: 'the leaders of six states', colour: 'amber' },
    { id: 'h1' },
  ],
  'highlight.set': [{ id: 'h1', note: 'Which six?' }, { done: true }],
  'highlight.remove': [{ id: 'h1' }, { done: true }],
};
