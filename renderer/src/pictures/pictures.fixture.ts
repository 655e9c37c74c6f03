import type { Output } from '../../../core/api/contract.ts';

type Pictures = Output<'course.pictures'>;
const both = (text: string) => ({ th: text, en: text });
const evidence = [{ id: 'p001', gist: both('gist'), section: null }];
const span = (from: string, to: string | null) => ({ from, to, evidence });
const body = (id: string, name: string, parent: string | null, group: Pictures['bodies'][number]['group']) => ({
  id,
  name: both(name),
  group,
  parent,
  function: both(`what ${id} does`),
  evidence,
});
const exercise = (id: string, name: string, from: string, to: string | null) => ({
  id,
  name: both(name),
  from,
  to,
  yearly: false,
  partOf: null,
  where: null,
  about: both(`about ${id}`),
  evidence,
});
const place = (id: string, name: string, at: readonly [number, number] | null, events: string[]) => ({
  id,
  name: both(name),
  state: both('Somewhere'),
  kind: 'city' as const,
  at,
  events,
  notes: [{ text: both(`note on ${id}`), evidence }],
});

/** Three things of each picture. */
export const PICTURES: Pictures = {
  timeline: [
    { id: 'signed', date: '1992-05-15', theme: 'treaty', title: both('Signature'), evidence },
    { id: 'joined', date: '1993', theme: 'members', title: both('Accession'), evidence },
    { id: 'founded', date: '2002-10', theme: 'treaty', title: both('Foundation'), evidence },
  ],
  bodies: [
    { ...body('council', 'Great Council', null, 'statutory'), abbr: 'GC' },
    body('ministers', 'Ministers', 'council', 'statutory'),
    body('secretary', 'Secretary', 'council', 'officer'),
  ],
  members: [
    { id: 'alba', name: both('Alba'), spans: [span('1992-05-15', null)] },
    { id: 'borea', name: both('Borea'), spans: [span('1993', '1999-04-02'), span('2006', '2012-12')] },
    { id: 'corda', name: both('Corda'), spans: [span('1992-05-15', null)] },
  ],
  forces: [],
  operations: [],
  map: {
    width: 100,
    height: 50,
    lands: [
      { state: null, path: 'M0,0l9,0 0,9z', label: null },
      { state: 'alba', path: 'M20,0l9,0 0,9z', label: [24, 3] },
    ],
    disputed: [{ name: both('Strip'), path: 'M20,0L22,0L22,2Z', within: 'alba' }],
    steps: ['signed', 'founded'],
    places: [
      place('north', 'Northtown', [30, 5], ['signed']),
      place('south', 'Southtown', [32, 45], ['founded']),
      place('west', 'Westtown', [3, 25], []),
      place('away', 'Awaytown', null, []),
    ],
  },
  exercises: [
    exercise('spring', 'Spring Storm', '2018-05-18', '2018-05-23'),
    exercise('autumn', 'Autumn Leaf', '2018-10', null),
    exercise('old', 'Old Guard', '2004', null),
  ],
  partners: [
    { id: 'alba', name: both('Alba'), ring: 'members', ties: [{ what: both('member'), date: null, evidence }] },
    { id: 'un', name: both('Nations'), ring: 'documents', ties: [{ what: both('paper'), date: '2004-12', evidence }] },
    { id: 'club', name: both('Club'), ring: 'contacts', ties: [{ what: both('letters'), date: null, evidence }] },
  ],
};
