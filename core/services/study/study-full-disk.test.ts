import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../domain/errors.ts';
import { createCatalog } from '../courses/catalog.ts';
import { loadCourses } from '../courses/load-courses.ts';
import type { ProgressStore } from '../ports.ts';
import { openStore } from '../store/open-store.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { createStudyService } from './study-service.ts';

let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());

describe('a correction that can not be written', () => {
  it('leaves the answer to be corrected later, and the summary right', async () => {
    const folders = { dataDir: `${app.dataDir}-second`, coursesDir: `${app.dataDir}/../courses` };
    const real = await openStore({ dataDir: folders.dataDir, clock: app.clock });
    let isFull = false;
    const store: ProgressStore = {
      get progress() {
        return real.progress;
      },
      notices: [],
      append: (body) => (isFull ? Promise.reject(new AppError('disk-full', 'no space')) : real.append(body)),
      appendBatch: (bodies) => real.appendBatch(bodies),
      undo: (ref) => real.undo(ref),
      close: () => real.close(),
    };
    const study = createStudyService(createCatalog(await loadCourses(folders.coursesDir)), store, app.clock);
    const { sessionId } = await study['study.start']({ mode: 'learn', courseId: 'tiny', lessonId: 'begin' });
    const cardId = 'tiny/bg-name';
    await study['study.answer']({ sessionId, cardId, revision: 0, response: 'hill', elapsedMs: 1 });
    isFull = true;
    await expect(study['study.correct']({ sessionId, cardId, revision: 1 })).rejects.toEqual(
      expect.objectContaining({ code: 'disk-full' }),
    );
    expect(await study['study.summary']({ sessionId })).toMatchObject({ answered: 1, passed: 0 });
    isFull = false;
    expect(await study['study.correct']({ sessionId, cardId, revision: 1 })).toMatchObject({ grade: 3, revision: 2 });
    expect(await study['study.summary']({ sessionId })).toMatchObject({ answered: 1, passed: 1 });
    await store.close();
  });
});
