import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import type { Input } from '../../api/contract.ts';
import { learn, respond, startStudyApp, RESPONSES, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
let sessionId: string;
beforeEach(async () => {
  app = await startStudyApp();
  sessionId = await learn(app);
});
afterEach(() => app.dispose());
const fresh = (question: string) => ({ cardId: `tiny/bg-${question}`, revision: 0 });
const answered = async () => (await app.call('stats.summary', {})).reviewsTotal;

describe('the same text sent again after a near miss is no second try', () => {
  it.each(['great ocaen', ' Great  ocaen. ', 'ＧＲＥＡＴ ocaen'])('%j costs nothing, however often', async (again) => {
    let last = await respond(app, sessionId, fresh('name'), 'great ocaen');
    for (let times = 0; times < 3; times += 1) {
      last = await respond(app, sessionId, last, again);
      expect(last).toMatchObject({ tryAgain: true, note: 'unchanged', grade: null, revision: 1, verdict: 'close' });
    }
    expect(await answered()).toBe(0);
    expect((await app.call('card.history', { cardId: 'tiny/bg-name' })).reviews).toEqual([]);
    expect(await respond(app, sessionId, last, 'great ocean')).toMatchObject({ grade: 2, tryAgain: false });
  });

  it('of two submits at once, one counts and the card is still open for a real second try', async () => {
    const twice = await Promise.allSettled([1, 2].map(() => respond(app, sessionId, fresh('name'), 'great ocaen')));
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    app.clock.advance(80);
    const same = await respond(app, sessionId, { cardId: parseCardId('tiny/bg-name'), revision: 1 }, 'great ocaen');
    expect(same).toMatchObject({ note: 'unchanged', revision: 1 });
    expect(await respond(app, sessionId, same, 'great ocean')).toMatchObject({ grade: 2 });
  });

  it('also after a restart and a hint', async () => {
    const close = await respond(app, sessionId, fresh('name'), 'great ocaen');
    await app.restart();
    await app.call('study.hint', { sessionId, cardId: close.cardId, revision: close.revision });
    expect(await respond(app, sessionId, close, 'great ocaen')).toMatchObject({ note: 'unchanged', grade: null });
  });

  it('another near miss is a second try, and counts', async () => {
    const close = await respond(app, sessionId, fresh('name'), 'great ocaen');
    expect(await respond(app, sessionId, close, 'great ocan')).toMatchObject({ grade: 1, tryAgain: false });
  });
});

describe('a near miss shows where, not what', () => {
  it('says how many letters are missing, and no letter and no answer', async () => {
    const close = await respond(app, sessionId, fresh('name'), 'great ocan');
    expect(close.difference).toEqual([
      { kind: 'same', text: 'great oc' },
      { kind: 'missing', text: '_' },
      { kind: 'same', text: 'an' },
    ]);
    expect(JSON.stringify(close)).not.toMatch(/ocean|"expected"|"answer"|"goesAfter"/);
  });

  it('tells all of it after the second try, with the grade it counted as', async () => {
    const close = await respond(app, sessionId, fresh('name'), 'great ocan');
    const second = await respond(app, sessionId, close, 'great ocen');
    expect(second).toMatchObject({ verdict: 'close', grade: 1, tryAgain: false });
    expect(second.difference).toContainEqual({ kind: 'missing', text: 'a' });
    expect(second.answer?.en).toContain('great ocean');
  });

  it('in a gap too', async () => {
    await withBlanks([{ as: 'text', accept: { th: ['ทาชเคนต์'], en: ['Tashkent'] } }]);
    const close = await respond(app, sessionId, fresh('gaps'), ['Tashknt']);
    expect(close).toMatchObject({ tryAgain: true, parts: [{ id: '1', right: false }] });
    expect(close.parts[0]?.difference).toContainEqual({ kind: 'missing', text: '_' });
    expect(JSON.stringify(close)).not.toMatch(/Tashkent|ทาชเคนต์|"expected"/);
  });
});

describe('"I don\'t know"', () => {
  const unknown = ({ cardId, revision }: { cardId: string; revision: number }) =>
    app.call('study.answer', { sessionId, cardId, revision, unknown: true, elapsedMs: 5000 });

  it.each(Object.keys(RESPONSES))('to %s is Again, and shows the answer', async (question) => {
    const outcome = await unknown(fresh(question));
    expect(outcome).toMatchObject({ verdict: 'wrong', score: 0, grade: 1, tryAgain: false, revision: 1 });
    expect(outcome.answer?.en).not.toBe('');
    expect(outcome.note).toBeUndefined();
    const [review] = (await app.call('card.history', { cardId: outcome.cardId })).reviews;
    expect(review).toMatchObject({ grade: 1, verdict: 'wrong' });
  });

  it('after a near miss is Again too', async () => {
    const close = await respond(app, sessionId, fresh('name'), 'great ocaen');
    expect(await unknown(close)).toMatchObject({ grade: 1, verdict: 'wrong', tryAgain: false });
  });

  it.each<Partial<Input<'study.answer'>>>([{ response: 'x' }, { grade: 3 }])(
    'is said alone, not with %j',
    async (more) => {
      const call = app.call('study.answer', { sessionId, ...fresh('name'), unknown: true, elapsedMs: 1, ...more });
      await expect(call).rejects.toMatchObject({ code: 'bad-input' });
      expect(await answered()).toBe(0);
    },
  );

  it('is nothing to say of a card that is turned over', async () => {
    await expect(unknown(fresh('card'))).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('what can not be read as a date or number is not graded', () => {
  it.each([
    ['day', '1999-04-0', 'not-a-date', '15 May 1992'],
    ['day', 'someday', 'not-a-date', '15 May 1992'],
    ['length', 'quite long', 'not-a-number', '602'],
  ] as const)('%s: %s', async (question, typed, note, right) => {
    const open = await respond(app, sessionId, fresh(question), typed);
    expect(open).toMatchObject({ tryAgain: true, note, grade: null, due: null, revision: 0, parts: [] });
    expect(open.answer).toBeUndefined();
    expect(await answered()).toBe(0);
    expect(await respond(app, sessionId, open, right)).toMatchObject({ verdict: 'right', grade: 3 });
  });

  it('in a gap: the part says so, and nothing is told of the others', async () => {
    const open = await respond(app, sessionId, fresh('gaps'), ['quite long', 'the sea']);
    expect(open).toMatchObject({ tryAgain: true, note: 'not-a-number', grade: null, revision: 0 });
    expect(open.parts).toEqual([{ id: '1', right: false, note: 'not-a-number' }]);
    expect(await respond(app, sessionId, open, ['600', 'the sea'])).toMatchObject({ verdict: 'right', grade: 3 });
  });

  it('nor does it use up the second try', async () => {
    await withBlanks([{ as: 'date', answer: '1992-05-15' }]);
    const open = await respond(app, sessionId, fresh('gaps'), ['15 Mab 1992?']);
    expect(open).toMatchObject({ tryAgain: true, revision: 0 });
    expect(await respond(app, sessionId, open, ['16 May 1992'])).toMatchObject({ verdict: 'wrong', grade: 1 });
  });

  it('a gap left empty was not filled in, and counts as wrong', async () => {
    const outcome = await respond(app, sessionId, fresh('gaps'), ['', 'the sea']);
    expect(outcome).toMatchObject({ verdict: 'partial', score: 0.5, grade: 1, tryAgain: false });
  });
});

type Blanks = Extract<import('../../domain/question.ts').Question, { kind: 'cloze' }>['blanks'];
/** The app again, with other gaps in its cloze. */
async function withBlanks(blanks: Blanks): Promise<void> {
  await app.dispose();
  app = await startStudyApp({
    change: (course) => ({
      ...course,
      lessons: course.lessons.map((lesson) => ({
        ...lesson,
        questions: lesson.questions.map((question) => (question.kind === 'cloze' ? { ...question, blanks } : question)),
      })),
    }),
  });
  sessionId = await learn(app);
}
