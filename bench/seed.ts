import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createClient, type Client } from '../core/api/client.ts';
import { seededRandom } from '../core/domain/random.ts';
import { DAY_MS } from '../core/domain/study/study-day.ts';
import { createApp } from '../core/services/app.ts';
import { fixedClock } from '../core/services/clock.ts';

/**
 * `npm run seed -- --data FOLDER --days 60 --until EPOCH_MS [--seed N] [--course ID]`: a learner who has studied most days up to
 * an instant, through the router as the interface does. For pictures, demonstrations and figures.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    days: { type: 'string', default: '60' },
    until: { type: 'string', default: String(Date.now()) },
    seed: { type: 'string', default: '1' },
    course: { type: 'string', default: 'csto' },
  },
});
/** Minutes east of UTC: Bangkok. */
const BANGKOK = 420;
/** How often a made-up learner skips a day, forgets, or finds it easy. */
const SKIPS = 0.15;
const FORGETS = 0.12;
const HARD = 0.1;
const EASY = 0.1;

const random = seededRandom(values.seed);
const clock = fixedClock(0, BANGKOK);

/** Reads the next section that is unread, if there is one. */
async function readOn(call: Client, courseId: string): Promise<void> {
  const { lessons } = await call('lesson.list', { courseId });
  const open = lessons.find(({ state }) => state !== 'read');
  if (!open) return;
  const { sections } = await call('lesson.get', { courseId, lessonId: open.id });
  const section = sections.find(({ read }) => !read);
  if (section) await call('lesson.complete', { courseId, lessonId: open.id, sectionId: section.id });
}

function gradeNow(): 1 | 2 | 3 | 4 {
  const dice = random();
  if (dice < FORGETS) return 1;
  if (dice < FORGETS + HARD) return 2;
  return dice < 1 - EASY ? 3 : 4;
}

async function review(call: Client, courseId: string): Promise<void> {
  const { sessionId } = await call('study.start', { mode: 'review', courseId });
  for (let waits = 0; waits < 3;) {
    const card = await call('study.next', { sessionId });
    if (card === null) {
      // A card in its learning steps comes back after ten minutes.
      clock.advance(10 * 60_000);
      waits++;
      continue;
    }
    const elapsedMs = Math.round(3_000 + random() * 14_000);
    clock.advance(elapsedMs);
    await call('study.answer', {
      sessionId,
      cardId: card.cardId,
      revision: card.revision,
      grade: gradeNow(),
      elapsedMs,
    });
  }
}

async function main(): Promise<void> {
  const [days, until] = [Number(values.days), Number(values.until)];
  if (values.data === undefined || !Number.isSafeInteger(days) || !Number.isSafeInteger(until))
    throw new TypeError('seed takes --data FOLDER, and whole numbers for --days and --until');
  clock.set(until - days * DAY_MS);
  const coursesDir = join(dirname(dirname(fileURLToPath(import.meta.url))), 'courses');
  const app = await createApp({
    dataDir: values.data,
    coursesDir,
    clock,
    shell: 'cli',
    version: 'seed',
    log: console.error,
  });
  const call = createClient((method, input) => app.router(method, input));
  for (let day = days; day > 0; day--) {
    if (random() < SKIPS) continue;
    clock.set(until - day * DAY_MS + Math.round(random() * 3_600_000));
    await readOn(call, values.course);
    if (random() < 0.5) await readOn(call, values.course);
    await review(call, values.course);
  }
  const { reviewsTotal } = await call('stats.summary', {});
  await app.close();
  console.log(JSON.stringify({ days, reviewsTotal }));
}

await main();
