import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sectionText } from '../../domain/block-texts.ts';
import type { Block, Course } from '../../domain/course.ts';
import { learn, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const AT = { courseId: 'tiny', lessonId: 'begin', sectionId: 'the-river' };
const paragraph = (text: string): Block => ({ kind: 'paragraph', children: [{ kind: 'text', text }] });

/** The course with other text in the first section of its first lesson. */
const saying =
  (...texts: string[]) =>
  (course: Course): Course => ({
    ...course,
    lessons: course.lessons.map((lesson, at) =>
      at > 0
        ? lesson
        : {
            ...lesson,
            sections: lesson.sections.map((section) => ({
              ...section,
              blocks: { ...section.blocks, en: texts.map(paragraph) },
            })),
          },
    ),
  });
const FIRST = ['The river is long. It flows to the sea.', 'Three towns stand on it. The river is wide.'];

let course: Course;
let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp({ change: (small) => saying(...FIRST)((course = small)) });
});
afterEach(() => app.dispose());
const refusal = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason !== undefined && { details: expect.objectContaining({ reason }) }) });
const mark = async (quote: string, place = 0) =>
  (await app.call('highlight.add', { ...AT, language: 'en', quote, place, colour: 'amber' })).id;
const list = async () => (await app.call('highlight.list', { courseId: 'tiny' })).highlights;
const text = () => sectionText(FIRST.map(paragraph));

describe('a passage that is marked', () => {
  it('is listed where it stands, with its lesson, after a restart too', async () => {
    const id = await mark('flows to the sea');
    await app.restart();
    const [one, ...others] = await list();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id, quote: 'flows to the sea', note: '', colour: 'amber', lesson: { number: 1 } });
    expect(text().slice(one!.place!.from, one!.place!.to)).toBe('flows to the sea');
  });

  it('is the one of two that stands nearest to the place', async () => {
    await mark('The river is', 40);
    expect((await list())[0]?.place?.from).toBe(text().lastIndexOf('The river is'));
  });

  it('may reach over several paragraphs, and lists in the order of the text', async () => {
    await mark('stand on it.');
    await mark('to the sea.\nThree towns');
    expect((await list()).map(({ quote }) => quote)).toEqual(['to the sea.\nThree towns', 'stand on it.']);
  });

  it('marked again changes its colour, and is no second one', async () => {
    const id = await mark('long');
    const again = await app.call('highlight.add', {
      ...AT,
      language: 'en',
      quote: 'long',
      colour: 'green',
      note: 'km?',
    });
    expect(again.id).toBe(id);
    expect(await list()).toMatchObject([{ id, colour: 'green', note: 'km?' }]);
  });

  it('sent twice at once is one', async () => {
    const both = await Promise.all([mark('long'), mark('long')]);
    expect([new Set(both).size, (await list()).length]).toEqual([1, 1]);
  });

  it.each([
    [{ quote: 'not there' }, 'bad-input', 'not-in-text'],
    [{ quote: '  ' }, 'bad-input', 'not-in-text'],
    [{ quote: '' }, 'bad-input', undefined],
    [{ quote: 'long', colour: 'pink' }, 'bad-input', undefined],
    [{ quote: 'long', sectionId: 'none' }, 'not-found', undefined],
    [{ quote: 'long', lessonId: 'none' }, 'not-found', undefined],
    [{ quote: 'long', sessionId: 'none' }, 'session-ended', undefined],
  ])('refuses %j, and keeps nothing', async (input, code, reason) => {
    const wanted = { ...AT, language: 'en', colour: 'amber', ...input } as never;
    await expect(app.call('highlight.add', wanted)).rejects.toEqual(refusal(code, reason));
    expect(await list()).toEqual([]);
  });

  it('does not change what is not there', async () => {
    await expect(app.call('highlight.set', { id: 'none', note: 'x' })).rejects.toEqual(refusal('not-found'));
    await expect(app.call('highlight.remove', { id: 'none' })).rejects.toEqual(refusal('not-found'));
  });
});

