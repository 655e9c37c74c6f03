import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileFolder } from '../../compiler/compile-folder.ts';
import { createLabelCourse } from '../../compiler/label-course.fixture.ts';
import type { CardView, Input } from '../../api/contract.ts';
import type { Course } from '../../domain/course.ts';
import { startExam, TINY } from '../exam/exam-app.fixture.ts';
import { learn, nextCard, respond, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

type Response = NonNullable<Input<'study.answer'>['response']>;

function labelCourse(): Course {
  const folder = createLabelCourse();
  const { course } = compileFolder(folder.folder);
  folder.dispose();
  const only = ({ kind }: { readonly kind: string }) => kind === 'label';
  return {
    ...course!,
    lessons: course!.lessons.map((lesson) => ({ ...lesson, questions: lesson.questions.filter(only) })),
  };
}

let app: StudyApp;
let sessionId: string;
let cards: Record<string, CardView>;
beforeEach(async () => {
  app = await startStudyApp({ change: labelCourse });
  sessionId = await learn(app);
  cards = {};
});
afterEach(() => app.dispose());

/** Asks what is left until the wanted card comes; the others are answered wrong. */
async function shown(name: string): Promise<CardView> {
  for (let tries = 0; tries < 12; tries++) {
    const card = await nextCard(app, sessionId);
    cards[card.cardId.replace('tiny/bg-label-', '')] = card;
    if (card.cardId.endsWith(`-${name}`)) return card;
    const { cardId, revision } = card;
    await app.call('study.answer', { sessionId, cardId, revision, unknown: true, elapsedMs: 1 });
  }
  throw new Error(`${name} does not come`);
}

describe('a question on a picture, as it is put to the learner', () => {
  it('says which marks are hidden, and none of their names but those to choose from or to place', async () => {
    for (const name of ['typed', 'chosen', 'find', 'place']) if (!cards[name]) await shown(name);
    const { typed, chosen, find, place } = cards;
    expect(typed?.label).toEqual({ picture: 'members', task: 'name', marks: ['north'] });
    expect(typed?.options).toBeUndefined();
    expect(chosen?.label).toEqual({ picture: 'members', task: 'name', marks: ['south'] });
    expect(chosen?.options?.map(({ text }) => text.en).sort()).toEqual(['East', 'South', 'West']);
    expect(find?.label).toEqual({ picture: 'members', task: 'find', marks: [] });
    expect(place?.label).toEqual({ picture: 'members', task: 'place', marks: ['west', 'north', 'east'] });
    expect(place?.options?.map(({ text }) => text.en).sort()[0]).toBe('Centre');
    for (const card of [typed, find]) expect(JSON.stringify(card)).not.toMatch(/State of the (north|west)/);
  });

  it.each<[string, Response, string, number]>([
    ['typed', 'state of the north', 'right', 1],
    ['accepted', 'Nord', 'wrong', 0],
    ['chosen', 'b', 'right', 1],
    ['find', 'west', 'right', 1],
    ['find', 'north', 'wrong', 0],
    ['place', { west: 'd', north: 'c', east: 'b' }, 'right', 1],
    ['place', { west: 'd', north: 'b', east: 'c' }, 'partial', 1 / 3],
  ])('%s is judged, and the answer is on the disk', async (name, response, verdict, score) => {
    const outcome = await respond(app, sessionId, await shown(name), response);
    expect(outcome).toMatchObject({ verdict, score, grade: verdict === 'right' ? 3 : 1 });
    await app.restart();
    const info = await app.call('card.info', { cardId: outcome.cardId });
    expect(JSON.stringify(info)).toContain(JSON.stringify(response));
  });

  it('says why the option that was chosen is wrong', async () => {
    const { parts } = await respond(app, sessionId, await shown('chosen'), 'a');
    expect(parts.find(({ id }) => id === 'a')).toMatchObject({ right: false, why: { en: 'No.' } });
  });

  it.each<[string, Response]>([
    ['find', 'centre'],
    ['chosen', 'south'],
    ['place', { west: 'z' }],
  ])('%s refuses an id that is not there, and keeps the card', async (name, response) => {
    const card = await shown(name);
    await expect(respond(app, sessionId, card, response)).rejects.toMatchObject({ code: 'bad-input' });
    expect(await nextCard(app, sessionId)).toMatchObject({ cardId: card.cardId, revision: card.revision });
  });
});

describe('an exam', () => {
  it('asks names to type as written, the others as chosen, and says what was given where', async () => {
    const kindsOf = async (kinds: 'chosen' | 'written') => {
      const examId = await startExam(app, {
        blueprint: { ...TINY, parts: [{ lessons: ['begin'], weight: 1 }], kinds },
      });
      const { parts } = await app.call('exam.get', { examId });
      return { examId, cards: parts.flatMap(({ questions }) => questions.map(({ card }) => card)) };
    };
    const written = await kindsOf('written');
    expect(written.cards.map(({ cardId }) => cardId).sort()).toEqual(['tiny/bg-label-accepted', 'tiny/bg-label-typed']);
    await app.call('exam.end', { examId: written.examId });
    const chosen = await kindsOf('chosen');
    const answer = (name: string, response: Response) =>
      app.call('exam.answer', { examId: chosen.examId, cardId: `tiny/bg-label-${name}`, response, elapsedMs: 1 });
    await answer('chosen', 'c');
    await answer('find', 'south');
    await answer('place', { north: 'b' });
    await app.call('exam.end', { examId: chosen.examId });
    const { questions } = await app.call('exam.result', { examId: chosen.examId });
    const given = Object.fromEntries(questions.map(({ cardId, given: text }) => [cardId.replace(/.*-/, ''), text?.en]));
    expect(given).toEqual({
      chosen: 'East',
      find: 'State of the south',
      place: 'State of the north – State of the east',
    });
  });
});
