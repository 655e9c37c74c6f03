import type { Output } from '../../api/contract.ts';
import { givenText } from '../../domain/exam/given-text.ts';
import type { Exam } from '../../domain/exam/exam.ts';
import { scoreOf, withoutLuck, type Score } from '../../domain/exam/score.ts';
import { verdictOn, type ExamVerdict } from '../../domain/exam/verdict.ts';
import { QUESTION_LEVELS, type Question, type Response } from '../../domain/question.ts';
import { guessChance } from '../../domain/simulation/guess-chance.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';
import { partsNow } from './exam-shape.ts';

type Result = Output<'exam.result'>;

interface Judged extends ExamVerdict {
  readonly card: CatalogCard;
  readonly response: Response | null;
  readonly marked: boolean;
}

const judged = (exam: Exam, cards: readonly CatalogCard[]): Judged[] =>
  cards.map((card) => {
    const { response = null, marked = false } = exam.answers.get(card.cardId) ?? {};
    return { card, response, marked, ...verdictOn(card.question, response) };
  });

const scored = (answers: readonly Judged[]): Score =>
  scoreOf(answers.filter(({ verdict }) => verdict === 'right').length, answers.length);

/** The score of a whole exam; questions that the course has no more are not counted. */
export const examScore = (learner: Learner, exam: Exam): Score =>
  scored(partsNow(learner, exam).flatMap(({ cards }) => judged(exam, cards)));

/** Everything that is said of an exam once it is over. */
export function resultOf(learner: Learner, exam: Exam): Omit<Result, 'exam' | 'before'> {
  const parts = partsNow(learner, exam).map((part) => ({ ...part, answers: judged(exam, part.cards) }));
  const all = parts.flatMap(({ answers }) => answers);
  const score = scored(all);
  const byGuessing = all.reduce((sum, { card }) => sum + guessChance(card.question), 0) / Math.max(1, all.length);
  let number = 0;
  return {
    score: { ...score },
    parts: parts.map(({ cards: _, answers, ...part }) => ({ ...part, score: { ...scored(answers) } })),
    levels: levelsOf(all),
    byGuessing,
    withoutLuck: withoutLuck(score.share, byGuessing),
    expectation: exam.aim.expectation,
    questions: parts.flatMap(({ answers }, part) =>
      answers.map((answer) => questionResult(learner, answer, { number: ++number, part })),
    ),
  };
}

/** By what was asked for; a question that does not say is in none. */
function levelsOf(answers: readonly Judged[]): Result['levels'] {
  return QUESTION_LEVELS.flatMap((level) => {
    const own = answers.filter(({ card }) => card.question.level === level);
    return own.length > 0 ? [{ level, score: { ...scored(own) } }] : [];
  });
}

type Place = Pick<Result['questions'][number], 'number' | 'part'>;

function questionResult({ catalog }: Learner, answer: Judged, place: Place): Result['questions'][number] {
  const { card, response, verdict, judgement, marked } = answer;
  const { cardId, course, lesson, question } = card;
  return {
    ...place,
    cardId,
    kind: question.kind,
    lesson: { id: lesson.id, number: lesson.number, title: lesson.title },
    sectionId: question.sectionId,
    prompt: question.prompt,
    ...catalog.passageOf(card),
    ...(question.level && { level: question.level }),
    verdict,
    score: judgement.score,
    given: response === null || verdict === 'unanswered' ? null : givenText(question, response),
    ...(judgement.difference &&
      verdict !== 'unanswered' && { difference: judgement.difference.map((part) => ({ ...part })) }),
    answer: judgement.answer,
    rightOptions: 'options' in question ? [...question.answer] : [],
    why: response === null ? [] : reasonsAgainst(question, response),
    explanation: question.explanation,
    evidence: catalog.evidence(course, lesson.id, question.evidence),
    marked,
  };
}

/** Why the wrong options that were picked are wrong. */
function reasonsAgainst(question: Question, response: Response): Result['questions'][number]['why'] {
  if (!('options' in question)) return [];
  const picked = new Set(typeof response === 'string' ? [response] : Array.isArray(response) ? response : []);
  return question.options.flatMap(({ id, why }) =>
    why && picked.has(id) && !question.answer.includes(id) ? [why] : [],
  );
}
