import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, type Client } from '../../core/api/client.ts';
import type { Course } from '../../core/domain/course.ts';
import { AppError } from '../../core/domain/errors.ts';
import { seededRandom } from '../../core/domain/random.ts';
import { DAY_MS } from '../../core/domain/study/study-day.ts';
import { createApp } from '../../core/services/app.ts';
import { fixedClock } from '../../core/services/clock.ts';
import { alertness, sittings } from './habits.ts';
import { MadeUpLearner, type Given } from './learner.ts';

export interface YearOptions {
  readonly dataDir: string;
  readonly coursesDir: string;
  readonly courseId: string;
  /** Epoch ms: the year ends with the evening before this day. */
  readonly until: number;
  readonly days: number;
  readonly seed: string;
}

const HOUR_MS = 3_600_000;
/** Minutes east of UTC: Bangkok. */
const BANGKOK = 420;
/** What this learner wants to know when asked: more than most, and so is asked more often. */
const RETENTION = 0.93;
/** How often one reads on before the questions of a sitting. */
const READS_ON = 0.26;

/** Fills a data folder with the answers of a made-up learner, through the router as the interface does. @returns how many */
export async function studyDays({ dataDir, coursesDir, courseId, until, days, seed }: YearOptions): Promise<number> {
  const random = seededRandom(seed);
  const clock = fixedClock(0, BANGKOK);
  const course = JSON.parse(readFileSync(join(coursesDir, `${courseId}.json`), 'utf8')) as Course;
  const learner = new MadeUpLearner(course, random);
  const midnight = Math.floor((until + BANGKOK * 60_000) / DAY_MS) * DAY_MS - BANGKOK * 60_000;
  clock.set(midnight - days * DAY_MS);
  const app = await createApp({ dataDir, coursesDir, clock, shell: 'cli', version: 'year', log: console.error });
  const call = createClient((method, input) => app.router(method, input));
  await call('settings.set', { retention: RETENTION, askSure: true });
  for (let daysLeft = days; daysLeft > 0; daysLeft -= 1) {
    const start = midnight - daysLeft * DAY_MS;
    const weekday = new Date(start + BANGKOK * 60_000).getUTCDay();
    for (const { hour, minutes } of sittings(daysLeft, weekday, random)) {
      clock.set(Math.max(clock.now() + 1, Math.round(start + hour * HOUR_MS)));
      if (random() < READS_ON) await readOn(call, courseId);
      await sit(call, courseId, clock.now() + minutes * 60_000);
    }
  }
  const { reviewsTotal } = await call('stats.summary', {});
  await app.close();
  return reviewsTotal;

  /** Answers until nothing is due or the time is up. */
  async function sit(call: Client, courseId: string, end: number): Promise<void> {
    const { sessionId } = await call('study.start', { mode: 'review', courseId });
    for (let waits = 0; waits < 2 && clock.now() < end;) {
      const card = await call('study.next', { sessionId });
      if (card === null) {
        // A card in its learning steps comes back after ten minutes.
        clock.advance(10 * 60_000);
        waits += 1;
        continue;
      }
      const { cardId } = card;
      const alert = alertness(((clock.now() + BANGKOK * 60_000) % DAY_MS) / HOUR_MS);
      const send = (revision: number, given: Given) => {
        clock.advance(given.elapsedMs + 1_500);
        return call('study.answer', { sessionId, cardId, revision, ...given });
      };
      const outcome = await send(card.revision, learner.answer(card, clock.now(), alert));
      if (outcome.tryAgain) await send(outcome.revision, learner.again(card)).then(giveUpIfOpen(send));
    }
  }
}

type Send = (revision: number, given: Given) => Promise<{ readonly tryAgain: boolean; readonly revision: number }>;

/** What is still open after a second try is left unanswered no longer. */
const giveUpIfOpen =
  (send: Send) =>
  async ({ tryAgain, revision }: Awaited<ReturnType<Send>>): Promise<void> => {
    if (tryAgain) await send(revision, { unknown: true, elapsedMs: 3_000 });
  };

/** Reads the next section that is unread, if there is one. */
async function readOn(call: Client, courseId: string): Promise<void> {
  const { lessons } = await call('lesson.list', { courseId });
  const open = lessons.find(({ state }) => state !== 'read');
  if (!open) return;
  const { sections } = await call('lesson.get', { courseId, lessonId: open.id });
  const section = sections.find(({ read }) => !read);
  if (!section) throw new AppError('internal', `lesson ${open.id} is not read, but all its sections are`);
  await call('lesson.complete', { courseId, lessonId: open.id, sectionId: section.id });
}
