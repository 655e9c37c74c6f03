import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_STUDY_OPTIONS } from '../../domain/settings.ts';
import { parseCardId } from '../../domain/ids.ts';
import { gradeCard, learn, nextCard, respond, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => (app = await startStudyApp()));
afterEach(() => app.dispose());

const make = async (name: string, set: Parameters<typeof app.call<'preset.set'>>[1]['set'] = {}) =>
  (await app.call('preset.set', { name, set })).id;
const course = () => app.call('course.options', { courseId: 'tiny' });
const use = (preset: string | null) => app.call('course.setOptions', { courseId: 'tiny', set: { preset } });

describe('presets', () => {
  it('are made, renamed and changed, over a restart, and tell which courses use them', async () => {
    const id = await make('Exam', { retention: 0.95, learningStepsMin: [] });
    await use(id);
    expect(
      await app.call('preset.set', { id, name: ' Before the exam ', set: { newPerDay: 5, retention: null } }),
    ).toEqual({ id });
    await make('A second one');
    await app.restart();
    const { presets } = await app.call('preset.list', {});
    expect(presets.map(({ name, options, courses }) => [name, options, courses.map((one) => one.id)])).toEqual([
      ['A second one', {}, []],
      ['Before the exam', { learningStepsMin: [], newPerDay: 5 }, ['tiny']],
    ]);
  });

  it('hold for the courses that use them, behind what the course says itself', async () => {
    await app.call('settings.set', { retention: 0.85 });
    const id = await make('Exam', { retention: 0.95, newPerDay: 5 });
    expect(await course()).toMatchObject({ preset: null, own: {}, options: { retention: 0.85, newPerDay: 20 } });
    expect(await use(id)).toMatchObject({ preset: id, own: {}, options: { retention: 0.95, newPerDay: 5 } });
    const own = await app.call('course.setOptions', { courseId: 'tiny', set: { newPerDay: 3 } });
    expect(own).toMatchObject({ preset: id, own: { newPerDay: 3 }, options: { retention: 0.95, newPerDay: 3 } });
    await app.call('course.setOptions', { courseId: 'tiny', set: { newPerDay: null } });
    expect((await course()).options).toEqual({ ...DEFAULT_STUDY_OPTIONS, retention: 0.95, newPerDay: 5 });
  });

  it('are taken away, and come back with an undo, each change by one', async () => {
    const id = await make('Exam', { retention: 0.95 });
    await use(id);
    await app.call('preset.remove', { id });
    expect(await app.call('preset.list', {})).toEqual({ presets: [] });
    expect(await course()).toMatchObject({ preset: null, options: { retention: 0.9 } });
    await app.call('study.undo', {});
    expect(await course()).toMatchObject({ preset: id, options: { retention: 0.95 } });
    await app.call('study.undo', {});
    expect(await course()).toMatchObject({ preset: null });
    await app.call('study.undo', {});
    expect(await app.call('preset.list', {})).toEqual({ presets: [] });
  });

  it('write nothing where nothing changes', async () => {
    const id = await make('Exam', { learningStepsMin: [1, 10] });
    const before = await app.call('history.list', { days: 10 });
    await app.call('preset.set', { id, name: 'Exam', set: { learningStepsMin: [1, 10], retention: null } });
    await app.call('course.setOptions', { courseId: 'tiny', set: { preset: null, newPerDay: null } });
    expect(await app.call('history.list', { days: 10 })).toEqual(before);
  });

  it('that are not there are refused by name, and values out of range by field', async () => {
    const missing = { code: 'not-found', details: { what: 'preset', id: 'none' } };
    await expect(app.call('preset.set', { id: 'none', set: {} })).rejects.toMatchObject(missing);
    await expect(app.call('preset.remove', { id: 'none' })).rejects.toMatchObject(missing);
    await expect(use('none')).rejects.toMatchObject(missing);
    await expect(app.call('course.options', { courseId: 'none' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(app.call('preset.set', { name: 'x', set: { retention: 2 } })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(app.call('preset.set', { set: {} })).rejects.toMatchObject({ code: 'bad-input' });
    const id = await make('Gone');
    await app.call('preset.remove', { id });
    await expect(app.call('preset.set', { id, set: {} })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('options of a course', () => {
  it('decide about its intervals and how long an answer may count', async () => {
    const sessionId = await learn(app);
    const strict = await gradeCard(app, sessionId, { cardId: parseCardId('tiny/bg-one'), revision: 0 }, 4);
    await app.call('course.setOptions', { courseId: 'tiny', set: { retention: 0.75, answerTimeCapS: 10 } });
    const seen = { cardId: parseCardId('tiny/bg-many'), revision: 0 };
    const lax = await app.call('study.answer', { sessionId, ...seen, grade: 4, elapsedMs: 50_000 });
    expect(lax.why?.retention).toBe(0.75);
    expect(lax.days).toBeGreaterThan(strict.days!);
    expect((await app.call('stats.summary', {})).elapsedTodayMs).toBe(15_000);
  });

  it('with two buttons refuse Hard and Easy, also in a correction, and still grade by machine', async () => {
    await app.call('course.setOptions', { courseId: 'tiny', set: { gradeButtons: 2 } });
    const sessionId = await learn(app);
    const card = await nextCard(app, sessionId);
    expect(card.buttons).toBe(2);
    for (const grade of [2, 4] as const)
      await expect(gradeCard(app, sessionId, card, grade)).rejects.toMatchObject({
        code: 'bad-input',
        details: { field: 'grade' },
      });
    expect((await gradeCard(app, sessionId, card, 3)).grade).toBe(3);
    const one = { cardId: parseCardId('tiny/bg-one'), revision: 0 };
    const wrong = await respond(app, sessionId, one, 'b');
    expect(wrong.grade).toBe(1);
    const correction = { sessionId, cardId: one.cardId, revision: wrong.revision };
    await expect(app.call('study.correct', { ...correction, grade: 4 })).rejects.toMatchObject({ code: 'bad-input' });
    expect((await app.call('study.correct', correction)).grade).toBe(3);
  });
});
