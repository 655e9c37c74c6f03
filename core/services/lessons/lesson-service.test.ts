import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import type { Grade } from '../../domain/grade.ts';
import { DAY_MS, NOON, gradeAll, gradeCard, learn, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const BEGIN = { courseId: 'tiny', lessonId: 'begin' };
const SECTION = { ...BEGIN, sectionId: 'the-river' };

let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());
const refusal = (code: string) => expect.objectContaining({ code });
const lessons = async () => (await app.call('lesson.list', { courseId: 'tiny' })).lessons;
const counts = async () => (await app.call('library.list', {})).courses[0]?.counts;

describe('lesson.get', () => {
  it('gives text, evidence, terms and inline questions of a lesson never read', async () => {
    const lesson = await app.call('lesson.get', BEGIN);
    expect(lesson).toMatchObject({ id: 'begin', number: 1, place: null, previous: null, next: 'later', waitsFor: [] });
    const nothing = { introduced: null, all: 0 };
    const recall = { today: nothing, in7Days: nothing, in30Days: nothing };
    expect(lesson.mastery).toEqual({ questions: 9, introduced: 0, learning: 0, remembered: 0, recall });
    expect(lesson.sections).toHaveLength(1);
    const [section] = lesson.sections;
    expect(section).toMatchObject({ id: 'the-river', read: false, evidence: [{ id: 'p001' }, { id: 'p002' }] });
    expect(section?.inline.map(({ cardId }) => cardId)).toEqual(['tiny/bg-one']);
    expect(lesson.terms).toEqual([
      {
        id: 'river',
        term: { th: 'แม่น้ำ', en: 'river' },
        abbr: 'RV',
        meaning: { th: 'น้ำที่ไหลลงทะเล', en: 'Water that flows to the sea.' },
      },
    ]);
  });

  it('takes an answer to an inline question, once, and shows it answered', async () => {
    const sessionId = await learn(app);
    const inline = async () => {
      const card = (await app.call('lesson.get', BEGIN)).sections[0]?.inline[0];
      if (!card) throw new Error('no inline question');
      return card;
    };
    const card = await inline();
    expect((await gradeCard(app, sessionId, card, 3)).due).toBe(card.intervals[3].due);
    expect(await inline()).toMatchObject({ phase: 'learning', revision: 1 });
    await expect(gradeCard(app, sessionId, card, 3)).rejects.toEqual(refusal('stale-card'));
  });

  it('knows its neighbours and what it waits for', async () => {
    const later = await app.call('lesson.get', { courseId: 'tiny', lessonId: 'later' });
    expect(later).toMatchObject({ previous: 'begin', next: null });
    expect(later.waitsFor).toEqual([{ lessonId: 'begin', number: 1, title: { th: 'บทที่หนึ่ง', en: 'Lesson begin' } }]);
  });

  it.each([
    { courseId: 'none', lessonId: 'begin' },
    { courseId: 'tiny', lessonId: 'none' },
    { courseId: '__proto__', lessonId: 'begin' },
  ])('does not find %j', async (input) => {
    for (const method of ['lesson.get', 'lesson.complete', 'lesson.open'] as const) {
      await expect(app.call(method, input)).rejects.toEqual(refusal('not-found'));
    }
  });
});

describe('lesson.complete', () => {
  it('marks a section read and puts its questions into the schedule, once', async () => {
    expect(await app.call('lesson.complete', SECTION)).toEqual({ introduced: 9, sectionsRead: 1, sections: 1 });
    expect(await app.call('lesson.complete', SECTION)).toMatchObject({ introduced: 0, sectionsRead: 1 });
    expect((await app.call('lesson.get', BEGIN)).mastery.introduced).toBe(9);
    expect((await app.call('stats.summary', {})).new).toBe(9);
  });

  it('sent twice at once introduces once', async () => {
    const both = await Promise.all([app.call('lesson.complete', BEGIN), app.call('lesson.complete', BEGIN)]);
    expect(both.map(({ introduced }) => introduced).sort()).toEqual([0, 9]);
    await app.call('study.undo', {});
    expect((await app.call('lesson.get', BEGIN)).mastery.introduced).toBe(0);
  });

  it('leaves cards alone that were answered before the section was read', async () => {
    const { due } = await gradeCard(app, await learn(app), { cardId: parseCardId('tiny/bg-one'), revision: 0 }, 4);
    expect(await app.call('lesson.complete', BEGIN)).toMatchObject({ introduced: 8 });
    expect((await app.call('stats.summary', {})).nextDue).toBe(due);
  });

  it('is kept over a restart', async () => {
    await app.call('lesson.complete', BEGIN);
    await app.restart();
    expect((await lessons())[0]).toMatchObject({ state: 'read', sectionsRead: 1, mastery: { introduced: 9 } });
  });

  it('refuses a section there is not', async () => {
    const call = app.call('lesson.complete', { ...BEGIN, sectionId: 'none' });
    await expect(call).rejects.toEqual(refusal('not-found'));
    expect((await lessons())[0]?.state).toBe('new');
  });
});

