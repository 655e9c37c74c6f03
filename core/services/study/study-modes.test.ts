import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId, type CardId } from '../../domain/ids.ts';
import type { Course } from '../../domain/course.ts';
import {
  DAY_MS,
  gradeAll,
  gradeCard,
  learn,
  nextCard,
  respond,
  startStudyApp,
  type StudyApp,
} from '../study-app.fixture.ts';

let app: StudyApp;
afterEach(() => app.dispose());

const id = (question: string): CardId => parseCardId(`tiny/${question}`);
const start = async (scope: Parameters<typeof app.call<'study.start'>>[1]) =>
  (await app.call('study.start', scope)).sessionId;
/** Cards as a session asks them, each graded Good. */
const asked = async (scope: Parameters<typeof app.call<'study.start'>>[1]) => gradeAll(app, await start(scope), 3);

describe('modes and filters', () => {
  beforeEach(async () => (app = await startStudyApp()));

  it('cram: the weakest first, without a word to the schedule, and what is wrong until it is right', async () => {
    const learning = await learn(app);
    for (const [question, grade] of [
      ['bg-one', 4],
      ['bg-name', 3],
      ['bg-day', 1],
    ] as const)
      await gradeCard(app, learning, { cardId: id(question), revision: 0 }, grade);
    app.clock.set(app.clock.now() + 3 * DAY_MS);
    const before = await app.call('stats.summary', {});
    const cram: Parameters<typeof app.call<'study.start'>>[1] = {
      mode: 'cram',
      filter: { cardIds: [id('bg-one'), id('bg-name'), id('bg-day')] },
    };
    const sessionId = await start(cram);
    const first = await nextCard(app, sessionId);
    expect(first.cardId).toBe('tiny/bg-day');
    await gradeCard(app, sessionId, first, 1);
    const rest: string[] = [];
    for (
      let card = await app.call('study.next', { sessionId });
      card;
      card = await app.call('study.next', { sessionId })
    ) {
      rest.push(card.cardId);
      await gradeCard(app, sessionId, card, rest.length === 3 ? 1 : 3);
    }
    expect(rest).toEqual(['tiny/bg-name', 'tiny/bg-one', 'tiny/bg-day', 'tiny/bg-day']);
    const after = await app.call('stats.summary', {});
    expect([after.due, after.reviewsTotal]).toEqual([before.due, before.reviewsTotal]);
  });

  it('asks what was missed today again, and nothing that was right or taken back', async () => {
    const learning = await learn(app);
    await gradeCard(app, learning, { cardId: id('bg-name'), revision: 0 }, 3);
    await respond(app, learning, { cardId: id('bg-one'), revision: 0 }, 'b');
    await respond(app, learning, { cardId: id('bg-day'), revision: 0 }, '16 May 1992');
    await app.call('study.undo', { sessionId: learning });
    const missed = { mode: 'practice', filter: { missedOn: 'today' } } as const;
    expect(await asked(missed)).toEqual(['tiny/bg-one']);
    app.clock.set(app.clock.now() + DAY_MS);
    expect(await app.call('study.start', missed)).toMatchObject({ why: 'no-match', counts: { left: 0 } });
  });

  it.each([
    ['kinds', { kinds: ['choice', 'date'] }, ['bg-one', 'bg-day', 'lt-one', 'lt-day']],
    ['lessons', { lessonIds: ['later'], kinds: ['choice'] }, ['lt-one']],
    ['a flag', { flag: 2 }, ['bg-name']],
    ['a mark', { marked: true }, ['bg-one']],
    ['leeches', { leech: true }, []],
    ['recall', { maxRecall: 0.99 }, ['bg-name']],
    ['what comes due', { dueWithinDays: 2 }, ['bg-name']],
    ['cards by name, in their order', { cardIds: ['tiny/lt-one', 'tiny/bg-day', 'tiny/none'] }, ['lt-one', 'bg-day']],
  ])('is narrowed to %s', async (_what, filter, questions) => {
    await app.call('card.update', { cardId: id('bg-name'), change: { flag: 2 } });
    await app.call('card.update', { cardId: id('bg-one'), change: { marked: true } });
    await gradeCard(app, await learn(app), { cardId: id('bg-name'), revision: 1 }, 4);
    app.clock.set(app.clock.now() + 7 * DAY_MS);
    const scope = { mode: 'practice', courseId: 'tiny', filter } as Parameters<typeof app.call<'study.start'>>[1];
    const found = await asked(scope);
    const expected = questions.map((question) => `tiny/${question}`);
    expect('cardIds' in filter ? found : found.sort()).toEqual('cardIds' in filter ? expected : expected.sort());
  });

  it('of cards by name can not be gone on with by another process, and no other session is found behind its id', async () => {
    const sessionId = await start({ mode: 'review', filter: { cardIds: [id('bg-one')] } });
    const marked = await start({ mode: 'review', filter: { marked: true } });
    expect(sessionId.length).toBeLessThan(200);
    await app.restart();
    await expect(app.call('study.next', { sessionId })).rejects.toMatchObject({ code: 'session-ended' });
    expect(await app.call('study.next', { sessionId: marked })).toBeNull();
  });

  it('contrast: pairs that are mixed up, in turn, until both were right twice; with the evidence', async () => {
    const learning = await learn(app);
    // The course is small, so chance needs more than two mistakes: the same wrong option eight times.
    let { revision } = await respond(app, learning, { cardId: id('bg-one'), revision: 0 }, 'c');
    for (let time = 1; time < 8; time += 1)
      ({ revision } = await respond(app, learning, { cardId: id('bg-one'), revision }, 'c'));
    const { pairs } = await app.call('contrast.list', { courseId: 'tiny' });
    expect(pairs.map(({ sides }) => sides.map(({ text }) => text.en))).toEqual([['long', 'shallow']]);
    expect(pairs[0]!.evidence).toHaveLength(8);
    expect(pairs[0]!.evidence[0]).toMatchObject({
      cardId: 'tiny/bg-one',
      given: { en: 'shallow' },
      expected: { en: 'long' },
    });
    const sessionId = await start({ mode: 'contrast', courseId: 'tiny' });
    expect(await gradeAll(app, sessionId, 3)).toEqual(['tiny/bg-one', 'tiny/bg-one']);
    await app.call('study.undo', {});
    const inTurn = await start({ mode: 'contrast', filter: { cardIds: [id('bg-one'), id('bg-name')] } });
    expect(await gradeAll(app, inTurn, 3)).toEqual(['tiny/bg-one', 'tiny/bg-name', 'tiny/bg-one', 'tiny/bg-name']);
  });
});

