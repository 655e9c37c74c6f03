import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '../../core/api/client.ts';
import type { Course } from '../../core/domain/course.ts';
import { cardIdOf, type CardId } from '../../core/domain/ids.ts';
import { createApp } from '../../core/services/app.ts';
import { fixedClock } from '../../core/services/clock.ts';

const BANGKOK = 420;
const COURSE = 'csto';
/** The lesson that was learned, and examined. */
const LEARNED = 'at-a-glance';

const course = JSON.parse(readFileSync('dist/courses/csto.json', 'utf8')) as Course;
const learned = course.lessons.find(({ id }) => id === LEARNED)!.questions;
/** Questions of the lesson that the edition at hand asks no more. */
export const RETIRED = learned.filter(({ retired }) => retired);
export const STILL_ASKED = learned.filter(({ retired }) => !retired);

/** The course as it was before anything of it was retired. */
const firstEdition = (): Course => ({
  ...course,
  lessons: course.lessons.map((lesson) => ({
    ...lesson,
    questions: lesson.questions.map(({ retired: _, ...question }) => question as (typeof lesson.questions)[number]),
  })),
});

/**
 * Fills a data folder through the program with the first edition: every question of the lesson is answered once, so that all of them
 * come back, and an exam of the lesson is begun.
 * @param learnedAt epoch ms @param examAt epoch ms
 * @returns the retired questions on the paper of the exam, and what was answered in all
 */
export async function studyFirstEdition(
  { dataDir, workDir }: { readonly dataDir: string; readonly workDir: string },
  learnedAt: number,
  examAt: number,
): Promise<{ examId: string; onPaper: CardId[]; answers: number }> {
  const coursesDir = join(workDir, 'first-edition');
  mkdirSync(coursesDir);
  writeFileSync(join(coursesDir, `${COURSE}.json`), JSON.stringify(firstEdition()));
  const clock = fixedClock(learnedAt, BANGKOK);
  const app = await createApp({ dataDir, coursesDir, clock, shell: 'cli', version: '1', log: console.error });
  const call = createClient((method, input) => app.router(method, input));
  await call('lesson.complete', { courseId: COURSE, lessonId: LEARNED });
  const { sessionId } = await call('study.start', { mode: 'learn', courseId: COURSE, lessonId: LEARNED });
  for (const { id } of learned) {
    const cardId = cardIdOf(COURSE, id);
    const { revision } = await call('card.info', { cardId });
    await call('study.answer', { sessionId, cardId, revision, grade: 4, elapsedMs: 3_000 });
  }
  clock.set(examAt);
  const parts = [{ lessons: [LEARNED], weight: 1 }];
  const blueprint = { parts, questions: 200, minutes: 60, kinds: 'all' as const, onlyAsked: false };
  const start = { courseId: COURSE, template: 'own' as const, blueprint, countsAsReviews: false };
  const { examId } = await call('exam.start', start);
  const paper = await call('exam.get', { examId });
  const retired = new Set<string>(RETIRED.map(({ id }) => cardIdOf(COURSE, id)));
  await app.close();
  const onPaper = paper.parts.flatMap(({ questions }) => questions.map(({ card }) => card.cardId));
  return { examId, onPaper: onPaper.filter((cardId) => retired.has(cardId)), answers: learned.length };
}
