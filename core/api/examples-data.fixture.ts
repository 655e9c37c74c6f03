import { parseCardId, parseEventRef } from '../domain/ids.ts';
import type { dataMethods } from './data-methods.ts';
import type { Input, Output } from './contract.ts';

const text = { th: 'องค์การ', en: 'organization' };
const backup: Output<'data.backups'>['backups'][number] = {
  name: '2026-11-28T03-10-00Z-automatic.jamdai.zip',
  at: 1_700_000_000_000,
  reason: 'automatic',
  bytes: 12_345,
  events: 120,
  reviews: 100,
  media: 3,
  place: 'data-folder',
};
const review: Output<'card.history'>['reviews'][number] = {
  ref: parseEventRef('abcdef:12'),
  at: 1_700_000_000_000,
  cardId: parseCardId('csto/gl-name'),
  prompt: text,
  mode: 'review',
  grade: 3,
  verdict: 'right',
  elapsedMs: 4_000,
  intervalDays: 3,
  undone: false,
};

/** One input and one output of every method on the data as a whole. */
export const DATA_EXAMPLES: { [M in keyof typeof dataMethods]: [Input<M>, Output<M>] } = {
  'data.openFolder': [{}, { done: true }],
  'data.status': [
    {},
    { work: { what: 'backup', done: 1, total: 2 }, secondFolder: 'somewhere/else', backupFailure: 'disk-full' },
  ],
  'data.cancel': [{}, { done: true }],
  'data.backup': [{}, { ...backup, leftOut: [] }],
  'data.backups': [{}, { backups: [backup], stored: 40_000 }],
  'data.restore': [
    { backup: backup.name, dryRun: true },
    {
      at: 1_700_000_000_000,
      added: 1,
      takenBack: 2,
      cards: 3,
      reviewsBefore: 10,
      reviewsAfter: 9,
      media: 1,
      safety: backup.name,
    },
  ],
  'data.merge': [
    { path: 'a/folder', dryRun: false },
    { devices: [{ name: 'laptop', events: 4 }], added: 4, reviews: 3, media: 0, safety: null },
  ],
  'data.export': [
    { path: 'a/file.jamdai.zip' },
    { path: 'a/file.jamdai.zip', bytes: 12_345, events: 120, reviews: 100, media: 3 },
  ],
  'data.correctClock': [{}, { events: 312 }],
  'data.check': [
    {},
    {
      journal: { files: 3, events: 120, damaged: 1, missing: 0, recovered: 1 },
      missing: [{ device: 'k3j9x2', fromSeq: 31, toSeq: 60, fromDay: 20_729, toDay: 20_743 }],
      state: 'right',
      library: { files: 3, damaged: 0, recovered: 0, orphans: 1 },
      backups: { count: 2, damaged: [backup.name] },
    },
  ],
  'data.secondFolder': [{ path: 'a/folder' }, { path: 'a/folder' }],
  'data.choosePath': [{ what: 'archive' }, { path: null }],
  'history.list': [
    { days: 7, before: 20_000 },
    {
      days: [
        {
          day: 19_999,
          entries: [
            {
              ref: null,
              at: 1_700_000_000_000,
              kind: 'reviews',
              count: 42,
              about: null,
              device: null,
              undone: false,
              undoable: false,
            },
            {
              ref: parseEventRef('abcdef:7'),
              at: 1_700_000_000_000,
              kind: 'card-change',
              count: 1,
              about: text,
              device: 'laptop',
              change: { suspended: true, buriedUntilDay: 20_001, flag: 1, marked: true, reset: true },
              settings: ['newPerDay'],
              changes: [{ key: 'newPerDay', from: 20, to: 30 }],
              sections: [text],
              undone: true,
              undoable: true,
            },
          ],
        },
      ],
      more: true,
    },
  ],
  'history.reviews': [{ day: 19_999 }, { reviews: [review] }],
  'history.undo': [{ ref: parseEventRef('abcdef:12') }, { undone: true, cards: 1 }],
  'card.history': [{ cardId: parseCardId('csto/gl-name') }, { reviews: [review] }],
};
