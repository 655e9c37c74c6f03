import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFolder } from '../compiler/compile-folder.ts';
import { createCourseFolder } from '../compiler/course.fixture.ts';
import { createClient, type Client } from '../api/client.ts';
import { contract, type CardView, type Input, type Outcome, type Sent } from '../api/contract.ts';
import type { Grade } from '../domain/grade.ts';
import type { Course } from '../domain/course.ts';
import { createApp, type AppOptions } from './app.ts';
import { fixedClock } from './clock.ts';

/** A Thursday noon in Bangkok. */
export const NOON = Date.parse('2026-01-01T12:00+07:00');
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

type Response = NonNullable<Input<'study.answer'>['response']>;
/** A card as the caller saw it. */
type Seen = Pick<Sent<'study.hint'>, 'cardId' | 'revision'>;

/** A right and a wrong response to each question of the small course (core/compiler/course.fixture.ts); a card has none. */
export const RESPONSES: Readonly<Record<string, { right: Response; wrong: Response }>> = {
  gaps: { right: ['600', 'the sea'], wrong: ['7', 'a hill'] },
  one: { right: 'a', wrong: 'b' },
  many: { right: ['b', 'a'], wrong: ['c', 'd'] },
  name: { right: 'great ocean', wrong: 'hill' },
  length: { right: '602 km', wrong: '700' },
  day: { right: '15 พ.ค. 2535', wrong: '16 May 1992' },
  steps: { right: ['a', 'b', 'c'], wrong: ['c', 'b', 'a'] },
  pairs: { right: { la: 'ra', lb: 'rb', lc: 'rc' }, wrong: { la: 'rd', lb: 'rc', lc: 'rb' } },
};

export interface StudyApp {
  /** Calls through the real router; every reply is checked against the contract. */
  readonly call: Client;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly dataDir: string;
  /** Closes the app and opens it again on the same data, or what `between` leaves of it. */
  restart(between?: () => void | Promise<void>): Promise<void>;
  /** Puts another edition of the course in the place of the one that is there; a restart reads it. */
  publish(course: Course): void;
  dispose(): Promise<void>;
}

/** The app on a fresh data folder with the small course, at noon in Bangkok. */
export async function startStudyApp(
  options: Partial<AppOptions> & {
    readonly change?: (course: Course) => Course;
    /** Fills the data folder before the app is started. */
    readonly prepare?: (dataDir: string) => Promise<void>;
  } = {},
): Promise<StudyApp> {
  const { change = (course: Course) => course, prepare = async () => undefined, ...rest } = options;
  const root = mkdtempSync(join(tmpdir(), 'jamdai-app-'));
  const [dataDir, coursesDir] = [join(root, 'data'), join(root, 'courses')];
  mkdirSync(coursesDir);
  const course = change(smallCourse());
  const publish = (edition: Course) => writeFileSync(join(coursesDir, `${edition.id}.json`), JSON.stringify(edition));
  publish(course);
  const clock = fixedClock(NOON, 420);
  const open = () =>
    createApp({ dataDir, coursesDir, clock, shell: 'cli', version: '0.0.0', log: () => undefined, ...rest });
  await prepare(dataDir);
  let app = await open();
  const call = createClient(async (method, input) => {
    const reply = await app.router(method, JSON.parse(JSON.stringify(input)));
    if (reply.ok) contract[method].output.parse(JSON.parse(JSON.stringify(reply.value)));
    return reply;
  });
  return {
    call,
    clock,
    dataDir,
    publish,
    async restart(between: () => void | Promise<void> = () => undefined) {
      await app.close();
      await between();
      app = await open();
    },
    async dispose() {
      await app.close();
      rmSync(root, { recursive: true });
    },
  };
}

function smallCourse(): Course {
  const source = createCourseFolder();
  const { course, problems } = compileFolder(source.folder);
  source.dispose();
  if (!course) throw new Error(JSON.stringify(problems));
  return course;
}

/** A session that asks the new cards of a lesson of the small course. */
export async function learn(app: StudyApp, lessonId = 'begin'): Promise<string> {
  return (await app.call('study.start', { mode: 'learn', courseId: 'tiny', lessonId })).sessionId;
}

/** The next card of a session, which must have one. */
export async function nextCard(app: StudyApp, sessionId: string): Promise<CardView> {
  const card = await app.call('study.next', { sessionId });
  if (!card) throw new Error('the session has no card left');
  return card;
}

/** Answers a card with a response for the machine. */
export const respond = (
  app: StudyApp,
  sessionId: string,
  { cardId, revision }: Seen,
  response: Response,
): Promise<Outcome> => app.call('study.answer', { sessionId, cardId, revision, response, elapsedMs: 5000 });

/** Answers a card with the learner's own grade. */
export const gradeCard = (
  app: StudyApp,
  sessionId: string,
  { cardId, revision }: Seen,
  grade: Grade,
): Promise<Outcome> => app.call('study.answer', { sessionId, cardId, revision, grade, elapsedMs: 5000 });

/** Grades every card of a session as it comes until none is left; the cards in the order they came. */
export async function gradeAll(app: StudyApp, sessionId: string, grade: Grade): Promise<string[]> {
  const seen: string[] = [];
  for (
    let card = await app.call('study.next', { sessionId });
    card;
    card = await app.call('study.next', { sessionId })
  ) {
    seen.push(card.cardId);
    if (seen.length > 500) throw new Error('the session does not end');
    await gradeCard(app, sessionId, card, grade);
  }
  return seen;
}
