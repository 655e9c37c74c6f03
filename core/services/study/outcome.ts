import type { Outcome, SessionProgress } from '../../api/contract.ts';
import type { Judgement } from '../../domain/judgement.ts';
import type { CardState } from '../../domain/progress.ts';
import type { Grade } from '../../domain/grade.ts';
import { LEECH_LAPSES, retrievability, type Memory } from '../../domain/study/schedule.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';

export interface Answered {
  readonly card: CatalogCard;
  /** The card's state before and after the answer. */
  readonly before: CardState;
  readonly after: CardState;
  /** Null when the learner graded alone. */
  readonly judgement: Judgement | null;
  readonly grade: Grade;
  readonly retention: number;
  readonly now: number;
  readonly progress: SessionProgress;
}

/** Everything the learner is told after an answer that has been graded. */
export function outcomeOf(catalog: Catalog, answered: Answered): Outcome {
  const { card, after, judgement, grade, progress } = answered;
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
    due: after.memory?.due ?? null,
    why: after.memory ? whyOf(answered, after.memory) : null,
    progress,
  };
}

/** A near miss that may be tried once more: only the difference is told. */
export function tryAgainOutcome(
  card: CatalogCard,
  revision: number,
  judgement: Judgement,
  progress: SessionProgress,
): Outcome {
  return {
    cardId: card.cardId,
    revision,
    ...verdictOf(card, judgement, 1),
    tryAgain: true,
    evidence: [],
    grade: null,
    due: null,
    why: null,
    progress,
  };
}

function verdictOf({ question }: CatalogCard, judgement: Judgement | null, grade: Grade) {
  if (!judgement) return { verdict: 'self' as const, score: grade > 1 ? 1 : 0, parts: [] };
  const why = (id: string) =>
    'options' in question ? question.options.find((option) => option.id === id)?.why : undefined;
  return {
    verdict: judgement.verdict,
    score: judgement.score,
    ...(judgement.difference && { difference: judgement.difference.map((part) => ({ ...part })) }),
    ...(judgement.note && { note: judgement.note }),
    parts: judgement.parts.map(({ id, right, expected, goesAfter, difference }) => {
      const reason = why(id);
      return {
        id,
        right,
        ...(expected && { expected }),
        ...(goesAfter !== undefined && { goesAfter }),
        ...(difference && { difference: difference.map((part) => ({ ...part })) }),
        ...(reason && { why: reason }),
      };
    }),
  };
}

function whyOf({ before, grade, retention, now }: Answered, memory: Memory): NonNullable<Outcome['why']> {
  return {
    grade,
    retention,
    stabilityDays: memory.stabilityDays,
    difficulty: memory.difficulty,
    recallBefore: before.memory ? retrievability(before.memory, now) : null,
    stabilityBeforeDays: before.memory?.stabilityDays ?? null,
    intervalDays: memory.intervalDays,
    phase: memory.phase,
    lapses: memory.lapses,
    leech: memory.lapses >= LEECH_LAPSES,
  };
}
