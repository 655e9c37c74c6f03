import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Course } from '../../domain/course.ts';
import { parseCardId } from '../../domain/ids.ts';
import { gradeAll, nextCard, respond, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const both = (text: string) => ({ th: text, en: text });
/** Twelve terms of one question each beside the one of the small course. */
const withTerms = (course: Course): Course => ({
  ...course,
  glossary: [
    ...course.glossary,
    ...Array.from({ length: 12 }, (_, at) => ({
      ...{ id: `t${at}`, term: both(`word ${at}`), meaning: both('m'), evidence: ['p001'] },
      questions: [
        {
          ...{ id: `term-t${at}`, kind: 'typed' as const, accept: { th: [`word ${at}`], en: [`word ${at}`] } },
          ...{ lessonId: 'begin', sectionId: 'the-river', inline: false, evidence: ['p001'] },
          ...{ prompt: both(`meaning ${at}`), explanation: both('e') },
        },
      ],
    })),
  ],
});

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp({ change: withTerms });
});
afterEach(() => app.dispose());
const start = (again?: string[]) =>
  app.call('glossary.quiz', { courseId: 'tiny', ...(again && { again: again.map(parseCardId) }) });

describe('the glossary quiz', () => {
  it('asks ten terms a round, those never asked before the others', async () => {
    const first = await start();
    expect(first.counts.left).toBe(10);
    const termsOf = (cards: string[]) => cards.map((cardId) => cardId.replace(/-(choice|abbr)$/, ''));
    const asked = termsOf(await gradeAll(app, first.sessionId, 3));
    expect(new Set(asked).size).toBe(10);
    const second = termsOf(await gradeAll(app, (await start()).sessionId, 3));
    expect(second.filter((cardId) => !asked.includes(cardId))).toHaveLength(3);
  });

  it('keeps its answers as practice: in the history, in no schedule and in no total', async () => {
    const { sessionId } = await start([`tiny/term-t3`]);
    const card = await nextCard(app, sessionId);
    expect(card.prompt.en).toBe('meaning 3');
    expect((await respond(app, sessionId, card, 'word 3')).verdict).toBe('right');
    const info = await app.call('card.info', { cardId: card.cardId });
    expect(info).toMatchObject({ asked: 'glossary', memory: null, reviews: [{ mode: 'practice', grade: 3 }] });
    const { today } = await app.call('stats.summary', {});
    expect((await app.call('history.reviews', { day: today })).reviews[0]?.prompt?.en).toBe('meaning 3');
    const page = await app.call('stats.page', { range: 'all', courseId: 'tiny' });
    expect(page.questions).toBe(18);
    expect(page.kinds.kinds.map(({ kind, answers }) => [kind, answers])).toEqual([['typed', 1]]);
    expect((await app.call('library.list', {})).courses[0]?.counts.cards).toBe(18);
    expect((await app.call('study.undo', {})).what?.prompt?.en).toBe('meaning 3');
  });

  it('is asked nowhere else', async () => {
    await app.call('lesson.complete', { courseId: 'tiny', lessonId: 'begin' });
    for (const mode of ['learn', 'review', 'practice', 'cram'] as const) {
      const { sessionId } = await app.call('study.start', { mode, courseId: 'tiny' });
      const asked = await gradeAll(app, sessionId, 3);
      expect(asked.filter((cardId) => cardId.includes('term-'))).toEqual([]);
    }
  });

  it('asks what was missed again, and such terms first in the next round', async () => {
    const { sessionId } = await start();
    const missed: string[] = [];
    for (let at = 0; at < 10; at += 1) {
      const card = await nextCard(app, sessionId);
      if (at < 2) missed.push(card.cardId);
      await app.call('study.answer', {
        sessionId,
        cardId: card.cardId,
        revision: card.revision,
        elapsedMs: 1_000,
        grade: at < 2 ? 1 : 3,
      });
    }
    const summary = await app.call('study.summary', { sessionId });
    expect(summary.missed.map(({ cardId }) => cardId)).toEqual(missed);
    const again = await gradeAll(app, (await start(missed)).sessionId, 1);
    expect([...again].sort()).toEqual([...missed].sort());
    expect(await gradeAll(app, (await start()).sessionId, 3)).toEqual(expect.arrayContaining(missed));
  });

  it('knows no question of a lesson', async () => {
    await expect(start(['tiny/bg-one'])).rejects.toMatchObject({ code: 'not-found' });
  });
});