describe('order and mix', () => {
  beforeEach(async () => {
    app = await startStudyApp();
    await app.call('lesson.complete', { courseId: 'tiny', lessonId: 'begin' });
    const learning = await learn(app);
    for (const question of ['bg-day', 'bg-name', 'bg-card']) {
      await gradeCard(app, learning, { cardId: id(question), revision: 1 }, 4);
      app.clock.set(app.clock.now() + DAY_MS);
    }
    app.clock.set(app.clock.now() + 20 * DAY_MS);
  });

  it('are those of the course: as taught, and new cards behind the reviews or before them', async () => {
    await app.call('course.setOptions', {
      courseId: 'tiny',
      set: { reviewOrder: 'lesson', newMix: 'last', newPerDay: 2 },
    });
    const reviews = ['tiny/bg-card', 'tiny/bg-name', 'tiny/bg-day'];
    const shown = async () => {
      const sessionId = await start({ mode: 'review', courseId: 'tiny' });
      const found: string[] = [];
      for (let left = 5; left > 0; left -= 1) {
        const card = await nextCard(app, sessionId);
        found.push(card.cardId);
        await app.call('card.update', { sessionId, cardId: card.cardId, change: { buried: true } });
      }
      for (let left = 5; left > 0; left -= 1) await app.call('study.undo', { sessionId });
      return found;
    };
    expect(await shown()).toEqual([...reviews, 'tiny/bg-gaps', 'tiny/bg-one']);
    await app.call('course.setOptions', { courseId: 'tiny', set: { newMix: 'first' } });
    expect(await shown()).toEqual(['tiny/bg-gaps', 'tiny/bg-one', ...reviews]);
    await app.call('course.setOptions', { courseId: 'tiny', set: { reviewOrder: null, newMix: 'last' } });
    expect((await shown()).slice(0, 3)).toEqual(['tiny/bg-day', 'tiny/bg-name', 'tiny/bg-card']);
  });

  it('learn ahead as long as the course says', async () => {
    await app.call('course.setOptions', { courseId: 'tiny', set: { learnAheadMin: 0, newPerDay: 0 } });
    const sessionId = await start({ mode: 'review', courseId: 'tiny' });
    for (
      let card = await app.call('study.next', { sessionId });
      card;
      card = await app.call('study.next', { sessionId })
    )
      await gradeCard(app, sessionId, card, 1);
    expect((await app.call('study.progress', { sessionId })).repeats).toBe(0);
    await app.call('course.setOptions', { courseId: 'tiny', set: { learnAheadMin: 20 } });
    const ahead = await app.call('study.start', { mode: 'review', courseId: 'tiny' });
    expect(ahead.why).toBeNull();
    expect(await nextCard(app, ahead.sessionId)).toMatchObject({ phase: 'relearning' });
  });
});

