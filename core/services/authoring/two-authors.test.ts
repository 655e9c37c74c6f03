import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';

/** Two devices that know the same course, one a minute ahead. */
let [one, other] = [null! as StudyApp, null! as StudyApp];
let of = { courseId: '', lessonId: '' };
beforeEach(async () => {
  one = await startStudyApp();
  const { courseId } = await one.call('course.add', { title: { en: 'Grammar' }, about: {}, languages: ['en', 'th'] });
  const { lessonId, sectionId } = await one.call('lesson.add', { courseId, title: { en: 'Nouns' } });
  of = { courseId, lessonId };
  await one.call('lesson.set', {
    ...{ ...of, order: [sectionId, 's-2', 's-3'] },
    sections: [
      { id: 's-2', text: { en: 'two' } },
      { id: 's-3', text: { en: 'three' } },
    ],
  });
  other = await startStudyApp();
  await other.call('data.merge', { path: one.dataDir });
  other.clock.set(one.clock.now() + 60_000);
});
afterEach(async () => {
  await one.dispose();
  await other.dispose();
});

async function meet() {
  await one.call('data.merge', { path: other.dataDir });
  await other.call('data.merge', { path: one.dataDir });
}
const written = (app: StudyApp) => app.call('lesson.written', of);
const texts = async (app: StudyApp) => (await written(app)).sections.map(({ text }) => text);

describe('two devices that write one lesson', () => {
  it('keep what each wrote in other texts: of another section, another language, the title', async () => {
    await one.call('lesson.set', { ...of, title: { th: 'คำนาม' }, sections: [{ id: 's-2', text: { en: 'mine' } }] });
    await other.call('lesson.set', {
      ...of,
      sections: [
        { id: 's-2', text: { th: 'สอง' } },
        { id: 's-3', text: { en: 'theirs' } },
      ],
    });
    await meet();
    expect(await texts(one)).toEqual([
      { th: '', en: '' },
      { th: 'สอง', en: 'mine' },
      { th: '', en: 'theirs' },
    ]);
    expect((await written(other)).title).toEqual({ th: 'คำนาม', en: 'Nouns' });
    expect(await texts(other)).toEqual(await texts(one));
  });

  it('have of the same text the later, and both in the history', async () => {
    await one.call('lesson.set', { ...of, sections: [{ id: 's-2', text: { en: 'mine' } }] });
    await other.call('lesson.set', { ...of, sections: [{ id: 's-2', text: { en: 'theirs' } }] });
    await meet();
    for (const app of [one, other]) expect((await texts(app))[1]!.en).toBe('theirs');
    const { days } = await one.call('history.list', { days: 1 });
    const changes = days[0]!.entries.filter(({ kind }) => kind === 'lesson-change');
    expect(changes.map(({ undone }) => undone)).toEqual([false, false, false]);
    // Taking the later back brings the other one.
    await one.call('history.undo', { ref: changes[0]!.ref! });
    expect((await texts(one))[1]!.en).toBe('mine');
  });

  it('leave a lesson removed that one removes and the other writes in, with what was written in it', async () => {
    await one.call('lesson.remove', of);
    await other.call('lesson.set', { ...of, sections: [{ id: 's-2', text: { en: 'theirs' } }] });
    await meet();
    for (const app of [one, other])
      expect((await app.call('lesson.list', { courseId: of.courseId })).lessons).toEqual([]);
    const { days } = await one.call('history.list', { days: 1 });
    const removal = days[0]!.entries.find(({ kind }) => kind === 'lesson-removed');
    await one.call('history.undo', { ref: removal!.ref! });
    expect((await texts(one))[1]!.en).toBe('theirs');
  });

  it('that each move another section have both where they were put', async () => {
    const [first] = (await written(one)).sections;
    await one.call('lesson.set', { ...of, order: ['s-2', first!.id, 's-3'] });
    await other.call('lesson.set', { ...of, sections: [{ id: 's-4' }], order: [first!.id, 's-2', 's-4', 's-3'] });
    await meet();
    const order = async (app: StudyApp) => (await written(app)).sections.map(({ id }) => id);
    expect(await order(one)).toEqual(await order(other));
    expect(new Set(await order(one))).toEqual(new Set([first!.id, 's-2', 's-3', 's-4']));
    expect((await order(one)).at(-1)).toBe('s-3');
  });
});
