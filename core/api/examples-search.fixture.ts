import type { Method, Output, Sent } from './contract.ts';
import { SEARCH_KINDS, type SearchAddress } from './search-methods.ts';

type Examples<M extends Method> = { readonly [N in M]: readonly [input: Sent<N>, output: Output<N>] };

const ADDRESSES: readonly SearchAddress[] = [
  { kind: 'course', courseId: 'csto', isDeck: false },
  { kind: 'lesson', courseId: 'csto', lessonId: 'at-a-glance', sectionId: 'members' },
  { kind: 'term', courseId: 'csto', termId: 'charter' },
  { kind: 'question', cardId: 'csto/gl-name' },
  { kind: 'note', cardId: 'anki/abc#0' },
  { kind: 'passage', courseId: 'csto', paragraphId: 'p001', lessonId: null, sectionId: null },
  { kind: 'highlight', courseId: 'csto', lessonId: 'at-a-glance', sectionId: 'members', highlightId: 'h1' },
];

export const SEARCH_EXAMPLES: Examples<'search.find'> = {
  'search.find': [
    { query: '"collective security" 2535', language: 'th', kinds: [...SEARCH_KINDS], limit: 5 },
    {
      groups: ADDRESSES.map((address, best) => ({
        ...{ kind: address.kind, best, total: 31 },
        hits: [
          {
            address,
            title: { text: 'Signed in 1992', marks: [[10, 14] as [number, number]] },
            detail: { text: '… collective security …', marks: [[2, 21] as [number, number]] },
            place: { course: 'CSTO', lesson: 2 },
          },
        ],
      })),
      isComplete: false,
    },
  ],
};
