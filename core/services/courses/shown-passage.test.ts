import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Course } from '../../domain/course.ts';
import { learn, respond, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const CARD = 'tiny/bg-one';
const IN_LESSON = { courseId: 'tiny', lessonId: 'begin' };
const PASSAGE = {
  id: 'p002',
  gist: { th: 'เมืองสามเมืองตั้งอยู่ริมน้ำ', en: 'Three towns stand on its bank' },
  voice: { id: 'letter', name: { th: 'จดหมาย', en: 'the letter' } },
};

/** The course, its second paragraph spoken by a letter, and one question about that paragraph. */
const withPassage = (course: Course): Course => ({
  ...course,
  voices: [{ ...PASSAGE.voice, about: { th: 'ก', en: 'A letter.' }, paragraphs: ['p002'] }],
  paragraphs: course.paragraphs.map((one) => (one.id === 'p002' ? { ...one, voice: 'letter' } : one)),
  lessons: course.lessons.map((lesson) => ({
    ...lesson,
    questions: lesson.questions.map((one) => (one.id === 'bg-one' ? { ...one, passage: 'p002' } : one)),
  })),
});

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp({ change: withPassage });
});
afterEach(() => app.dispose());

describe('a question about a passage', () => {
  it('shows what the passage says and who says it: in a session, in the lesson and on its page', async () => {
    const { sessionId } = await app.call('study.start', { mode: 'practice', ...IN_LESSON });
    const { card } = await app.call('study.card', { sessionId, cardId: CARD });
    expect(card.passage).toEqual(PASSAGE);
    expect((await app.call('study.card', { sessionId, cardId: 'tiny/bg-name' })).card.passage).toBeUndefined();
    const { sections } = await app.call('lesson.get', IN_LESSON);
    expect(sections[0]?.inline.map(({ passage }) => passage)).toEqual([PASSAGE]);
    expect((await app.call('card.info', { cardId: CARD })).passage).toEqual(PASSAGE);
  });

  it('shows it in an exam, in what came of it, and in the history', async () => {
    const parts = [{ lessons: ['begin'], weight: 1 }];
    const blueprint = { parts, questions: 8, minutes: 60, kinds: 'all', onlyAsked: false } as const;
    const start = { courseId: 'tiny', template: 'own', blueprint, countsAsReviews: false } as const;
    const { examId } = await app.call('exam.start', start);
    const paper = await app.call('exam.get', { examId });
    const asked = paper.parts.flatMap(({ questions }) => questions.map(({ card }) => card));
    expect(asked.find(({ cardId }) => cardId === CARD)?.passage).toEqual(PASSAGE);
    await app.call('exam.end', { examId });
    const { questions } = await app.call('exam.result', { examId });
    expect(questions.find(({ cardId }) => cardId === CARD)?.passage).toEqual(PASSAGE);
    await respond(app, await learn(app), { cardId: CARD, revision: 0 }, 'a');
    const { reviews } = await app.call('card.history', { cardId: CARD });
    expect(reviews.map(({ passage }) => passage)).toEqual([PASSAGE]);
  });

  it('names the voice of a passage that is evidence, and none where the course names none', async () => {
    const { terms } = await app.call('course.glossary', { courseId: 'tiny' });
    expect(terms[0]?.evidence.map(({ voice }) => voice)).toEqual([undefined]);
    const { sections } = await app.call('lesson.get', IN_LESSON);
    expect(sections[0]?.evidence.map(({ voice }) => voice?.name.en)).toEqual([undefined, 'the letter']);
  });
});

describe('who is speaking', () => {
  it('is told for the whole source', async () => {
    expect((await app.call('lesson.list', { courseId: 'tiny' })).course).toMatchObject({ hasVoices: true });
    expect((await app.call('course.voices', { courseId: 'tiny' })).voices).toEqual([
      { ...PASSAGE.voice, about: { th: 'ก', en: 'A letter.' }, within: null, paragraphs: ['p002'] },
    ]);
  });
});
