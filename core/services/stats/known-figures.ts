import type { Output } from '../../api/contract.ts';
import type { Lesson } from '../../domain/course.ts';
import type { ScopeCard } from './stats-cards.ts';

type Mastery = Output<'stats.page'>['mastery'];
type Known = Pick<
  Mastery['lessons'][number],
  'questions' | 'introduced' | 'remembered' | 'recall' | 'dots' | 'dotsShare'
>;

/** A question that was right on so many days was learned anew often enough: that many dots it has. */
const MOST_DOTS = 3;
const dotsOf = ({ state }: ScopeCard): number => Math.min(MOST_DOTS, state?.daysRight ?? 0);

function knownOf(cards: readonly ScopeCard[]): Known {
  const introduced = cards.filter(({ state }) => state && (state.introducedAt !== null || state.memory !== null));
  const recall = introduced.reduce((sum, card) => sum + (Number.isNaN(card.recall) ? 0 : card.recall), 0);
  const dots = cards.map(dotsOf);
  return {
    questions: cards.length,
    introduced: introduced.length,
    remembered: cards.filter(({ state }) => state?.memory?.phase === 'review').length,
    recall: introduced.length === 0 ? null : recall / introduced.length,
    dots: dots.reduce((least, days) => Math.min(least, days), MOST_DOTS),
    dotsShare: dots.reduce((sum, days) => sum + days, 0) / (MOST_DOTS * cards.length),
  };
}

function grouped<K>(cards: readonly ScopeCard[], keyOf: (card: ScopeCard) => K): Map<K, ScopeCard[]> {
  const groups = new Map<K, ScopeCard[]>();
  for (const card of cards) {
    const group = groups.get(keyOf(card));
    if (group) group.push(card);
    else groups.set(keyOf(card), [card]);
  }
  return groups;
}

function sectionsOf(lesson: Lesson, cards: readonly ScopeCard[]) {
  const bySection = grouped(cards, ({ card }) => card.question.sectionId);
  return lesson.sections.flatMap(({ id, heading }) => {
    const own = bySection.get(id);
    return own ? [{ sectionId: id, heading, ...knownOf(own) }] : [];
  });
}

/** How far each lesson with questions is now, and each of its sections, in teaching order. */
export function* masteryFigures(cards: readonly ScopeCard[]): Generator<void, Mastery> {
  const lessons: Mastery['lessons'] = [];
  for (const [lesson, own] of grouped(cards, ({ card }) => card.lesson)) {
    const { id: lessonId, number, title } = lesson;
    const courseId = own[0]!.card.course.id;
    const sections = sectionsOf(lesson, own);
    lessons.push({ courseId, lessonId, number, title, ...knownOf(own), sections });
    yield;
  }
  return { lessons };
}
