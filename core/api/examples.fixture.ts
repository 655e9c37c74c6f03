import { why } from './examples-why.fixture.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { parseCardId } from '../domain/ids.ts';
import type { CardView, Method, Output, Sent } from './contract.ts';
import { PARAMETER_EXAMPLES } from './examples-parameters.fixture.ts';
import { AUTHORING_EXAMPLES } from './examples-authoring.fixture.ts';
import { PRESET_EXAMPLES } from './examples-presets.fixture.ts';
import { COURSE_EXAMPLES } from './examples-courses.fixture.ts';
import { CONTRAST_EXAMPLES } from './examples-contrast.fixture.ts';
import { NOTE_EXAMPLES } from './examples-notes.fixture.ts';
import { CARD_EXAMPLES } from './examples-cards.fixture.ts';
import { LIBRARY_EXAMPLES } from './examples-library.fixture.ts';
import { DATA_EXAMPLES } from './examples-data.fixture.ts';
import { PLAN_EXAMPLES } from './examples-plan.fixture.ts';
import { MEMORY_EXAMPLES } from './examples-memory.fixture.ts';
import { FACE_EXAMPLES } from './examples-face.fixture.ts';
import { SUMMARY_EXAMPLE } from './examples-summary.fixture.ts';
import { examExamples, SAVE_PDF } from './examples-exam.fixture.ts';
import { HIGHLIGHT_EXAMPLES } from './examples-highlights.fixture.ts';
import { SEARCH_EXAMPLES } from './examples-search.fixture.ts';
import { STATS_EXAMPLES } from './examples-stats.fixture.ts';
import { SYNC_EXAMPLES } from './examples-sync.fixture.ts';

const text = { th: 'องค์การ', en: 'organization' };
const evidence = {
  id: 'p003',
  gist: text,
  section: { lessonId: 'at-a-glance', sectionId: 'what', heading: text },
};
const recall = {
  today: { introduced: 0.9, all: 0.36 },
  in7Days: { introduced: 0.7, all: 0.28 },
  in30Days: { introduced: null, all: 0 },
};
const mastery = { questions: 30, introduced: 12, learning: 4, remembered: 8, recall };
const learned = { dots: 1, shares: [1, 0.5, 0] as const };
const waitsFor = [{ lessonId: 'at-a-glance', number: 1, title: text }];
const interval = { due: 1_700_000_060_000, intervalMs: 60_000 };
const progress = { done: 1, left: 5, repeats: 1, learning: 1, review: 2, new: 2 };
const card: CardView = {
  cardId: parseCardId('csto/gl-name'),
  revision: 3,
  kind: 'match',
  course: { id: 'csto', title: text },
  lesson: { id: 'at-a-glance', number: 1, title: text },
  sectionId: 'what',
  prompt: text,
  left: [{ id: 'la', text }],
  right: [{ id: 'ra', text }],
  hasHint: true,
  attempt: null,
  phase: 'new',
  intervals: { 1: interval, 2: interval, 3: interval, 4: interval },
  buttons: 4,
  suspended: false,
  flag: 0,
  marked: false,
};
const outcome: Output<'study.answer'> = {
  cardId: parseCardId('csto/gl-name'),
  revision: 4,
  verdict: 'close',
  score: 0,
  difference: [{ kind: 'missing', text: 'ี' }],
  parts: [{ id: 'a', right: false, expected: text, why: text }],
  note: 'marks-differ',
  tryAgain: false,
  answer: text,
  explanation: text,
  evidence: [evidence],
  grade: 1,
  due: 1_700_000_060_000,
  why,
  progress,
};
const settings: Output<'settings.get'> = {
  ...DEFAULT_SETTINGS,
  language: 'th',
  theme: 'dark',
  fontScale: 1.15,
  newPerDay: 20,
  reviewsPerDay: 200,
  retention: 0.9,
  easyDays: [0, 6],
  vacations: [{ from: 20_800, to: 20_810 }],
};
const lesson = { courseId: 'csto', lessonId: 'at-a-glance' };
const seen = { sessionId: 'abc', cardId: 'csto/gl-name', revision: 3 };

