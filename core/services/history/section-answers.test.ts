import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gradeCard, learn, MINUTE_MS, nextCard, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const LESSON = { courseId: 'tiny', lessonId: 'begin' };
let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());
const answers = async (lessonId = 'begin') =>
  (await app.call('lesson.answers', { ...LESSON, lessonId })).sections.flatMap((section) => section.answers);

describe('earlier answers beside a section', () => {
  it('are none as long as nothing was asked: no question is named before', async () => {
    await app.call('lesson.complete', LESSON);
    expect(await answers()).toEqual([]);
  });

  it('tell how each question was answered last, the newest first, and not what was taken back', async () => {
    const sessionId = await learn(app);
    const first = await nextCard(app, sessionId);
    await gradeCard(app, sessionId, first, 3);
    app.clock.set(app.clock.now() + MINUTE_MS);
    const second = await nextCard(app, sessionId);
    await gradeCard(app, sessionId, second, 1);
    expect((await answers()).map(({ cardId, grade }) => [cardId, grade])).toEqual([
      [second.cardId, 1],
      [first.cardId, 3],
    ]);
    await app.call('study.undo', { sessionId });
    expect((await answers()).map(({ cardId }) => cardId)).toEqual([first.cardId]);
  });

  it('are also those of other lessons that rest on the same passages', async () => {
    const sessionId = await learn(app);
    const { cardId } = await nextCard(app, sessionId);
    await gradeCard(app, sessionId, await nextCard(app, sessionId), 3);
    expect((await answers('later')).map((one) => one.cardId)).toEqual([cardId]);
  });

  it('are those of notes that were made of the section, which name it as their evidence', async () => {
    const { deckId } = await app.call('deck.create', { name: 'Mine' });
    const both = (text: string) => ({ th: text, en: text });
    const { cards } = await app.call('note.add', {
      deckId,
      tags: [],
      content: {
        kind: 'question',
        languages: ['en'],
        question: {
          ...{ kind: 'card', prompt: both('How long?'), back: both('600 km'), explanation: both('') },
          evidence: ['tiny/begin/the-river'],
        },
      },
    });
    const { sessionId } = await app.call('study.start', { mode: 'review', courseId: deckId });
    const card = await nextCard(app, sessionId);
    expect(await answers()).toEqual([]);
    const { evidence } = await gradeCard(app, sessionId, card, 2);
    expect(evidence).toMatchObject([
      { gist: { en: 'The river' }, lesson: { en: 'Lesson begin' }, section: { ...LESSON, sectionId: 'the-river' } },
    ]);
    expect(await answers()).toMatchObject([{ cardId: cards[0], grade: 2, prompt: { en: 'How long?' } }]);
  });

  it("bug: of a course of the learner's own were only those that name the section; each is told once", async () => {
    const both = (text: string) => ({ th: text, en: text });
    const { courseId } = await app.call('course.add', { title: { en: 'Mine' }, about: {}, languages: ['en'] });
    const { lessonId, sectionId } = await app.call('lesson.add', { courseId, title: { en: 'Nouns' } });
    for (const evidence of [[], [`${courseId}/${lessonId}/${sectionId}`]])
      await app.call('note.add', {
        ...{ deckId: courseId, stand: { lessonId, sectionId }, tags: [] },
        content: {
          kind: 'question',
          languages: ['en'],
          question: {
            ...{
              kind: 'card',
              prompt: both(`A noun? ${evidence.length}`),
              back: both('A name'),
              explanation: both(''),
            },
            evidence,
          },
        },
      });
    await app.call('lesson.complete', { courseId, lessonId });
    const { sessionId } = await app.call('study.start', { mode: 'learn', courseId });
    for (let asked = 0; asked < 2; asked++) await gradeCard(app, sessionId, await nextCard(app, sessionId), 4);
    const { sections } = await app.call('lesson.answers', { courseId, lessonId });
    expect(sections.map(({ answers }) => answers.length)).toEqual([2]);
  });
});
