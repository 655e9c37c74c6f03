import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sent } from '../../api/contract.ts';
import { gradeAll, learn, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());

const both = (text: string) => ({ th: text, en: text });
const question = (text: string): Sent<'note.add'>['content'] => ({
  ...{ kind: 'question', languages: ['en'] },
  question: { kind: 'card', prompt: both(text), back: both(`${text}!`), explanation: both(''), evidence: [] },
});

async function course(title = 'Grammar') {
  const { courseId } = await app.call('course.add', { title: { en: title }, about: {}, languages: ['en'] });
  return courseId;
}
async function courseWithLesson() {
  const courseId = await course();
  const lesson = await app.call('lesson.add', { courseId, title: { en: 'Nouns' } });
  return { courseId, ...lesson };
}
const titles = async (courseId: string) =>
  (await app.call('lesson.list', { courseId })).lessons.map(({ title }) => title.en);
const ask = async (place: { courseId: string; lessonId: string; sectionId: string }, text: string) =>
  app.call('note.add', {
    ...{ deckId: place.courseId, stand: { lessonId: place.lessonId, sectionId: place.sectionId } },
    ...{ content: question(text), tags: [] },
  });
const prompts = async (courseId: string) =>
  (
    await app.call('card.list', {
      query: '',
      courseId,
      sort: { by: 'taught', descending: false },
      offset: 0,
      limit: 50,
    })
  ).rows.map(({ front }) => front.en);

describe('a course that the learner makes', () => {
  it('stands beside the others, in both languages where it has one, also after a restart', async () => {
    const courseId = await course();
    await app.restart();
    const { courses } = await app.call('library.list', {});
    expect(courses.find(({ id }) => id === courseId)).toMatchObject({
      kind: 'course',
      isOwn: true,
      title: both('Grammar'),
    });
    expect(courses.find(({ id }) => id === 'tiny')).not.toHaveProperty('isOwn');
    expect(await app.call('lesson.list', { courseId })).toMatchObject({
      course: { title: both('Grammar') },
      lessons: [],
    });
  });

  it('wants a title, and keeps one', async () => {
    const blank = { title: { en: ' ' }, about: {}, languages: ['en' as const] };
    const refused = { code: 'bad-input', details: { field: 'title', reason: 'empty' } };
    await expect(app.call('course.add', blank)).rejects.toMatchObject(refused);
    const courseId = await course();
    await expect(app.call('course.set', { courseId, title: { en: '' } })).rejects.toMatchObject(refused);
  });

  it('changes its texts, and an undo takes each change back', async () => {
    const courseId = await course();
    await app.call('course.set', {
      courseId,
      title: { th: 'ไวยากรณ์' },
      about: { en: 'Words' },
      languages: ['th', 'en'],
    });
    expect(await app.call('course.written', { courseId })).toMatchObject({
      ...{ title: { th: 'ไวยากรณ์', en: 'Grammar' }, about: { th: '', en: 'Words' }, languages: ['th', 'en'] },
    });
    await app.call('study.undo', {});
    expect(await app.call('course.written', { courseId })).toMatchObject({
      title: { th: '', en: 'Grammar' },
      languages: ['en'],
    });
  });

  it('goes with its questions, and comes back with them', async () => {
    const place = await courseWithLesson();
    await ask(place, 'cat');
    await app.call('course.remove', { courseId: place.courseId });
    expect((await app.call('library.list', {})).courses.map(({ id }) => id)).toEqual(['tiny']);
    await expect(app.call('lesson.list', { courseId: place.courseId })).rejects.toMatchObject({ code: 'not-found' });
    await app.call('study.undo', {});
    expect(await prompts(place.courseId)).toEqual(['cat']);
  });
});

