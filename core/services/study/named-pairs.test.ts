import { afterEach, describe, expect, it } from 'vitest';
import type { Course } from '../../domain/course.ts';
import { gradeAll, gradeCard, learn, respond, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { parseCardId } from '../../domain/ids.ts';

const CONFUSED: Readonly<Record<string, readonly string[]>> = {
  'bg-name': ['bg-length', 'bg-day'],
  'bg-one': ['bg-card'],
};
const naming = (course: Course): Course => ({
  ...course,
  lessons: course.lessons.map((lesson) => ({
    ...lesson,
    questions: lesson.questions.map((one) => ({ ...one, ...(CONFUSED[one.id] && { confuses: CONFUSED[one.id]! }) })),
  })),
});
const id = (question: string) => parseCardId(`tiny/${question}`);

let app: StudyApp;
afterEach(() => app.dispose());
const named = async () =>
  (await app.call('contrast.list', { courseId: 'tiny' })).named.map((sides) => sides.map(({ cardId }) => cardId));

async function study(...questions: string[]): Promise<void> {
  const sessionId = await learn(app);
  for (const question of questions) await gradeCard(app, sessionId, { cardId: id(question), revision: 0 }, 4);
}
async function asked(): Promise<string[]> {
  const { sessionId } = await app.call('study.start', { mode: 'contrast', courseId: 'tiny' });
  return gradeAll(app, sessionId, 3);
}

describe('pairs that the course says are often mixed up', () => {
  it('are told once both are studied, and are none while one is suspended', async () => {
    app = await startStudyApp({ change: naming });
    await study('bg-name');
    expect(await named()).toEqual([]);
    await study('bg-day');
    expect(await named()).toEqual([['tiny/bg-name', 'tiny/bg-day']]);
    await app.call('card.update', { cardId: id('bg-day'), change: { suspended: true } });
    expect(await named()).toEqual([]);
  });

  it('are asked in turn, each until it was right twice; a question of two pairs once a round', async () => {
    app = await startStudyApp({ change: naming });
    await study('bg-name', 'bg-day', 'bg-length', 'bg-steps');
    const order = await asked();
    expect([...new Set(order)]).toEqual(['tiny/bg-name', 'tiny/bg-length', 'tiny/bg-day']);
    expect(order).toHaveLength(6);
  });

  it('come behind those found in the answers', async () => {
    app = await startStudyApp({ change: naming });
    await study('bg-name', 'bg-day');
    const learning = await learn(app);
    let revision = 0;
    for (let time = 0; time < 8; time += 1)
      ({ revision } = await respond(app, learning, { cardId: id('bg-one'), revision }, 'c'));
    expect(new Set(await asked())).toEqual(new Set(['tiny/bg-one', 'tiny/bg-name', 'tiny/bg-day']));
    expect((await asked())[0]).toBe('tiny/bg-one');
  });
});
