import { parametersIn } from '../../../domain/history/parameters.ts';
import type { Weights } from '../../../domain/study/memory-model.ts';
import type { Output } from '../../../api/contract.ts';
import type { Progress, CardState } from '../../../domain/progress.ts';
import type { Moment } from '../../../domain/study/moment.ts';
import { retrievability, type Memory } from '../../../domain/study/schedule.ts';
import { studyDay } from '../../../domain/study/study-day.ts';
import type { CatalogCard } from '../../courses/catalog.ts';
import { mean, plainShare } from './plain-answers.fixture.ts';
import type { PlainRow } from './plain-rows.fixture.ts';

type Page = Output<'stats.page'>;
type Histogram = Page['intervals'];

const DAYS = [0, 1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 545, 730, 1095, 1825, 3650];

function histogram(values: readonly number[], edges: readonly number[]): Histogram {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const middle = sorted.length % 2 ? [sorted[Math.floor(half)]!] : [sorted[half - 1]!, sorted[half]!];
  return {
    cards: values.length,
    mean: values.length === 0 ? null : mean(values),
    median: values.length === 0 ? null : mean(middle),
    bins: edges.map((from, i) => {
      const to = edges[i + 1] ?? null;
      const cards = values.filter((value) => (i === 0 || value >= from) && (to === null || value < to)).length;
      return { from, to, cards };
    }),
  };
}

export function plainHistograms(memories: readonly Memory[], now: number, weights: Weights) {
  const inReview = memories.filter(({ phase }) => phase === 'review');
  return {
    intervals: histogram(
      inReview.map((memory) => memory.intervalDays),
      DAYS,
    ),
    stability: histogram(
      memories.map((memory) => memory.stabilityDays),
      DAYS,
    ),
    difficulty: histogram(
      memories.map((memory) => memory.difficulty),
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ),
    recall: histogram(
      memories.map((memory) => retrievability(memory, now, weights)),
      Array.from({ length: 20 }, (_, i) => i / 20),
    ),
  };
}

function dueIn({ memory, suspended, buriedUntilDay }: CardState, { today, clock }: Moment): number | null {
  if (!memory || suspended) return null;
  const day = memory.phase === 'review' ? memory.lastDay + Math.ceil(memory.intervalDays) : studyDay(memory.due, clock);
  return (buriedUntilDay > today ? Math.max(day, buriedUntilDay) : day) - today;
}

export function plainForecast(
  states: readonly CardState[],
  rows: readonly PlainRow[],
  moment: Moment,
): Page['forecast'] {
  const time = rows.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  const isOwnPace = rows.length >= 20 && time > 0;
  const msPerAnswer = isOwnPace ? time / rows.length : 15_000;
  const due = states.map((state) => dueIn(state, moment)).filter((days) => days !== null);
  const timed = (cards: number) => ({ cards, minutes: (cards * msPerAnswer) / 60_000 });
  return {
    msPerAnswer,
    isOwnPace,
    overdue: timed(due.filter((days) => days < 0).length),
    days: Array.from({ length: 365 }, (_, i) => ({
      day: moment.today + i,
      ...timed(due.filter((days) => days === i).length),
    })),
  };
}

export function plainAdded(states: readonly CardState[], from: number, { clock }: Moment): Page['added'] {
  const all = states.flatMap(({ introducedAt }) => (introducedAt === null ? [] : [studyDay(introducedAt, clock)]));
  const days = [...new Set(all.filter((day) => day >= from))].sort((a, b) => a - b);
  const counted = days.map((day) => ({ day, cards: all.filter((one) => one === day).length }));
  return { cards: counted.reduce((sum, { cards }) => sum + cards, 0), days: counted };
}

export function plainMastery(cards: readonly CatalogCard[], progress: Progress, now: number): Page['mastery'] {
  const { cards: states } = progress;
  const { weights } = parametersIn(progress);
  const of = (own: readonly CatalogCard[]) => {
    const all = own.map(({ cardId }) => states.get(cardId));
    const introduced = all.filter((state) => state && (state.introducedAt !== null || state.memory));
    const recalls = introduced.map((state) => (state!.memory ? retrievability(state!.memory, now, weights) : 0));
    const dots = all.map((state) => Math.min(3, state?.daysRight ?? 0));
    return {
      questions: own.length,
      introduced: introduced.length,
      remembered: all.filter((state) => state?.memory?.phase === 'review').length,
      recall: recalls.length === 0 ? null : mean(recalls),
      dots: Math.min(...dots),
      dotsShare: mean(dots) / 3,
    };
  };
  const lessons = [...new Set(cards.map(({ lesson }) => lesson))].map((lesson) => {
    const own = cards.filter((card) => card.lesson === lesson);
    const sections = lesson.sections.flatMap(({ id, heading }) => {
      const inIt = own.filter(({ question }) => question.sectionId === id);
      return inIt.length === 0 ? [] : [{ sectionId: id, heading, ...of(inIt) }];
    });
    const { id: lessonId, number, title } = lesson;
    return { courseId: own[0]!.course.id, lessonId, number, title, ...of(own), sections };
  });
  return { lessons };
}

/** Questions of the scope whose recall was 90 % and more 30 days ago, by what the answers say. */
export function plainStrongBefore(
  ever: readonly PlainRow[],
  { cards }: Progress,
  inScope: ReadonlySet<string>,
  day: number,
): number {
  const scheduled = ever.filter(({ schedules }) => schedules);
  return [...new Set(scheduled.map(({ card }) => card))].filter((card) => {
    const own = scheduled.filter((row) => row.card === card);
    const next = own.findIndex((row) => row.day > day);
    const last = own[(next < 0 ? own.length : next) - 1];
    const memory = inScope.has(card) ? cards.get(card)?.memory : undefined;
    const stability = next < 0 ? memory?.stabilityDays : own[next]!.stabilityDays;
    return last !== undefined && stability != null && day - last.day <= stability;
  }).length;
}

export function plainTotals(rows: readonly PlainRow[], known: readonly PlainRow[]) {
  const elapsedMs = rows.reduce((sum, row) => sum + row.elapsedMs, 0);
  return {
    answers: rows.length,
    reviews: rows.filter(({ schedules }) => schedules).length,
    days: new Set(rows.map(({ day }) => day)).size,
    elapsedMs,
    msPerAnswer: rows.length === 0 ? null : elapsedMs / rows.length,
    retention: plainShare(known),
  };
}
