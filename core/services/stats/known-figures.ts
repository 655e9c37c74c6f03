import type { Output } from '../../api/contract.ts';
import type { Lesson } from '../../domain/course.ts';
import { PHASES_BEFORE } from '../../domain/stats/review-columns.ts';
import type { ScopeCards } from './stats-cards.ts';

type Mastery = Output<'stats.page'>['mastery'];
type Known = Pick<
  Mastery['lessons'][number],
  'questions' | 'introduced' | 'remembered' | 'recall' | 'dots' | 'dotsShare'
>;

/** A question that was right on so many days was learned anew often enough: that many dots it has. */
const MOST_DOTS = 3;
const REVIEW = PHASES_BEFORE.indexOf('review');
const NEW = PHASES_BEFORE.indexOf('new');

/** @param own places of cards in the scope */
function knownOf(scope: ScopeCards, own: readonly number[]): Known {
  let [introduced, remembered, recall, least, dots] = [0, 0, 0, MOST_DOTS, 0];
  for (const i of own) {
    const isAnswered = scope.phase[i] !== NEW;
    if (isAnswered || !Number.isNaN(scope.introducedDay[i])) introduced += 1;
    if (scope.phase[i] === REVIEW) remembered += 1;
    if (isAnswered) recall += scope.recall[i]!;
    const own = Math.min(MOST_DOTS, scope.daysRight[i]!);
    least = Math.min(least, own);
    dots += own;
  }
  return {
    questions: own.length,
    introduced,
    remembered,
    recall: introduced === 0 ? null : recall / introduced,
    dots: least,
    dotsShare: dots / (MOST_DOTS * own.length),
  };
}

function grouped<K>(places: readonly number[], keyOf: (place: number) => K): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const place of places) {
    const group = groups.get(keyOf(place));
    if (group) group.push(place);
    else groups.set(keyOf(place), [place]);
  }
  return groups;
}

function sectionsOf(lesson: Lesson, scope: ScopeCards, own: readonly number[]) {
  const [only, another] = lesson.sections;
  // Where all are in one, as in a deck, none is looked at: a deck's questions would be read from the disk for it.
  if (only && !another) return [{ sectionId: only.id, heading: only.heading, ...knownOf(scope, own) }];
  const bySection = grouped(own, (i) => scope.cards[i]!.question.sectionId);
  return lesson.sections.flatMap(({ id, heading }) => {
    const cards = bySection.get(id);
    return cards ? [{ sectionId: id, heading, ...knownOf(scope, cards) }] : [];
  });
}

/** How far each lesson with questions is now, and each of its sections, in teaching order. */
export function* masteryFigures(scope: ScopeCards): Generator<void, Mastery> {
  const lessons: Mastery['lessons'] = [];
  for (const [lesson, own] of grouped([...scope.cards.keys()], (i) => scope.cards[i]!.lesson)) {
    const { id: lessonId, number, title } = lesson;
    const courseId = scope.cards[own[0]!]!.course.id;
    const sections = sectionsOf(lesson, scope, own);
    lessons.push({ courseId, lessonId, number, title, ...knownOf(scope, own), sections });
    yield;
  }
  return { lessons };
}