describe('questions that give each other away', () => {
  const revealing = (course: Course): Course => ({
    ...course,
    lessons: course.lessons.map((lesson) => ({
      ...lesson,
      questions: lesson.questions.map((question) =>
        question.id === 'bg-card' ? { ...question, reveals: ['bg-gaps', 'bg-one'] } : question,
      ),
    })),
  });
  beforeEach(async () => {
    app = await startStudyApp({ change: revealing });
    await app.call('lesson.complete', { courseId: 'tiny', lessonId: 'begin' });
  });
  const RIVALS = ['tiny/bg-card', 'tiny/bg-gaps', 'tiny/bg-one'];

  it('never meet on one day in a review, are not counted as due, and come back the next day', async () => {
    expect((await app.call('stats.summary', {})).new).toBe(7);
    const first = await asked({ mode: 'review' });
    expect(RIVALS.filter((card) => first.includes(card))).toEqual(['tiny/bg-card']);
    expect((await app.call('study.start', { mode: 'review' })).why).toBe('given-away');
    await app.restart();
    expect((await app.call('study.start', { mode: 'review' })).why).toBe('given-away');
    app.clock.set(app.clock.now() + DAY_MS);
    const second = await asked({ mode: 'review' });
    expect(second.filter((card) => RIVALS.slice(1).includes(card)).length).toBeGreaterThan(0);
  });

  it('wait while there are others when the learner asks for new cards, and come last', async () => {
    const shown = [...new Set(await asked({ mode: 'learn', courseId: 'tiny', lessonId: 'begin' }))];
    expect(shown.slice(-2)).toEqual(['tiny/bg-gaps', 'tiny/bg-one']);
    expect(shown[0]).toBe('tiny/bg-card');
  });

  it('meet where the learner does not want them buried', async () => {
    await app.call('settings.set', { burySiblings: false });
    expect((await app.call('stats.summary', {})).new).toBe(9);
  });

  it('that were answered in another session meanwhile are passed over, until that is taken back', async () => {
    const review = await start({ mode: 'review' });
    const other = await learn(app);
    await gradeCard(app, other, { cardId: id('bg-gaps'), revision: 1 }, 4);
    const first = await nextCard(app, review);
    expect(first.cardId).toBe('tiny/bg-many');
    await app.call('study.undo', { sessionId: other });
    const again = await asked({ mode: 'review' });
    expect(again).toContain('tiny/bg-card');
  });
});