describe('its lessons', () => {
  it('are read, and reading them puts their questions into the schedule', async () => {
    const { courseId, lessonId, sectionId } = await courseWithLesson();
    await app.call('lesson.set', {
      ...{ courseId, lessonId },
      sections: [{ id: sectionId, heading: { en: 'What they are' }, text: { en: 'A **noun** names.' } }],
    });
    const { cards } = await ask({ courseId, lessonId, sectionId }, 'cat');
    expect(await app.call('library.list', {})).toMatchObject({
      courses: [{ id: 'tiny' }, { id: courseId, counts: { lessons: 1, cards: 1 }, next: { lessonId, started: false } }],
    });
    const review = await app.call('study.start', { mode: 'review', courseId });
    expect(await app.call('study.next', { sessionId: review.sessionId })).toBeNull();
    const lesson = await app.call('lesson.get', { courseId, lessonId });
    expect(lesson.sections).toMatchObject([
      {
        ...{ id: sectionId, heading: both('What they are'), read: false },
        blocks: { th: [{ kind: 'paragraph', children: [{ text: 'A ' }, { kind: 'strong' }, { text: ' names.' }] }] },
      },
    ]);
    expect(lesson.mastery.questions).toBe(1);
    expect(await app.call('lesson.complete', { courseId, lessonId })).toEqual({
      introduced: 1,
      sectionsRead: 1,
      sections: 1,
    });
    const { sessionId } = await app.call('study.start', { mode: 'learn', courseId, lessonId });
    const card = await app.call('study.next', { sessionId });
    expect(card).toMatchObject({
      ...{ cardId: cards[0], course: { isOwn: true }, lesson: { id: lessonId, title: both('Nouns') }, sectionId },
      evidence: [{ gist: both('What they are'), section: { courseId, lessonId, sectionId } }],
    });
    expect(await gradeAll(app, sessionId, 3)).toContain(cards[0]);
    expect((await app.call('lesson.list', { courseId })).lessons[0]!.mastery).toMatchObject({
      introduced: 1,
      remembered: 1,
    });
  });

  it('ask at once what is added to a section that was read', async () => {
    const place = await courseWithLesson();
    await app.call('lesson.complete', { courseId: place.courseId, lessonId: place.lessonId });
    const { cards } = await ask(place, 'cat');
    const { sessionId } = await app.call('study.start', { mode: 'learn', courseId: place.courseId });
    expect(await app.call('study.next', { sessionId })).toMatchObject({ cardId: cards[0] });
  });

  it('are moved, and asked in their order', async () => {
    const one = await courseWithLesson();
    const { courseId } = one;
    const two = { courseId, ...(await app.call('lesson.add', { courseId, title: { en: 'Verbs' } })) };
    await app.call('lesson.add', { courseId, title: { en: 'Tenses' } });
    await ask(one, 'cat');
    await ask(two, 'run');
    expect(await prompts(courseId)).toEqual(['cat', 'run']);
    await app.call('lesson.move', { courseId, lessonId: two.lessonId, to: 0 });
    expect(await titles(courseId)).toEqual(['Verbs', 'Nouns', 'Tenses']);
    expect(await prompts(courseId)).toEqual(['run', 'cat']);
    await app.call('study.undo', {});
    expect(await titles(courseId)).toEqual(['Nouns', 'Verbs', 'Tenses']);
  });

  it('go with their questions, and come back with them', async () => {
    const place = await courseWithLesson();
    const { courseId, lessonId } = place;
    await ask(place, 'cat');
    await app.call('lesson.remove', { courseId, lessonId });
    expect([await titles(courseId), await prompts(courseId)]).toEqual([[], []]);
    await app.restart();
    await app.call('study.undo', {});
    expect([await titles(courseId), await prompts(courseId)]).toEqual([['Nouns'], ['cat']]);
  });

  it('change as many sections as were written in one step, and keep those that are not named', async () => {
    const { courseId, lessonId, sectionId } = await courseWithLesson();
    const of = { courseId, lessonId };
    const written = async () =>
      (await app.call('lesson.written', of)).sections.map(({ id, text }) => `${id} ${text.en}`);
    await app.call('lesson.set', {
      ...of,
      sections: [
        { id: 's-2', text: { en: 'two' } },
        { id: 's-3', text: { en: 'three' } },
      ],
    });
    await app.call('lesson.set', {
      ...{ ...of, order: ['s-3', sectionId, 's-2'], title: { en: 'Words' } },
      sections: [{ id: 's-2', text: { en: 'second' } }],
    });
    expect(await written()).toEqual(['s-3 three', `${sectionId} `, 's-2 second']);
    await app.call('lesson.set', { ...of, removed: ['s-3', sectionId] });
    expect(await written()).toEqual(['s-2 second']);
    await app.call('study.undo', {});
    await app.call('study.undo', {});
    expect(await written()).toEqual([`${sectionId} `, 's-2 two', 's-3 three']);
    expect(await titles(courseId)).toEqual(['Nouns']);
  });

  it('keep one section at least, and refuse an order of sections that are not there', async () => {
    const { courseId, lessonId, sectionId } = await courseWithLesson();
    const of = { courseId, lessonId };
    await expect(app.call('lesson.set', { ...of, removed: [sectionId] })).rejects.toMatchObject({
      details: { field: 'removed' },
    });
    await expect(app.call('lesson.set', { ...of, order: ['s-9'] })).rejects.toMatchObject({
      details: { field: 'order' },
    });
  });

  it('keep the questions of a section that is gone, in the last that stays', async () => {
    const { courseId, lessonId, sectionId } = await courseWithLesson();
    await ask({ courseId, lessonId, sectionId }, 'cat');
    await app.call('lesson.set', { courseId, lessonId, sections: [{ id: 's-2' }], removed: [sectionId] });
    expect((await app.call('lesson.written', { courseId, lessonId })).questions).toMatchObject([
      { sectionId: 's-2', prompt: both('cat') },
    ]);
  });

  it('are found by their words as they are now', async () => {
    const { courseId, lessonId, sectionId } = await courseWithLesson();
    const found = async (query: string) =>
      (await app.call('search.find', { query, language: 'en', limit: 5 })).groups.flatMap(({ hits }) =>
        hits.map(({ address }) => address),
      );
    await app.call('lesson.set', { courseId, lessonId, sections: [{ id: sectionId, text: { en: 'Zebras graze.' } }] });
    expect(await found('zebra')).toEqual([{ kind: 'lesson', courseId, lessonId, sectionId }]);
    await ask({ courseId, lessonId, sectionId }, 'Okapi?');
    expect(await found('okapi')).toMatchObject([{ kind: 'note' }]);
    await app.call('lesson.set', { courseId, lessonId, sections: [{ id: sectionId, text: { en: 'Lions hunt.' } }] });
    expect(await found('zebra')).toEqual([]);
  });

  it('are named in the history, each change one step', async () => {
    const { courseId, lessonId, sectionId } = await courseWithLesson();
    await app.call('lesson.set', {
      courseId,
      lessonId,
      title: { en: 'Words' },
      sections: [{ id: sectionId, text: { en: 'x' } }],
    });
    await app.call('lesson.remove', { courseId, lessonId });
    await app.call('course.remove', { courseId });
    const [day] = (await app.call('history.list', { days: 1 })).days;
    expect(day!.entries.map(({ kind, about }) => [kind, about?.en]).sort()).toEqual([
      ['course-added', 'Grammar'],
      ['course-removed', 'Grammar'],
      ['lesson-added', 'Words'],
      ['lesson-change', 'Words'],
      ['lesson-removed', 'Words'],
    ]);
  });
});

