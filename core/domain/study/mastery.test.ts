import { describe, expect, it } from 'vitest';
import { cardIdOf, lessonKeyOf, type CardId } from '../ids.ts';
import type { Lesson } from '../course.ts';
import { lessonMastery, masteryOf, waitsFor } from './mastery.ts';
import { UNTOUCHED, type CardState, type LessonState, type Progress } from '../progress.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import type { Memory, Phase } from './schedule.ts';

const memory = (phase: Phase): Memory => ({
  phase,
  due: 0,
  stabilityDays: 1,
  difficulty: 5,
  intervalDays: 1,
  step: 0,
  reps: 1,
  lapses: 0,
  lastReview: 0,
  lastDay: 0,
});
const introduced: CardState = { ...UNTOUCHED, introducedAt: 1 };
const inPhase = (phase: Phase): CardState => ({ ...introduced, memory: memory(phase) });

function lesson(id: string, number: number, requires: string[], questions = 10): Lesson {
  const text = { th: 'ก', en: 'a' };
  return {
    id,
    number,
    title: text,
    subtitle: text,
    objectives: [],
    summary: [],
    requires,
    sections: [],
    questions: Array.from({ length: questions }, (_, index) => ({
      id: `${id}-${index}`,
      kind: 'card' as const,
      lessonId: id,
      sectionId: 's',
      prompt: text,
      back: text,
      explanation: text,
      inline: false,
      evidence: [],
    })),
  };
}
const [first, second, third] = [lesson('a', 1, []), lesson('b', 2, ['a']), lesson('c', 3, ['a', 'b'])];
const lessons = [first, second, third];

/** `remembered`: how many cards of each lesson have left the steps. */
function progressWith(remembered: Record<string, number>, opened: string[] = []): Progress {
  const cards = new Map<CardId, CardState>();
  for (const [id, count] of Object.entries(remembered)) {
    for (let index = 0; index < count; index += 1) cards.set(cardIdOf('csto', `${id}-${index}`), inPhase('review'));
  }
  const state: LessonState = { read: {}, place: null, opened: true };
  return {
    cards,
    lessons: new Map(opened.map((id) => [lessonKeyOf('csto', id), state])),
    days: new Map(),
    settings: DEFAULT_SETTINGS,
    looks: new Map(),
    records: new Map(),
    reviewsTotal: 0,
  };
}
const waiting = (of: Lesson, progress: Progress) => waitsFor('csto', of, lessons, progress).map(({ id }) => id);

describe('masteryOf', () => {
  it('tells unread, new, learning and remembered cards apart', () => {
    const states = [
      undefined,
      UNTOUCHED,
      introduced,
      inPhase('learning'),
      inPhase('relearning'),
      inPhase('review'),
      inPhase('review'),
    ];
    expect(masteryOf(states)).toEqual({ questions: 7, introduced: 5, learning: 2, remembered: 2 });
    expect(masteryOf([])).toEqual({ questions: 0, introduced: 0, learning: 0, remembered: 0 });
  });

  it('counts the cards of one lesson of one course', () => {
    const progress = progressWith({ a: 3, b: 4 });
    expect(lessonMastery('csto', first, progress)).toEqual({
      questions: 10,
      introduced: 3,
      learning: 0,
      remembered: 3,
    });
    expect(lessonMastery('other', first, progress).remembered).toBe(0);
  });
});

describe('waitsFor', () => {
  it('names what is not remembered yet, in teaching order', () => {
    expect(waiting(third, progressWith({}))).toEqual(['a', 'b']);
    expect(waiting(third, progressWith({ a: 6 }))).toEqual(['b']);
  });

  it('lets a lesson go at six of ten, not at five', () => {
    expect(waiting(second, progressWith({ a: 5 }))).toEqual(['a']);
    expect(waiting(second, progressWith({ a: 6 }))).toEqual([]);
  });

  it('never waits without prerequisites, nor once the learner has opened the lesson', () => {
    expect(waiting(first, progressWith({}))).toEqual([]);
    expect(waiting(third, progressWith({}, ['c']))).toEqual([]);
    expect(waiting(second, progressWith({}, ['c']))).toEqual(['a']);
  });

  it('does not count cards that are still in the steps', () => {
    const progress = progressWith({ a: 5 });
    const cards = new Map(progress.cards).set(cardIdOf('csto', 'a-9'), inPhase('learning'));
    expect(waiting(second, { ...progress, cards })).toEqual(['a']);
  });

  it('does not wait for a lesson without questions', () => {
    const empty = lesson('a', 1, [], 0);
    expect(waitsFor('csto', second, [empty, second], progressWith({}))).toEqual([]);
  });
});
