import type { Outcome, SessionProgress } from '../../api/contract.ts';
import { withoutTheMissing } from '../../domain/grading/difference.ts';
import { isUnreadablePart, type DifferencePart, type Judgement } from '../../domain/judgement.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { dueAt } from '../../domain/study/due.ts';
import type { CardState } from '../../domain/progress.ts';
import type { Grade } from '../../domain/grade.ts';
import type { StudyOptions } from '../../domain/settings.ts';
import { reasonsLater, reasonsOf, type IntervalReasons } from '../../domain/study/interval-reasons.ts';
import { retrievability, type Memory, type Outlook } from '../../domain/study/schedule.ts';
import { daysOf } from '../courses/card-view.ts';
import type { Scheduling } from '../courses/scheduling.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';

type Why = NonNullable<Outcome['why']>;

export interface Answered {
  readonly card: CatalogCard;
  /** The card's state before and after the answer. */
  readonly before: CardState;
  readonly after: CardState;
  /** Null when the learner graded alone. */
  readonly judgement: Judgement | null;
  readonly grade: Grade;
  readonly options: Pick<StudyOptions, 'retention' | 'leechLapses'>;
  readonly scheduling: Scheduling;
  /** What each grade would have left; null where the answer moved no schedule. */
  readonly outlook: Readonly<Record<Grade, Outlook>> | null;
  readonly at: Moment;
  readonly progress: SessionProgress;
}

/** Everything the learner is told after an answer that has been graded. */
export function outcomeOf(catalog: Catalog, answered: Answered): Outcome {
  const { card, after, judgement, grade, at, progress } = answered;
  const { question, course, lesson } = card;
  return {
    cardId: card.cardId,
    revision: after.revision,
    ...verdictOf(card, judgement, grade),
    tryAgain: false,
    ...(judgement && { answer: judgement.answer }),
    explanation: question.explanation,
    evidence: catalog.evidence(course, lesson.id, question.evidence),
    grade,
    due: after.memory ? dueAt(after.memory, at) : null,
    ...(after.memory && daysOf(after.memory, at)),
    why: after.memory ? whyOf(answered, after.memory) : null,
    progress,
  };
}

/** An answer that leaves the question open: where something is missing is told, and never what. */
export function openOutcome(
  { cardId }: CatalogCard,
  revision: number,
  judgement: Judgement,
  open: 'unreadable' | 'unchanged' | 'close',
  progress: SessionProgress,
): Outcome {
  return {
    cardId,
    revision,
    ...(open === 'unreadable' ? unreadParts(judgement) : nearMiss(judgement)),
    ...(open === 'unchanged' && { note: 'unchanged' as const }),
    tryAgain: true,
    evidence: [],
    grade: null,
    due: null,
    why: null,
    progress,
  };
}

function nearMiss({ verdict, score, difference, note, parts }: Judgement) {
  const where = (runs: readonly DifferencePart[] | undefined) => runs && { difference: withoutTheMissing(runs) };
  return {
    verdict,
    score,
    ...where(difference),
    ...(note && { note }),
    parts: parts.map(({ id, right, difference: runs }) => ({ id, right, ...where(runs) })),
  };
}

/** Only what could not be read: whether the rest is right would be a try for nothing. */
function unreadParts({ note, parts }: Judgement) {
  const unread = parts.filter(isUnreadablePart).map(({ id, note: why }) => ({ id, right: false, note: why }));
  return { verdict: 'wrong' as const, score: 0, note: note ?? unread[0]?.note, parts: unread };
}

/** What is said of an answer itself, without what it does to the card. */
export function verdictOf({ question }: CatalogCard, judgement: Judgement | null, grade: Grade) {
  if (!judgement) return { verdict: 'self' as const, score: grade > 1 ? 1 : 0, parts: [] };
  const why = (id: string) =>
    'options' in question ? question.options.find((option) => option.id === id)?.why : undefined;
  return {
    verdict: judgement.verdict,
    score: judgement.score,
    ...(judgement.difference && { difference: judgement.difference.map((part) => ({ ...part })) }),
    ...(judgement.note && { note: judgement.note }),
    parts: judgement.parts.map(({ id, right, expected, goesAfter, difference, note }) => {
      const reason = why(id);
      return {
        id,
        right,
        ...(expected && { expected }),
        ...(goesAfter !== undefined && { goesAfter }),
        ...(difference && { difference: difference.map((part) => ({ ...part })) }),
        ...(note && { note }),
        ...(reason && { why: reason }),
      };
    }),
  };
}

function whyOf(
  { before, grade, options: { retention, leechLapses }, scheduling, outlook, at }: Answered,
  memory: Memory,
): Why {
  const { spread, parameters } = scheduling;
  const { weights = null } = scheduling.options;
  return {
    grade,
    retention,
    stabilityDays: memory.stabilityDays,
    difficulty: memory.difficulty,
    recallBefore: before.memory ? retrievability(before.memory, at.now, weights) : null,
    stabilityBeforeDays: before.memory?.stabilityDays ?? null,
    intervalDays: memory.intervalDays,
    phase: memory.phase,
    lapses: memory.lapses,
    leech: memory.lapses >= leechLapses,
    ownParameters: parameters !== null,
    interval: withWindow(
      outlook ? reasonsOf(outlook[grade], spread, weights) : reasonsLater(memory, retention, spread, weights),
    ),
    grades: outlook && alternativesOf(outlook, at),
  };
}

const withWindow = ({ window, ...reasons }: IntervalReasons): Why['interval'] => ({ ...reasons, window: [...window] });

/** When each grade would have brought the card back. */
function alternativesOf(outlook: Readonly<Record<Grade, Outlook>>, at: Moment): NonNullable<Why['grades']> {
  const of = ({ memory }: Outlook) => ({ due: dueAt(memory, at), ...daysOf(memory, at) });
  return { 1: of(outlook[1]), 2: of(outlook[2]), 3: of(outlook[3]), 4: of(outlook[4]) };
}
