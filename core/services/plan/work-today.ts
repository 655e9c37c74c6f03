import type { Course, Lesson, Section } from '../../domain/course.ts';
import { cardIdIn, lessonKeyOf } from '../../domain/ids.ts';
import { byWorth, type DayWork, type Job, type Reading, type ReviewJob } from '../../domain/plan/day-plan.ts';
import type { Forgetting } from '../../domain/plan/forgetting.ts';
import type { Pace } from '../../domain/plan/pace.ts';
import { recallPerMinute, recallSaved } from '../../domain/plan/value.ts';
import { cursorOf } from '../../domain/card-rows.ts';
import { UNTOUCHED, type Progress } from '../../domain/progress.ts';
import type { Bilingual } from '../../domain/question.ts';
import { roomToday, withinLimits } from '../../domain/study/daily-limits.ts';
import { findingDueCards } from '../../domain/study/due-cards.ts';
import { waitsFor } from '../../domain/study/mastery.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { optionsOnce } from '../../domain/study/options.ts';
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

/** Cards between two steps. */
const GROUP = 1_000;

/** Everything there is to do today, with the time it takes; in steps. @param language of the texts to be read */
export function* workToday(
  reckoning: Reckoning,
  language: keyof Bilingual,
  budgetMs: number | null,
): Generator<void, DayWork> {
  const { catalog, progress, moment, pace, forgetting } = reckoning;
  const due = yield* findingDueCards(catalog.cards({}), progress, moment);
  const options = optionsOnce(progress);
  const known = cursorOf(progress.cards);
  const review = (card: CatalogCard): ReviewJob & { readonly card: CatalogCard } => {
    const { cardId } = card;
    known.seek(cardId);
    const days = Math.max(0, moment.now - known.lastReview) / DAY_MS;
    const recall = forgetting.recallAfter(known.stabilityDays, days);
    const ms = pace.reviewMs(card.kind, recall, options(card.course).relearningStepsMin.length);
    return { card, cardId, ms, worth: recallPerMinute(recallSaved(known, days, forgetting), ms) };
  };
  const newCard = ({ cardId, kind, course }: CatalogCard): Job => ({
    cardId,
    ms: pace.newMs(kind, options(course).learningStepsMin.length),
  });
  const { today } = moment;
  const jobs: ReturnType<typeof review>[] = [];
  for (const [i, card] of due.review.entries()) {
    if (i % GROUP === 0) yield;
    jobs.push(review(card));
  }
  const allReviews = byWorth(jobs);
  yield;
  const letIn = new Set(
    withinLimits(
      allReviews.map(({ card }) => card),
      'review',
      progress,
      today,
    ),
  );
  const reviews = allReviews.flatMap(({ card, ...job }) => (letIn.has(card) ? [job] : []));
  const fresh = withinLimits(due.fresh, 'fresh', progress, today);
  const reading = nextReading(reckoning, language, newCard);
  const inCourse = fresh.filter(({ course }) => course.id === reading?.courseId).length;
  return {
    learning: due.learning.map(({ cardId }) => ({ cardId, ms: pace.answerMs(catalog.card(cardId).kind, 'steps') })),
    reviews,
    fresh: fresh.map(newCard),
    reading,
    beyond: { reviews: allReviews.length - reviews.length, fresh: due.fresh.length - fresh.length },
    keptApart: due.givenAway.length,
    roomForReading: Math.min(
      roomToday(progress, today).fresh - fresh.length,
      roomToday(progress, today, reading && catalog.course(reading.courseId)).fresh - inCourse,
    ),
    budgetMs,
  };
}

/** The section to read next: of the lesson that was begun, else of the first that waits for none. */
function nextReading(
  { catalog, progress }: Reckoning,
  language: keyof Bilingual,
  newCard: (card: CatalogCard) => Job,
): Reading | null {
  // A deck has nothing that could be read.
  const lessonsOf = ({ kind, lessons }: Course) => (kind === 'deck' ? [] : lessons);
  const unread = catalog.courses.flatMap((course) =>
    lessonsOf(course).flatMap((lesson) => {
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
    questions: newQuestions(course.id, lesson, section, progress).map((cardId) => newCard(catalog.card(cardId))),
  };
}

function newQuestions(courseId: string, { questions }: Lesson, section: Section, { cards }: Progress) {
  return questions
    .filter(({ sectionId }) => sectionId === section.id)
    .map((question) => cardIdIn(courseId, question))
    .filter((cardId) => {
      const { memory, suspended, introducedAt } = cards.get(cardId) ?? UNTOUCHED;
      return memory === null && introducedAt === null && !suspended;
    });
}