describe('a note in a course', () => {
  it('moves between decks and lessons with its cards', async () => {
    const place = await courseWithLesson();
    const { deckId } = await app.call('deck.create', { name: 'Words' });
    const { noteId, cards } = await app.call('note.add', { deckId, content: question('cat'), tags: [] });
    const stand = { lessonId: place.lessonId, sectionId: place.sectionId };
    await app.call('note.set', { noteId, deckId: place.courseId, stand });
    expect(await app.call('note.get', { noteId })).toMatchObject({
      deck: { id: place.courseId, name: 'Grammar' },
      stand,
    });
    expect([await prompts(deckId), await prompts(place.courseId)]).toEqual([[], ['cat']]);
    await app.call('note.set', { noteId, deckId });
    expect(await app.call('note.get', { noteId })).toMatchObject({
      deck: { id: deckId },
      stand: null,
      cards: [{ cardId: cards[0] }],
    });
    expect([await prompts(deckId), await prompts(place.courseId)]).toEqual([['cat'], []]);
  });

  it('wants a lesson that is there', async () => {
    const courseId = await course();
    const add = (stand?: { lessonId: string; sectionId: string }) =>
      app.call('note.add', { deckId: courseId, ...(stand && { stand }), content: question('cat'), tags: [] });
    await expect(add()).rejects.toMatchObject({ code: 'not-found' });
    await expect(add({ lessonId: 'l-9', sectionId: 's-1' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('other courses', () => {
  it('can not be written in', async () => {
    await expect(app.call('course.set', { courseId: 'tiny', title: { en: 'x' } })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(app.call('lesson.add', { courseId: 'tiny', title: { en: 'x' } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('are asked as before beside one that was made', async () => {
    await courseWithLesson();
    await app.call('lesson.complete', { courseId: 'tiny', lessonId: 'begin' });
    expect((await gradeAll(app, await learn(app), 3)).length).toBeGreaterThan(3);
  });
});
