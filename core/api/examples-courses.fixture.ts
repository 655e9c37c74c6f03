import { parseCardId } from '../domain/ids.ts';
import type { Output, Sent } from './contract.ts';

const text = { th: 'องค์การ', en: 'organization' };
const evidence = {
  id: 'p003',
  gist: text,
  section: { lessonId: 'at-a-glance', sectionId: 'what', heading: text },
};
const figure = {
  subject: 'kror',
  name: text,
  label: text,
  value: 1500.5,
  unit: text,
  asOf: text,
  evidence: [evidence],
};

/** One call of every method about what a course holds beside its lessons. */
export const COURSE_EXAMPLES: {
  readonly [M in 'course.glossary' | 'course.pictures' | 'course.voices' | 'glossary.quiz']: readonly [
    Sent<M>,
    Output<M>,
  ];
} = {
  'glossary.quiz': [
    { courseId: 'csto', again: [parseCardId('csto/term-cst')] },
    { sessionId: 'abc', counts: { done: 0, left: 1, repeats: 0, learning: 0, review: 1, new: 0 } },
  ],
  'course.voices': [
    { courseId: 'csto' },
    {
      voices: [
        { id: 'commentary', name: text, about: text, within: null, paragraphs: ['p025'] },
        { id: 'old-website', name: text, about: text, within: 'commentary', paragraphs: ['p029'] },
      ],
    },
  ],
  'course.glossary': [
    { courseId: 'csto' },
    {
      terms: [
        {
          id: 'csto',
          term: text,
          abbr: 'CSTO',
          meaning: text,
          inSource: { as: 'ก', note: text },
          evidence: [evidence],
          sections: [{ lessonId: 'at-a-glance', number: 1, title: text, sectionId: 'what', heading: text }],
        },
      ],
    },
  ],
  'course.pictures': [
    { courseId: 'csto' },
    {
      timeline: [{ id: 't1', date: '1992-05-15', theme: 'treaty', title: text, evidence: [evidence] }],
      bodies: [
        { id: 'b1', name: text, abbr: 'CSC', group: 'statutory', parent: null, function: text, evidence: [evidence] },
      ],
      members: [{ id: 'am', name: text, spans: [{ from: '1992', to: null, note: text, evidence: [evidence] }] }],
      forces: [figure],
      operations: [figure],
      map: {
        width: 1600,
        height: 900,
        lands: [
          { state: null, path: 'M0,0l9,0 0,9z', label: null },
          { state: 'am', path: 'M0,0l9,0 0,9z', label: [3, 3] },
        ],
        disputed: [{ name: text, path: 'M0,0L9,0L9,9Z', within: 'am' }],
        steps: ['t1'],
        places: [
          { id: 'tashkent', name: text, state: text, kind: 'city', at: [1, 2], events: ['t1'], notes: [] },
          {
            id: 'new-york',
            name: text,
            state: text,
            kind: 'city',
            at: null,
            events: [],
            notes: [{ text, evidence: [evidence] }],
          },
        ],
      },
      exercises: [
        {
          id: 'x1',
          name: text,
          from: '2018-05',
          to: null,
          yearly: false,
          partOf: null,
          where: null,
          about: text,
          evidence: [evidence],
        },
      ],
      partners: [{ id: 'un', name: text, ring: 'documents', ties: [{ what: text, date: null, evidence: [evidence] }] }],
    },
  ],
};