/** One call of every method, as whole as it can be. A method without one does not compile. */
export const EXAMPLES: { readonly [M in Method]: readonly [input: Sent<M>, output: Output<M>] } = {
  ...LIBRARY_EXAMPLES,
  ...NOTE_EXAMPLES,
  ...AUTHORING_EXAMPLES,
  ...CARD_EXAMPLES,
  'app.info': [
    {},
    {
      version: '0.1.0',
      shell: 'web',
      dataFolder: 'somewhere',
      canOpenFolder: true,
      canChoosePath: false,
      canSavePdf: false,
      now: 1_700_000_000_000,
      notices: [{ code: 'torn-line-cut', count: 1 }],
    },
  ],
  ...DATA_EXAMPLES,
  ...PARAMETER_EXAMPLES,
  ...PRESET_EXAMPLES,
  ...PLAN_EXAMPLES,
  ...MEMORY_EXAMPLES,
  ...FACE_EXAMPLES,
  ...SEARCH_EXAMPLES,
  ...HIGHLIGHT_EXAMPLES,
  ...SYNC_EXAMPLES,
  ...examExamples(card),
  'app.savePdf': SAVE_PDF,
  ...STATS_EXAMPLES,
  'library.list': [
    {},
    {
      courses: [
        {
          id: 'csto',
          title: text,
          kind: 'course',
          parentId: null,
          counts: { lessons: 14, cards: 400, new: 300, due: 5, suspended: 1, learning: 4, remembered: 8 },
          recall,
          next: { lessonId: 'at-a-glance', number: 1, title: text, started: false },
        },
      ],
    },
  ],
  'lesson.list': [
    { courseId: 'csto' },
    {
      course: { id: 'csto', title: text, source: text, hasVoices: true },
      lessons: [
        {
          id: 'at-a-glance',
          number: 1,
          title: text,
          subtitle: text,
          objectives: [text],
          sections: 5,
          sectionsRead: 1,
          state: 'reading',
          mastery,
          learned,
          waitsFor,
        },
      ],
    },
  ],
  'lesson.get': [
    lesson,
    {
      id: 'at-a-glance',
      number: 1,
      title: text,
      subtitle: text,
      objectives: [text],
      summary: [text],
      sections: [
        {
          id: 'what',
          heading: text,
          blocks: {
            th: [
              {
                kind: 'paragraph',
                children: [{ kind: 'term', termId: 'csto', children: [{ kind: 'text', text: 'ก' }] }],
              },
            ],
            en: [
              { kind: 'list', ordered: false, items: [[{ kind: 'strong', children: [{ kind: 'text', text: 'a' }] }]] },
              {
                kind: 'table',
                head: [[{ kind: 'text', text: 'a' }]],
                rows: [[[{ kind: 'cite', paragraphs: ['p003'] }]]],
              },
              { kind: 'quote', children: [] },
              { kind: 'picture', picture: 'map', focus: ['minsk'], children: [{ kind: 'text', text: 'a' }] },
            ],
          },
          evidence: [evidence, { ...evidence, section: null }],
          read: true,
          inline: [card],
        },
      ],
      terms: [{ id: 'csto', term: text, abbr: 'CSTO', meaning: text }],
      place: 'what',
      previous: null,
      next: 'tashkent-treaty',
      mastery,
      learned,
      waitsFor,
    },
  ],
  'lesson.answers': [
    lesson,
    {
      sections: [
        {
          sectionId: 'what',
          answers: [{ cardId: card.cardId, prompt: text, at: 1_700_000_060_000, grade: 3, isPractice: false }],
        },
      ],
    },
  ],
  'lesson.place': [{ ...lesson, sectionId: 'what' }, { done: true }],
  'lesson.complete': [
    { ...lesson, sectionId: 'what' },
    { introduced: 5, sectionsRead: 1, sections: 5 },
  ],
  'lesson.open': [lesson, { done: true }],
  ...COURSE_EXAMPLES,
  'study.start': [
    { mode: 'learn', ...lesson, limit: 10 },
    { sessionId: 'abc', counts: progress, why: null },
  ],
  'study.next': [{ sessionId: 'abc' }, card],
  'study.card': [
    { sessionId: 'abc', cardId: parseCardId('csto/gl-name') },
    { card, wanted: false },
  ],
  'card.preview': [
    { cardId: parseCardId('csto/gl-name') },
    {
      card,
      solved: { verdict: 'wrong', score: 0, parts: outcome.parts, answer: text, explanation: text, evidence: [] },
    },
  ],
  'study.answer': [{ ...seen, response: { la: 'ra' }, elapsedMs: 1234.5 }, outcome],
  'study.correct': [
    { ...seen, grade: 3 },
    { ...outcome, verdict: 'self', grade: 3 },
  ],
  'study.hint': [seen, { hint: text, revision: 4 }],
  'study.undo': [
    { sessionId: 'abc', older: true },
    {
      what: { type: 'review', at: 1_700_000_000_000, cardId: parseCardId('csto/gl-name'), cards: 1, prompt: text },
      older: { type: 'section-read', at: 1_700_000_000_000, cardId: null, cards: 5, lesson: text, sections: 1 },
    },
  ],
  'study.progress': [{ sessionId: 's1' }, { done: 3, left: 4, repeats: 0, learning: 1, review: 2, new: 1 }],
  ...CONTRAST_EXAMPLES,
  ...SUMMARY_EXAMPLE,
  'card.update': [
    {
      cardId: parseCardId('csto/gl-name'),
      change: { suspended: true, buried: false, flag: 7, marked: true, reset: true, dueDay: 19_700 },
    },
    { revision: 5 },
  ],
  'stats.summary': [
    {},
    {
      reviewsTotal: 10,
      reviewsToday: 3,
      passedToday: 2,
      elapsedTodayMs: 30_000,
      due: 2,
      learning: 1,
      review: 1,
      new: 5,
      streakDays: 4,
      minutesDue: 2,
      dueTotal: 240,
      daysStudied: 16,
      daysSinceStudy: null,
      nextDue: 1_700_000_060_000,
      today: 19_675,
    },
  ],
  'stats.series': [{ days: 30 }, { days: [{ day: 19_675, reviews: 3, passed: 2, elapsedMs: 30_000 }] }],
  'settings.get': [{}, settings],
  'settings.set': [{ language: 'en', fontScale: 0.85 }, settings],
};
