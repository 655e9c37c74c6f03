import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Sent } from '../../api/contract.ts';
import { askedOnRegions, OWN_PICTURE, type Region } from '../../domain/own-picture.ts';
import { EXAMPLE } from '../../compiler/format-example.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { openZip, wholeOf } from '../transfer/zip-source.ts';
import { zipOf } from '../transfer/zip.fixture.ts';
import { metIn } from './course-met.fixture.ts';

type Draft = Extract<Sent<'note.add'>['content'], { kind: 'question' }>['question'];

const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});
async function start(): Promise<StudyApp> {
  const app = await startStudyApp();
  apps.push(app);
  return app;
}

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
const both = (th: string, en: string) => ({ th, en });
const labels = (...texts: [string, string][]) =>
  texts.map(([th, en], i) => ({ id: String(i + 1), text: both(th, en) }));
const base = { prompt: both('ถามว่าอะไร', 'What: *is* it?'), explanation: both('เพราะ', 'Because: so'), evidence: [] };
const accept = { th: ['แมว'], en: ['cat', 'a cat'] };
const KINDS: readonly Draft[] = [
  { ...base, kind: 'card', back: both('ตอบ', '- back') },
  {
    ...base,
    prompt: both('{{1}} ใน {{2}}', 'A {{1}} in {{2}}'),
    kind: 'cloze',
    blanks: [
      { as: 'text', accept },
      { as: 'year', answer: 1992 },
    ],
  },
  { ...base, kind: 'choice', options: labels(['ก', 'yes'], ['ข', 'no']), answer: ['2'] },
  { ...base, kind: 'choices', options: labels(['ก', '1'], ['ข', '2'], ['ค', '3']), answer: ['1', '3'] },
  { ...base, kind: 'typed', accept, accents: 'ignore', hint: both('สัตว์', 'An animal') },
  { ...base, kind: 'number', answer: -4.5, tolerance: 0.5, unit: both('ม.', 'm') },
  { ...base, kind: 'date', answer: '1992-05' },
  { ...base, kind: 'order', items: labels(['ก', 'one'], ['ข', 'two'], ['ค', 'three']) },
  {
    ...base,
    kind: 'match',
    left: labels(['ก', 'a'], ['ข', 'b']),
    right: labels(['1', 'one'], ['2', 'two'], ['3', 'three']),
    answer: { 1: '2', 2: '1' },
  },
];
const REGIONS: readonly Region[] = [
  {
    id: 'r1',
    text: both('เหนือ', 'North'),
    shape: 'rect',
    points: [
      [0.1, 0.1],
      [0.3, 0.2],
    ],
  },
  {
    id: 'r2',
    text: both('ใต้', 'South'),
    shape: 'ellipse',
    points: [
      [0.5, 0.3],
      [0.7, 0.5],
    ],
  },
  {
    id: 'r3',
    text: both('กลาง', 'Middle'),
    shape: 'polygon',
    points: [
      [0.5, 0.8],
      [0.6, 0.9],
      [0.4, 0.9],
    ],
  },
];
/** One of each task on a picture of the learner's own. */
const onPicture = (file: string): Draft[] =>
  (['name', 'find', 'place'] as const).map(
    (task) =>
      ({
        ...{ ...base, kind: 'label', picture: OWN_PICTURE, image: { file, covers: 'asked', regions: REGIONS } },
        ...askedOnRegions(REGIONS, task, 'r2', { th: [], en: ['Down'] }),
      }) as unknown as Draft,
  );
const TEXT =
  'Eight **planets** #1 <go> round.\n\n- one & two\n- *three*\n\n# Not a section\n\n| a | b |\n|---|---|\n| 1 | 2 |';

