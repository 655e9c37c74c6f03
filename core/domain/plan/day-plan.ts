import type { CardId } from '../ids.ts';
import { orderOfKeys } from '../key-order.ts';

/** One thing to ask, and what it takes. */
export interface Job {
  readonly cardId: CardId;
  readonly ms: number;
}
/** A review, and what it is worth: recall saved per minute. */
export interface ReviewJob extends Job {
  readonly worth: number;
}
/** A section to read, with the questions that reading it brings. */
export interface Reading {
  readonly courseId: string;
  readonly lessonId: string;
  readonly sectionId: string;
  readonly ms: number;
  /** In teaching order. */
  readonly questions: readonly Job[];
}

/** All there is to do today. */
export interface DayWork {
  /** Cards in the steps of today: they were promised, so they come first. */
  readonly learning: readonly Job[];
  readonly reviews: readonly ReviewJob[];
  /** Read and never asked, in teaching order. */
  readonly fresh: readonly Job[];
  readonly reading: Reading | null;
  /** Reviews and new cards that the daily limits keep for another day: they are in none of these lists. */
  readonly beyond: { readonly reviews: number; readonly fresh: number };
  /** Cards that wait for another day, because one of today would give them away: they are in none of these lists either. */
  readonly keptApart: number;
  /** How many of the new questions of `reading` the limits let in. */
  readonly roomForReading: number;
  /** Time there is, ms; null: only the limits count. */
  readonly budgetMs: number | null;
}

/** What a time buys. */
export interface DayPlan {
  readonly learning: readonly Job[];
  /** The most useful first. */
  readonly reviews: readonly ReviewJob[];
  readonly fresh: readonly Job[];
  readonly reading: Reading | null;
  /** Questions of `reading` that are asked after it. */
  readonly afterReading: number;
  readonly ms: { readonly reviews: number; readonly reading: number; readonly fresh: number };
  /** What is due or new and left for another sitting or day. */
  readonly left: { readonly reviews: number; readonly fresh: number };
}

const total = (jobs: readonly Job[]) => jobs.reduce((sum, { ms }) => sum + ms, 0);
/** A section is only begun where so many of its questions can be asked as well. */
const QUESTIONS_WITH_READING = 2;

/**
 * What to do today: cards in their steps, then reviews, the most useful first, then new cards that were read, then the next section
 * with its questions. Nothing new while reviews are left over: what is known must not be lost for it. The budget is never passed.
 */
export function planDay({ learning, reviews, fresh, reading, beyond, roomForReading, budgetMs }: DayWork): DayPlan {
  let rest = budgetMs ?? Infinity;
  const take = <J extends Job>(jobs: readonly J[], most: number): J[] => {
    const taken: J[] = [];
    for (const job of jobs) {
      if (taken.length >= most) break;
      if (job.ms > rest) continue;
      taken.push(job);
      rest -= job.ms;
    }
    return taken;
  };
  const steps = take(learning, Infinity);
  const chosen = take(byWorth(reviews), Infinity);
  const isNewTime = chosen.length === reviews.length && steps.length === learning.length && beyond.reviews === 0;
  const asked = isNewTime ? take(fresh, Infinity) : [];
  const least = reading ? total(reading.questions.slice(0, QUESTIONS_WITH_READING)) : 0;
  const reads =
    reading !== null && isNewTime && asked.length === fresh.length && roomForReading > 0 && reading.ms + least <= rest;
  if (reads) rest -= reading.ms;
  const after = reads ? take(reading.questions, roomForReading) : [];
  return {
    learning: steps,
    reviews: chosen,
    fresh: asked,
    reading: reads ? reading : null,
    afterReading: after.length,
    ms: {
      reviews: total(steps) + total(chosen),
      reading: reads ? reading.ms : 0,
      fresh: total(asked) + total(after),
    },
    left: {
      reviews: reviews.length + learning.length - chosen.length - steps.length + beyond.reviews,
      fresh: fresh.length - asked.length + beyond.fresh,
    },
  };
}

/** The most useful first; of two that are equal, that which came first. */
export function byWorth<J extends { readonly worth: number }>(jobs: readonly J[]): J[] {
  // Loops: there may be a hundred thousand, and `from` of typed arrays takes ten times as long.
  const worths = new Float64Array(jobs.length);
  for (let place = 0; place < jobs.length; place++) worths[place] = jobs[place]!.worth;
  const sorted: J[] = [];
  for (const place of orderOfKeys(worths, true)) sorted.push(jobs[place]!);
  return sorted;
}
