import type { Input } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { drawExam } from '../../domain/exam/draw.ts';
import type { ExamAim } from '../../domain/exam/exam.ts';
import { expectationOf } from '../../domain/exam/expectation.ts';
import { MAX_TEXT } from '../../domain/history/limits.ts';
import type { RecordOf } from '../../domain/history/records.ts';
import type { Learner } from '../courses/learner.ts';
import { givesAwayIn } from './candidates.ts';
import { partsToCome, planOf } from './exam-plan.ts';

type ExamFields = Required<Omit<RecordOf<'exam'>, 'endedAt' | 'removed'>>;

/**
 * An exam that begins now. @param id also the seed of what is drawn
 * @throws AppError `not-found` where nothing fits the blueprint
 */
export function drawnExam(
  learner: Learner,
  id: string,
  { courseId, template, blueprint, countsAsReviews }: Input<'exam.start'>,
): ExamFields {
  const { candidates, counts, above, questions, minutes } = planOf(learner, courseId, blueprint);
  if (questions === 0) throw new AppError('not-found', 'no question fits the blueprint', { what: 'question' });
  const startedAt = learner.clock.now();
  const parts = drawExam(candidates, counts, id, givesAwayIn(candidates), above)
    .map((cards, at) => ({ cards, ...blueprint.parts[at]! }))
    .filter(({ cards }) => cards.length > 0);
  const asked = parts.map(({ cards }) => cards.map((cardId) => learner.catalog.card(cardId)));
  const sizes = asked.map(({ length }) => length);
  const aim: ExamAim = {
    questions: blueprint.questions,
    kinds: blueprint.kinds,
    onlyAsked: blueprint.onlyAsked,
    lessons: parts.map(({ lessons }) => lessons),
    ...(parts.some(({ title }) => title) && { titles: parts.map(({ title = null }) => title) }),
    expectation: expectationOf(partsToCome(learner, asked, sizes, startedAt)),
  };
  return {
    name: template,
    template,
    course: courseId,
    startedAt,
    durationMs: minutes * 60_000,
    countsAsReviews,
    blueprint: asText(aim),
    parts: parts.map(({ cards }, at) => ({ name: lessonNumbers(asked[at]!), cards })),
  };
}

/** Without the names of the lessons and parts where they are too many for the journal. */
function asText(aim: ExamAim): string {
  const text = JSON.stringify(aim);
  if (text.length <= MAX_TEXT) return text;
  const { titles: _, ...rest } = aim;
  return JSON.stringify({ ...rest, lessons: [] });
}

/** “1–4”: names a part where its lessons are not there any more. */
function lessonNumbers(cards: readonly { readonly lesson: { readonly number: number } }[]): string {
  const numbers = cards.map(({ lesson }) => lesson.number);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return first === last ? String(first) : `${first}–${last}`;
}