/** A course with two lessons, the second moved to the front; every kind of question in the other, and a picture. */
async function written(app: StudyApp, languages: ('th' | 'en')[] = ['th', 'en']) {
  const path = join(app.dataDir, '..', 'sky.png');
  writeFileSync(path, PNG);
  const { name } = await app.call('media.add', { path, name: 'sky.png' });
  const { courseId } = await app.call('course.add', {
    title: both('ดาว', 'Stars'),
    about: both('ฟ้า', 'The sky'),
    languages,
  });
  const place = await app.call('lesson.add', { courseId, title: both('ดาวเคราะห์', 'Planets') });
  const { lessonId } = await app.call('lesson.add', { courseId, title: both('ก่อน', 'Before') });
  await app.call('lesson.move', { courseId, lessonId, to: 0 });
  const text = both('แปดดวง', `${TEXT}\n\n![The sky](${name})`);
  const section = { id: place.sectionId, heading: both('กี่ดวง', 'How many'), text };
  await app.call('lesson.set', { courseId, lessonId: place.lessonId, sections: [section] });
  return { courseId, ...place, picture: name };
}
async function ask(
  app: StudyApp,
  { courseId, lessonId, sectionId }: Awaited<ReturnType<typeof written>>,
  drafts = KINDS,
  tags: string[] = [],
) {
  for (const question of drafts)
    await app.call('note.add', {
      ...{ deckId: courseId, stand: { lessonId, sectionId }, tags },
      content: { kind: 'question', languages: ['th', 'en'], question },
    });
}
const out = (app: StudyApp, name: string) => join(app.dataDir, '..', name);
const exported = (app: StudyApp, courseId: string, name = 'stars.zip') =>
  app.call('library.export', { courseId, format: 'course', withProgress: true, language: 'en', path: out(app, name) });

const filesIn = async (path: string) => {
  const source = { name: 'course.zip', path, bytes: statSync(path).size, sha256: '' };
  const zip = await openZip(source, new AbortController().signal);
  const files: [string, string][] = [];
  for (const entry of zip.entries.values())
    files.push([
      entry.name,
      Buffer.from(
        await wholeOf(zip.pieces(entry), {
          file: 'course.zip',
          place: entry.name,
          maxBytes: 1 << 24,
          expected: entry.bytes,
        }),
      ).toString('utf8'),
    ]);
  zip.close();
  return new Map(files);
};

