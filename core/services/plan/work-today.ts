import type { Lesson, Section } from '../../domain/course.ts';
import { cardIdOf, courseIdOf, lessonKeyOf } from '../../domain/ids.ts';
import { byWorth, type DayWork, type Job, type Reading, type ReviewJob } from '../../domain/plan/day-plan.ts';
import type { Forgetting } from '../../domain/plan/forgetting.ts';
import type { Pace } from '../../domain/plan/pace.ts';
import { recallPerMinute, recallSaved } from '../../domain/plan/value.ts';
import { UNTOUCHED, type Progress } from '../../domain/progress.ts';
import type { Bilingual } from '../../domain/question.ts';
import { roomToday, withinLimits } from '../../domain/study/daily-limits.ts';
import { dueCards } from '../../domain/study/due-cards.ts';
import { waitsFor } from '../../domain/study/mastery.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { optionsOf } from '../../domain/study/options.ts';
import { readSections } from '../../domain/study/reading.ts';
import { readingMinutes } from '../../domain/study/reading-time.ts';
import { DAY_MS } from '../../domain/study/study-day.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';

/** What the jobs of a day are reckoned with. */
export interface Reckoning {
  readonly catalog: Catalog;
  readonly progress: Progress;
  readonly moment: Moment;
  readonly pace: Pace;
  readonly forgetting: Forgetting;
}

/** Everything there is to do today, with the time it takes. @param language of the texts to be read */
export function workToday(reckoning: Reckoning, language: keyof Bilingual, budgetMs: number | null): DayWork {
  const { catalog, progress, moment, pace, forgetting } = reckoning;
  const due = dueCards(catalog.cards({}), progress, moment);
  const kindOf = (cardId: CatalogCard['cardId']) => catalog.card(cardId).question.kind;
  const optionsFor = (cardId: CatalogCard['cardId']) => optionsOf(progress, catalog.card(cardId).course.id);
  const review = (cardId: CatalogCard['cardId']): ReviewJob => {
    const memory = progress.cards.get(cardId)!.memory!;
    const days = Math.max(0, moment.now - memory.lastReview) / DAY_MS;
    const recall = forgetting.recallAfter(memory.stabilityDays, days);
    const ms = pace.reviewMs(kindOf(cardId), recall, optionsFor(cardId).relearningStepsMin.length);
    return { cardId, ms, worth: recallPerMinute(recallSaved(memory, days, forgetting), ms) };
  };
  const newCard = (cardId: CatalogCard['cardId']): Job => ({
    cardId,
    ms: pace.newMs(kindOf(cardId), optionsFor(cardId).learningStepsMin.length),
  });
  const { today } = moment;
  const allReviews = byWorth(due.review.map(review));
  const letIn = new Set(
    withinLimits(
      allReviews.map(({ cardId }) => cardId),
      'review',
      progress,
      today,
    ),
  );
  const reviews = allReviews.filter(({ cardId }) => letIn.has(cardId));
  const fresh = withinLimits(due.fresh, 'fresh', progress, today);
  const reading = nextReading(reckoning, language, newCard);
  const inCourse = fresh.filter((cardId) => courseIdOf(cardId) === reading?.courseId).length;
  return {
    learning: due.learning.map(({ cardId }) => ({ cardId, ms: pace.answerMs(kindOf(cardId), 'steps') })),
    reviews,
    fresh: fresh.map(newCard),
    reading,
    beyond: { reviews: allReviews.length - reviews.length, fresh: due.fresh.length - fresh.length },
    keptApart: due.givenAway.length,
    roomForReading: Math.min(
      roomToday(progress, today).fresh - fresh.length,
      roomToday(progress, today, reading?.courseId ?? null).fresh - inCourse,
    ),
    budgetMs,
  };
}

/** The section to read next: of the lesson that was begun, else of the first that waits for none. */
function nextReading(
  { catalog, progress }: Reckoning,
  language: keyof Bilingual,
  newCard: (cardId: CatalogCard['cardId']) => Job,
): Reading | null {
  const unread = catalog.courses.flatMap((course) =>
    course.lessons.flatMap((lesson) => {
      const state = progress.lessons.get(lessonKeyOf(course.id, lesson.id));
      const read = new Set(readSections(lesson, state));
      const section = lesson.sections.find((one) => !read.has(one));
      if (!section || waitsFor(course.id, lesson, course.lessons, progress).length > 0) return [];
      return { course, lesson, section, begun: read.size > 0 || Boolean(state?.place) };
    }),
  );
  const next = unread.find(({ begun }) => begun) ?? unread[0];
  if (!next) return null;
  const { course, lesson, section } = next;
  return {
    courseId: course.id,
    lessonId: lesson.id,
    sectionId: section.id,
    ms: readingMinutes(section.blocks[language], language) * 60_000,
    questions: newQuestions(course.id, lesson, section, progress).map(newCard),
  };
}

function newQuestions(courseId: string, { questions }: Lesson, section: Section, { cards }: Progress) {
  return questions
    .filter(({ sectionId }) => sectionId === section.id)
    .map(({ id }) => cardIdOf(courseId, id))
    .filter((cardId) => {
      const { memory, suspended, introducedAt } = cards.get(cardId) ?? UNTOUCHED;
      return memory === null && introducedAt === null && !suspended;
    });
}
