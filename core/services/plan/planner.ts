import type { Section, StudiedCourse } from '../../domain/course.ts';
import { recordOf } from '../../domain/history/records.ts';
import { minutesWithoutBudget, type BacklogDays } from '../../domain/plan/backlog.ts';
import type { PlannedCard } from '../../domain/plan/days-ahead.ts';
import { forgettingOf } from '../../domain/plan/forgetting.ts';
import { vacationOn } from '../../domain/plan/vacation.ts';
import { EMPTY_DAY, type Progress } from '../../domain/progress.ts';
import { optionsOf } from '../../domain/study/options.ts';
import { readingMinutes } from '../../domain/study/reading-time.ts';
import type { AnswerHistory } from '../../domain/stats/review-columns.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';
import { paceOf } from '../courses/own-pace.ts';
import { inSlices } from '../jobs/slices.ts';
import { unasked } from './planned-cards.ts';
import type { Reckoning } from './work-today.ts';

/** A day's time where the learner named none and has no usual one yet, minutes. */
const FIRST_MINUTES = 20;
/** Study days a usual day is taken from. */
const USUAL_DAYS = 90;

/** What every plan begins with: what is known now, and how the days to come are spent. */
export class Planner {
  constructor(
    readonly learner: Learner,
    private readonly answers: AnswerHistory,
  ) {}

  async reckoning(): Promise<Reckoning> {
    const { catalog, progress } = this.learner;
    const columns = await this.answers.columns();
    const weights = recordOf(progress, 'parameters', 'current')?.weights ?? null;
    return {
      catalog,
      progress,
      moment: this.learner.moment(),
      pace: paceOf(columns, catalog),
      forgetting: forgettingOf(weights),
    };
  }

  /** How the days to come are spent on these cards, but for their time. @param course where they are of one course */
  async days(
    reckoning: Reckoning,
    cards: readonly CatalogCard[],
    course: StudiedCourse | null = null,
  ): Promise<BacklogDays> {
    const { progress, moment, pace, forgetting } = reckoning;
    const { vacations, newPerDay: overall } = progress.settings;
    const { retention, newPerDay, learningStepsMin, relearningStepsMin } = optionsOf(progress, course);
    const fresh = await inSlices(unasked(cards, reckoning));
    const mean = (msOf: (card: CatalogCard) => number) =>
      fresh.length === 0 ? 1 : fresh.reduce((sum, card) => sum + msOf(card), 0) / fresh.length;
    const readMs = fresh.length === 0 ? 0 : readingMs(fresh, progress) / fresh.length;
    return {
      today: moment.today,
      retention,
      forgetting,
      fresh: {
        cards: fresh.length,
        perDay: Math.min(newPerDay, overall),
        ms: readMs + mean(({ kind }) => pace.newMs(kind, learningStepsMin.length)),
        reviewMs: mean(({ kind }) => pace.reviewMs(kind, retention, relearningStepsMin.length)),
      },
      isOff: (day) => vacationOn(vacations, day) !== null,
      // The same all day long: a plan does not change because it is looked at again.
      seed: `plan ${moment.today}`,
    };
  }

  /** What a day of a backlog takes: the minutes the learner named, else their usual ones, or more where two weeks would not end it. @param known all cards that were learned */
  async backlogMinutes(reckoning: Reckoning, known: readonly PlannedCard[]): Promise<number> {
    const { catalog, progress } = reckoning;
    if (progress.settings.minutesPerDay > 0) return progress.settings.minutesPerDay;
    const days = await this.days(reckoning, catalog.cards({}));
    return inSlices(minutesWithoutBudget(known, days, this.usualMinutes(reckoning)));
  }

  /** What a day of this learner takes: the minutes they named, else those of the days they studied, their median. */
  usualMinutes({ progress, moment }: Reckoning): number {
    const { minutesPerDay } = progress.settings;
    if (minutesPerDay > 0) return minutesPerDay;
    const times: number[] = [];
    for (let day = moment.today - USUAL_DAYS; day < moment.today; day += 1) {
      const { reviews, elapsedMs } = progress.days.get(day) ?? EMPTY_DAY;
      if (reviews > 0) times.push(elapsedMs);
    }
    times.sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)];
    return median === undefined ? FIRST_MINUTES : Math.max(5, Math.ceil(median / 60_000));
  }
}

/** Time to read the sections of cards that were not read yet. */
function readingMs(cards: readonly CatalogCard[], { cards: states }: Progress): number {
  const sections = new Set<Section>();
  for (const { cardId, lesson, question } of cards.filter(({ course }) => course.kind !== 'deck')) {
    const section = lesson.sections.find(({ id }) => id === question.sectionId);
    if (section && (states.get(cardId)?.introducedAt ?? null) === null) sections.add(section);
  }
  return [...sections].reduce((sum, { blocks }) => sum + readingMinutes(blocks.en, 'en') * 60_000, 0);
}