describe('lesson.place', () => {
  it('keeps where the learner stopped, over a restart, and is nothing undo takes back', async () => {
    await app.call('lesson.place', SECTION);
    await app.restart();
    expect((await app.call('lesson.get', BEGIN)).place).toBe('the-river');
    expect((await lessons()).map(({ state }) => state)).toEqual(['reading', 'new']);
    await expect(app.call('study.undo', {})).rejects.toEqual(refusal('nothing-to-undo'));
    await expect(app.call('lesson.place', { ...BEGIN, sectionId: 'none' })).rejects.toEqual(refusal('not-found'));
  });
});

describe('library.list', () => {
  it('counts cards by what there is to do with them', async () => {
    expect(await counts()).toEqual({
      lessons: 2,
      cards: 18,
      new: 18,
      due: 0,
      suspended: 0,
      learning: 0,
      remembered: 0,
    });
    await app.call('lesson.complete', BEGIN);
    const sessionId = await learn(app);
    await gradeCard(app, sessionId, { cardId: parseCardId('tiny/bg-one'), revision: 1 }, 4);
    await gradeCard(app, sessionId, { cardId: parseCardId('tiny/bg-many'), revision: 1 }, 1);
    await app.call('card.update', { cardId: 'tiny/bg-card', change: { suspended: true } });
    expect(await counts()).toEqual({
      lessons: 2,
      cards: 18,
      new: 15,
      due: 1,
      suspended: 1,
      learning: 1,
      remembered: 1,
    });
    app.clock.set(NOON + 30 * 86_400_000);
    expect(await counts()).toMatchObject({ due: 2 });
  });

  it('names the lesson to go on with: the one being read, else the first unread, else none', async () => {
    const next = async () => (await app.call('library.list', {})).courses[0]?.next;
    expect(await next()).toMatchObject({ lessonId: 'begin', number: 1, started: false });
    await app.call('lesson.place', { courseId: 'tiny', lessonId: 'later', sectionId: 'the-river' });
    expect(await next()).toMatchObject({ lessonId: 'later', started: true });
    await app.call('lesson.complete', { courseId: 'tiny', lessonId: 'later' });
    expect(await next()).toMatchObject({ lessonId: 'begin' });
    await app.call('lesson.complete', BEGIN);
    expect(await next()).toBeNull();
  });
});

describe('a lesson', () => {
  it('is learned when every question was right on three days, and then opens the next one, forgotten or not', async () => {
    await app.call('lesson.complete', BEGIN);
    const practice = async (grade: Grade) => {
      const { sessionId } = await app.call('study.start', { mode: 'practice', ...BEGIN });
      await gradeAll(app, sessionId, grade);
    };
    expect((await lessons())[0]!.learned).toEqual({ dots: 0, shares: [0, 0, 0] });
    await practice(3);
    await practice(3);
    expect((await lessons())[0]!.learned).toEqual({ dots: 1, shares: [1, 0, 0] });
    app.clock.set(app.clock.now() + DAY_MS);
    await practice(1);
    expect((await lessons())[0]!.learned.dots).toBe(1);
    await practice(2);
    expect((await lessons())[1]!.waitsFor).toHaveLength(1);
    app.clock.set(app.clock.now() + DAY_MS);
    await practice(3);
    await app.restart();
    expect((await lessons())[0]!.learned).toEqual({ dots: 3, shares: [1, 1, 1] });
    expect((await lessons())[1]!.waitsFor).toEqual([]);
  });
});
