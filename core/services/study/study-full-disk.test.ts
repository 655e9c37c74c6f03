import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { createCatalog } from '../courses/catalog.ts';
import { Learner } from '../courses/learner.ts';
import { loadCourses } from '../courses/load-courses.ts';
import { nodeFiles, type Files } from '../disk/files.ts';
import { openStore } from '../store/open-store.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { Sessions } from './sessions.ts';
import { StudyService } from './study-service.ts';

let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());

describe('a correction that can not be written', () => {
  it('leaves the answer to be corrected later, and the summary right', async () => {
    const folders = { dataDir: `${app.dataDir}-second`, coursesDir: `${app.dataDir}/../courses` };
    let isFull = false;
    const write: Files['write'] = (fd, bytes, at) => {
      if (isFull) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      return nodeFiles.write(fd, bytes, at);
    };
    const store = await openStore({ dataDir: folders.dataDir, clock: app.clock, files: { ...nodeFiles, write } });
    const catalog = createCatalog(await loadCourses(folders.coursesDir));
    const learner = new Learner(catalog, store, app.clock);
    const study = new StudyService(learner, new Sessions(learner), async () => new Set());
    const { sessionId } = await study.start({ mode: 'learn', courseId: 'tiny', lessonId: 'begin' });
    const cardId = 'tiny/bg-name';
    await study.answer({ sessionId, cardId: parseCardId(cardId), revision: 0, response: 'hill', elapsedMs: 1 });
    isFull = true;
    await expect(study.correct({ sessionId, cardId: parseCardId(cardId), revision: 1 })).rejects.toEqual(
      expect.objectContaining({ code: 'disk-full' }),
    );
    expect(study.summary(sessionId)).toMatchObject({ answered: 1, passed: 0 });
    isFull = false;
    expect(await study.correct({ sessionId, cardId: parseCardId(cardId), revision: 1 })).toMatchObject({
      grade: 3,
      revision: 2,
    });
    expect(study.summary(sessionId)).toMatchObject({ answered: 1, passed: 1 });
    await store.close();
  });
});