describe('changes and undo', () => {
  it('every change is one step, told in the history by the words that were marked', async () => {
    const id = await mark('long');
    await app.call('highlight.set', { id, note: 'How long?' });
    await app.call('highlight.set', { id, note: 'How long?' });
    await app.call('highlight.remove', { id });
    expect(await list()).toEqual([]);
    const entries = (await app.call('history.list', { days: 1 })).days.flatMap((day) => day.entries);
    expect(entries.map(({ kind, about }) => [kind, about?.en])).toEqual([
      ['highlight-removed', 'long'],
      ['highlight-change', 'long'],
      ['highlight-added', 'long'],
    ]);
    await app.call('study.undo', {});
    expect(await list()).toMatchObject([{ note: 'How long?' }]);
    await app.call('study.undo', {});
    expect(await list()).toMatchObject([{ note: '' }]);
    expect((await app.call('study.undo', {})).what).toMatchObject({ type: 'highlight' });
    expect(await list()).toEqual([]);
  });

  it('done in a session is taken back there', async () => {
    const sessionId = await learn(app);
    await app.call('highlight.add', { ...AT, language: 'en', quote: 'long', colour: 'red', sessionId });
    expect((await app.call('study.undo', { sessionId })).what).toMatchObject({ type: 'highlight' });
    expect(await list()).toEqual([]);
  });

  it('one whose making was taken back is nowhere, though a note was written at it since', async () => {
    const id = await mark('long');
    await app.call('highlight.set', { id, note: 'km' });
    const added = (await app.call('history.list', { days: 1 })).days[0]?.entries.find(
      ({ kind }) => kind === 'highlight-added',
    );
    await app.call('history.undo', { ref: added!.ref! });
    expect(await list()).toEqual([]);
    await app.call('history.undo', { ref: added!.ref! });
    expect(await list()).toMatchObject([{ id, note: 'km' }]);
  });
});

describe('a new edition of the course', () => {
  const edition = async (...texts: string[]) => {
    app.publish(saying(...texts)(course));
    await app.restart();
    return list();
  };

  it('finds it where its words are now', async () => {
    await mark('The river is', 40);
    const [one] = await edition('Here is something new. Three towns stand on it. The river is wide.', FIRST[0]!);
    expect(one?.place?.from).toBe(48);
  });

  it('lists what is not in the text any more, with its note, behind the others; it comes back with its words', async () => {
    const id = await mark('It flows to the sea');
    await app.call('highlight.set', { id, note: 'which sea?' });
    await mark('wide');
    const gone = await edition('Another text, and it is wide.');
    expect(gone.map(({ quote, note, place }) => [quote, note, place === null])).toEqual([
      ['wide', '', false],
      ['It flows to the sea', 'which sea?', true],
    ]);
    await app.call('highlight.set', { id, note: 'still to be changed' });
    expect((await edition(...FIRST)).find((one) => one.id === id)).toMatchObject({
      note: 'still to be changed',
      place: { from: 19 },
    });
  });

  it('without the lesson keeps it, and says so', async () => {
    const id = await mark('long');
    app.publish({ ...course, lessons: course.lessons.slice(1) });
    await app.restart();
    expect(await list()).toMatchObject([{ id, lesson: null, place: null, quote: 'long' }]);
    await app.call('highlight.remove', { id });
    expect(await list()).toEqual([]);
  });
});

describe('search', () => {
  const found = async (query: string) => {
    const { groups } = await app.call('search.find', { query, language: 'en', kinds: ['highlight'], limit: 5 });
    return groups.flatMap(({ hits }) => hits.map(({ address, title }) => [address, title.text]));
  };

  it('finds its words and its note at once, as they are now', async () => {
    const id = await mark('flows to the sea');
    const hit = [[{ ...AT, kind: 'highlight', highlightId: id }, 'flows to the sea']];
    expect(await found('FLOWS')).toEqual(hit);
    expect(await found('เค็ม')).toEqual([]);
    await app.call('highlight.set', { id, note: 'ทะเลเค็ม พ.ศ. 2535' });
    expect([await found('เค็ม'), await found('1992')]).toEqual([hit, hit]);
    const { groups } = await app.call('search.find', { query: 'sea', language: 'en', kinds: ['highlight'], limit: 5 });
    expect(groups[0]?.hits[0]).toMatchObject({
      title: { marks: [[13, 16]] },
      detail: { text: 'ทะเลเค็ม พ.ศ. 2535', marks: [] },
    });
    await app.call('highlight.remove', { id });
    expect(await found('flows')).toEqual([]);
  });
});

describe('two devices', () => {
  it('that change one mark keep both changes, of the same field the later, and ask nothing', async () => {
    const id = await mark('long');
    const other = await startStudyApp({ change: saying(...FIRST) });
    await other.call('data.merge', { path: app.dataDir });
    other.clock.set(app.clock.now() + 60_000);
    await app.call('highlight.set', { id, note: 'mine', colour: 'green' });
    await other.call('highlight.set', { id, note: 'theirs' });
    await app.call('data.merge', { path: other.dataDir });
    await other.call('data.merge', { path: app.dataDir });
    for (const device of [app, other])
      expect((await device.call('highlight.list', {})).highlights).toMatchObject([
        { id, note: 'theirs', colour: 'green' },
      ]);
    await other.dispose();
  });
});
