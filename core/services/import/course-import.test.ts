import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../../compiler/format-example.ts';
import { nextCard, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { zipOf } from '../transfer/zip.fixture.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const LESSON = 'lessons/begin/lesson.en.md';
const QUESTIONS = 'lessons/begin/questions.yaml';
const PICTURED: Files = {
  ...EXAMPLE,
  [LESSON]: EXAMPLE[LESSON]!.replace('- Water', '![The river from above](media/river.png)\n\n- Water'),
  'media/river.png': PNG,
};
const changed = (file: string, find: string, by: string): Files => ({
  ...PICTURED,
  [file]: String(PICTURED[file]).replace(find, by),
});

const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});

async function start(): Promise<StudyApp> {
  const app = await startStudyApp();
  apps.push(app);
  return app;
}

/** The files as a zip beside the data folder, in a folder of their own as most programs pack them. */
function zipped(app: StudyApp, files: Files, folder = 'rivers/'): string {
  const path = join(app.dataDir, '..', 'rivers.zip');
  const entries = Object.entries(files).map(([name, content]) => ({ name: `${folder}${name}`, content }));
  writeFileSync(path, zipOf(entries));
  return path;
}

function unpacked(app: StudyApp, files: Files): string {
  const folder = join(app.dataDir, '..', 'rivers');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const options = {};
const coursesOf = async (app: StudyApp) => (await app.call('library.list', {})).courses.map(({ id }) => id);
const packsOf = (app: StudyApp) => {
  try {
    return readdirSync(join(app.dataDir, 'library/packs'));
  } catch {
    return [];
  }
};
const learnt = async (app: StudyApp) =>
  (await app.call('library.list', {})).courses.find(({ id }) => id === 'rivers')?.counts.learning;
const answer = async (app: StudyApp) => {
  const { sessionId } = await app.call('study.start', { mode: 'learn', courseId: 'rivers', lessonId: 'begin' });
  const card = await nextCard(app, sessionId);
  await app.call('study.answer', {
    ...{ sessionId, cardId: card.cardId, revision: card.revision, grade: 3, elapsedMs: 1_000 },
  });
  return card.cardId;
};

describe('a course that is brought in', () => {
  it('is told before: what it is, how many questions, and nothing changes', async () => {
    const app = await start();
    const plan = await app.call('library.plan', { path: zipped(app, PICTURED), options });
    expect(plan).toMatchObject({
      file: { format: 'course' },
      course: {
        ...{ id: 'rivers', title: { en: 'Rivers' }, lessons: 1, over: 'nothing' },
        questions: { fresh: 9, changed: 0, same: 0, gone: 0 },
      },
      counts: { cards: 9, media: 1, decks: 0 },
    });
    expect(await coursesOf(app)).toEqual(['tiny']);
    expect(packsOf(app)).toEqual([]);
  });

  it.each([
    ['a zip of its folder', (app: StudyApp) => zipped(app, PICTURED)],
    ['a zip of its files', (app: StudyApp) => zipped(app, PICTURED, '')],
    ['its folder', (app: StudyApp) => unpacked(app, PICTURED)],
  ])('comes as %s, and is read with its pictures, searched and studied, after a restart too', async (_, from) => {
    const app = await start();
    await app.call('library.import', { path: from(app), options });
    for (const again of [false, true]) {
      if (again) await app.restart();
      expect(await coursesOf(app)).toEqual(['tiny', 'rivers']);
      const { course } = await app.call('lesson.list', { courseId: 'rivers' });
      expect(course).not.toHaveProperty('hasVoices');
      const lesson = await app.call('lesson.get', { courseId: 'rivers', lessonId: 'begin' });
      const picture = lesson.sections[0]!.blocks.en.find(({ kind }) => kind === 'medium');
      expect(picture).toMatchObject({ name: 'river.png', address: expect.stringMatching(/^\/media\/.+/) as string });
      const { groups } = await app.call('search.find', { query: 'Mediterr', language: 'en', limit: 5 });
      expect(groups.flatMap(({ hits }) => hits.map(({ address }) => address.kind))).toContain('question');
    }
    expect(await answer(app)).toMatch(/^rivers\//);
  });

  it('is taken back in one step, and brought back with all that was learned', async () => {
    const app = await start();
    const { importId } = await app.call('library.import', { path: zipped(app, PICTURED), options });
    await answer(app);
    await app.call('library.undoImport', { importId });
    expect(await coursesOf(app)).toEqual(['tiny']);
    await app.call('library.undoImport', { importId });
    expect(await coursesOf(app)).toEqual(['tiny', 'rivers']);
    expect(await learnt(app)).toBe(1);
  });

  it('gives way to a newer version, which keeps what was learned', async () => {
    const app = await start();
    await app.call('library.import', { path: zipped(app, PICTURED), options });
    await answer(app);
    app.clock.advance(60_000);
    const next = changed(QUESTIONS, 'Into which sea does the Nile', 'Name the sea into which it');
    const path = zipped(app, {
      ...next,
      [QUESTIONS]: String(next[QUESTIONS]).replace('- id: rv-work', '- id: rv-more'),
    });
    const plan = await app.call('library.plan', { path, options });
    expect(plan.course).toMatchObject({ over: 'brought', questions: { fresh: 1, changed: 1, same: 7, gone: 1 } });
    const { importId } = await app.call('library.import', { path, options });
    const asked = async () =>
      (await app.call('search.find', { query: 'Name the sea', language: 'en', limit: 5 })).groups.length;
    expect(await asked()).toBe(1);
    expect(await learnt(app)).toBe(1);
    expect(await coursesOf(app)).toEqual(['tiny', 'rivers']);
    await app.call('library.undoImport', { importId });
    expect(await asked()).toBe(0);
  });

  it('goes before the built-in course of its id, and after it where it is taken back', async () => {
    const app = await start();
    const path = zipped(app, { ...PICTURED, 'course.yaml': EXAMPLE['course.yaml']!.replace('id: rivers', 'id: tiny') });
    expect((await app.call('library.plan', { path, options })).course).toMatchObject({ over: 'built-in' });
    const { importId } = await app.call('library.import', { path, options });
    const title = async () => (await app.call('lesson.list', { courseId: 'tiny' })).course.title.en;
    expect([await title(), await coursesOf(app)]).toEqual(['Rivers', ['tiny']]);
    await app.call('library.undoImport', { importId });
    expect(await title()).toBe('A small course');
  });

  it('comes along in a merge and out of a backup', async () => {
    const [one, other] = [await start(), await start()];
    await one.call('library.import', { path: zipped(one, PICTURED), options });
    await one.call('data.backup', {});
    const copy = join(other.dataDir, '..', 'copy');
    cpSync(one.dataDir, copy, { recursive: true });
    await other.call('data.merge', { path: copy, dryRun: false });
    expect(await coursesOf(other)).toEqual(['tiny', 'rivers']);
    expect(await damagedIn(other)).toBe(0);
  });
});

const damagedIn = async (app: StudyApp) => (await app.call('data.check', {})).library.damaged;

describe('a folder that is no course as it must be', () => {
  const bomb = `a: &a [${'x, '.repeat(9)}x]\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} [${'*a, '.repeat(9)}*a]`).join('\n')}\n`;
  it.each<[string, (app: StudyApp) => string, RegExp]>([
    [
      'a mistake in it',
      (app) => zipped(app, changed(QUESTIONS, 'kind: typed', 'kind: essay')),
      /questions\.yaml:\d+ 4\.kind/,
    ],
    [
      'a file that is missing',
      (app) => zipped(app, { 'course.yaml': EXAMPLE['course.yaml']! }),
      /lesson\.en\.md: the file is missing/,
    ],
    ['aliases that multiply', (app) => zipped(app, { ...PICTURED, 'glossary.yaml': bomb }), /glossary\.yaml: aliases/],
    [
      'nesting without end',
      (app) => zipped(app, { ...PICTURED, 'glossary.yaml': '['.repeat(100_000) }),
      /glossary\.yaml/,
    ],
    [
      'letters that are no UTF-8',
      (app) => zipped(app, { ...PICTURED, 'glossary.yaml': Uint8Array.of(0x2d, 0x20, 0xa1, 0xfe) }),
      /glossary\.yaml: the file is not UTF-8/,
    ],
    [
      'a text that is too long',
      (app) => zipped(app, { ...PICTURED, 'glossary.yaml': '#'.repeat(5 << 20) }),
      /4194304 are the most/,
    ],
    [
      'more questions than a course has',
      (app) => zipped(app, { ...PICTURED, [QUESTIONS]: EXAMPLE[QUESTIONS]!.split('\n\n')[0]!.repeat(2_001) }),
      /questions\.yaml/,
    ],
    ['a name that leads out', (app) => zipped(app, { ...PICTURED, '../../outside.md': 'x' }), /outside/],
    [
      'a link',
      (app) => {
        const folder = unpacked(app, PICTURED);
        symlinkSync('/etc/hostname', join(folder, 'media/name.png'));
        return folder;
      },
      /media\/name\.png: a link/,
    ],
    [
      'a lesson behind a link',
      (app) => {
        const folder = unpacked(app, { 'course.yaml': EXAMPLE['course.yaml']! });
        symlinkSync('/etc', join(folder, 'lessons'));
        return folder;
      },
      /lessons: a link/,
    ],
    [
      'a list in the place of a course',
      (app) => zipped(app, { ...PICTURED, 'course.yaml': '- 1\n- 2\n' }),
      /course\.yaml:1/,
    ],
    ['no course at all', (app) => unpacked(app, { 'notes.txt': 'x' }), /course\.yaml/],
  ])('is refused for %s, by where it is, and nothing of it is taken in', async (_, from, place) => {
    const app = await start();
    const path = from(app);
    await expect(app.call('library.import', { path, options })).rejects.toMatchObject({
      code: 'import-unreadable',
      details: { place: expect.stringMatching(place) as string },
    });
    expect(await coursesOf(app)).toEqual(['tiny']);
    expect(packsOf(app)).toEqual([]);
    expect((await app.call('library.imports', {})).imports).toEqual([]);
  });

  it('is told where what was taken in is damaged later: its progress waits', async () => {
    const app = await start();
    await app.call('library.import', { path: zipped(app, PICTURED), options });
    await app.restart(() => {
      const [pack] = packsOf(app);
      writeFileSync(join(app.dataDir, 'library/packs', pack!), '["header",{"pack":1}]\n');
    });
    expect(await coursesOf(app)).toEqual(['tiny']);
    expect(await damagedIn(app)).toBe(1);
  });
});