describe('a course that goes out as a folder', () => {
  it('comes in elsewhere with the same lessons, questions of every kind, order and pictures', async () => {
    const [one, other] = [await start(), await start()];
    const course = await written(one);
    await ask(one, course, [...KINDS, ...onPicture(course.picture)], ['sky::night', 'ดาว']);
    const wish = { courseId: course.courseId, format: 'course', withProgress: true } as const;
    const told = await one.call('library.losses', wish);
    expect(told).toMatchObject({ notes: 12, losses: [], formats: expect.arrayContaining(['course']) as unknown });
    expect(told.proposed).toMatch(/Stars\.zip$/);
    const { path, ...counts } = await exported(one, course.courseId);
    expect(counts).toMatchObject({ notes: 12, leftOut: 0, media: 1 });
    await other.call('library.import', { path, options: {} });
    expect(await metIn(other, course.courseId)).toEqual(await metIn(one, course.courseId));
    await other.restart();
    expect(await metIn(other, course.courseId)).toEqual(await metIn(one, course.courseId));
    const sort = { by: 'taught', descending: false } as const;
    const tagged = await other.call('card.list', { query: 'tag:sky tag:ดาว', sort, offset: 0, limit: 20 });
    expect(tagged.total).toBe(12);
    const { rows } = await other.call('card.list', {
      ...{ query: 'kind:label', courseId: course.courseId, offset: 0, limit: 9 },
      sort: { by: 'taught', descending: false },
    });
    for (const { cardId } of rows)
      expect(await other.call('card.picture', { cardId })).toMatchObject({
        ...{ address: expect.stringMatching(/^\/media\//) as unknown, covers: 'asked' },
        regions: REGIONS.map(({ id, text, shape }) => ({ id, text, shape })),
      });
    expect(rows).toHaveLength(3);
  });

  it('of one language comes in as one of that language', async () => {
    const [one, other] = [await start(), await start()];
    const course = await written(one, ['en']);
    await one.call('course.set', { courseId: course.courseId, title: { th: '' } });
    await one.call('note.add', {
      ...{ deckId: course.courseId, stand: { lessonId: course.lessonId, sectionId: course.sectionId }, tags: [] },
      content: {
        kind: 'question',
        languages: ['en'],
        question: { ...base, kind: 'card', prompt: both('One?', 'One?'), back: both('1', '1') },
      },
    });
    const { path } = await exported(one, course.courseId);
    expect([...(await filesIn(path)).keys()].filter((name) => name.endsWith('.md'))).toHaveLength(2);
    await other.call('library.import', { path, options: {} });
    expect((await metIn(other, course.courseId)).asked).toMatchObject([{ prompt: both('One?', 'One?') }]);
  });

  it('says before what the format can not hold, and writes the rest', async () => {
    const [one, other] = [await start(), await start()];
    const course = await written(one);
    await ask(one, course, KINDS.slice(0, 2), ['sky']);
    const { types } = await one.call('notetype.list', {});
    const typeId = types.find(({ name }) => name === 'Basic')!.id;
    await one.call('note.add', {
      ...{ deckId: course.courseId, stand: { lessonId: course.lessonId, sectionId: course.sectionId }, tags: [] },
      content: { kind: 'fields', typeId, fields: ['front', 'back'] },
    });
    const wish = { courseId: course.courseId, format: 'course', withProgress: false } as const;
    expect((await one.call('library.losses', wish)).losses).toEqual([{ code: 'unfit-notes', count: 1 }]);
    const { path, notes, leftOut } = await exported(one, course.courseId);
    expect([notes, leftOut]).toEqual([2, 1]);
    await other.call('library.import', { path, options: {} });
    expect((await metIn(other, course.courseId)).asked).toHaveLength(2);
  });

  it('tells before of questions whose picture is not there, and leaves them out', async () => {
    const app = await start();
    const course = await written(app);
    await ask(app, course, [KINDS[0]!, ...onPicture('gone.png')]);
    const wish = { courseId: course.courseId, format: 'course', withProgress: false } as const;
    expect((await app.call('library.losses', wish)).losses).toEqual([{ code: 'picture-questions', count: 3 }]);
    expect(await exported(app, course.courseId)).toMatchObject({ notes: 1, leftOut: 3 });
  });

  it('that was brought in goes out file by file as it came', async () => {
    const app = await start();
    const files = Object.entries({ ...EXAMPLE, 'media/river.png': PNG }).map(([name, content]) => ({ name, content }));
    writeFileSync(out(app, 'rivers.zip'), zipOf(files));
    await app.call('library.import', { path: out(app, 'rivers.zip'), options: {} });
    const { path } = await exported(app, 'rivers', 'again.zip');
    const again = await filesIn(path);
    expect([...again.keys()].sort()).toEqual(files.map(({ name }) => `rivers/${name}`).sort());
    for (const [name, text] of Object.entries(EXAMPLE))
      expect([name, again.get(`rivers/${name}`)]).toEqual([name, text]);
    expect((await app.call('library.plan', { path, options: {} })).course).toMatchObject({
      ...{ over: 'brought', questions: { fresh: 0, changed: 0, gone: 0 } },
    });
  });

  it('is neither offered nor written of what is built in, of decks and of chosen cards', async () => {
    const app = await start();
    const { deckId } = await app.call('deck.create', { name: 'Words' });
    for (const what of [{ courseId: 'tiny' }, { courseId: deckId }, { of: { query: 'deck:"A small course"' } }]) {
      const { formats } = await app.call('library.losses', { ...what, format: 'apkg', withProgress: true });
      expect(formats).not.toContain('course');
      const refused = { code: 'bad-input', details: { field: 'format' } };
      await expect(
        app.call('library.export', {
          ...what,
          format: 'course',
          withProgress: true,
          language: 'en',
          path: out(app, 'x.zip'),
        }),
      ).rejects.toMatchObject(refused);
    }
  });
});
