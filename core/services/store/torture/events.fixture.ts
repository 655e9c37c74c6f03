import { parseCardId, parseEventRef } from '../../../domain/ids.ts';
import type { EventBody, EventType } from '../../../domain/history/events.ts';

const CARD = 'csto/odd';
/** An event of every type, with all that can be in it: a new type does not compile until it stands here. */
export const EVERY_EVENT = {
  review: {
    type: 'review',
    card: parseCardId(CARD),
    prev: parseEventRef('othersdevice:1'),
    mode: 'review',
    grade: 3,
    memory: {
      phase: 'review',
      due: 1_795_143_783_000,
      stabilityDays: 2.3065,
      difficulty: 2.11810397,
      intervalDays: 2,
      step: 0,
      reps: 1,
      lapses: 0,
      lastReview: 1_794_970_983_000,
    },
    retention: 0.9,
    rolloverHour: 4,
    elapsedMs: 5_120,
    verdict: 'right',
    response: 'องค์การ',
    corrects: parseEventRef('othersdevice:1'),
  },
  attempt: {
    type: 'attempt',
    card: parseCardId(CARD),
    prev: parseEventRef('othersdevice:1'),
    what: 'close',
    response: ['a', 'b'],
  },
  card: {
    type: 'card',
    cards: [parseCardId(CARD)],
    change: { suspended: true, buriedUntilDay: 20_780, flag: 3, marked: true, reset: true },
  },
  'section-read': {
    type: 'section-read',
    course: 'csto',
    lesson: 'one',
    sections: ['s1'],
    introduces: [parseCardId(CARD)],
  },
  place: { type: 'place', course: 'csto', lesson: 'one', section: 's1' },
  'lesson-open': { type: 'lesson-open', course: 'csto', lesson: 'one' },
  setting: {
    type: 'setting',
    set: {
      language: 'th',
      theme: 'dark',
      fontScale: 1.2,
      newPerDay: 7,
      reviewsPerDay: 100,
      retention: 0.8,
      rolloverHour: 3,
    },
  },
  merge: { type: 'merge', from: 'laptop', events: 12 },
  restore: { type: 'restore', from: 'laptop', backupAt: 1_795_143_783_000, takenBack: 3 },
  clock: { type: 'clock', spans: [{ device: 'othersdevice', from: 1, to: 3, days: 3_287 }] },
  undo: { type: 'undo', of: [parseEventRef('othersdevice:2')] },
} satisfies { [T in EventType]: Extract<EventBody, { type: T }> };
