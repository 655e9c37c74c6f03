import { randomUUID } from 'node:crypto';
import type { Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { answerId, examOf, examsOf, type Exam } from '../../domain/exam/exam.ts';
import { stateAt, timeIsUpAt } from '../../domain/exam/timing.ts';
import { judge } from '../../domain/grading/judge.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Response } from '../../domain/question.ts';
import type { Learner } from '../courses/learner.ts';
import type { SteadyClock } from '../ports.ts';
import type { Sessions } from '../study/sessions.ts';
import { drawnExam } from './drawn-exam.ts';
import { ExamClock } from './exam-clock.ts';
import { examReviews } from './exam-reviews.ts';
import { examScore, resultOf } from './exam-result.ts';
import { examShape, partsNow } from './exam-shape.ts';

/** Exams: what is drawn, what was answered, and how it ended. Each answer is on the disk before it is acknowledged. */
export class ExamService {
  readonly #time: ExamClock;

  constructor(
    private readonly learner: Learner,
    private readonly sessions: Sessions,
    clock: SteadyClock,
  ) {
    this.#time = new ExamClock(clock);
  }

  /** @throws AppError `exam-running` while another one runs, `not-found` where nothing fits the blueprint */
  start(input: Input<'exam.start'>): Promise<Output<'exam.start'>> {
    return this.sessions.turn(async () => {
      if (this.#running()) throw new AppError('exam-running', 'one exam at a time');
      const { learner } = this;
      const id = randomUUID().slice(0, 13);
      await learner.store.append({ type: 'exam', id, set: drawnExam(learner, id, input) });
      this.#instant(this.#exam(id));
      return { examId: id };
    });
  }

  get(examId: string): Output<'exam.get'> {
    const exam = this.#exam(examId);
    return {
      exam: this.#shape(exam),
      parts: partsNow(this.learner, exam).map(({ cards, ...part }) => ({
        ...part,
        questions: cards.map((card) => {
          const { response = null, marked = false, elapsedMs = 0 } = exam.answers.get(card.cardId) ?? {};
          return { card: this.learner.examView(card, examId), response: response as never, marked, elapsedMs };
        }),
      })),
    };
  }

  /** @throws AppError `exam-over` once it has ended or its time is up, `bad-input` for a response the question can not have */
  answer({ examId, cardId, response, elapsedMs }: Input<'exam.answer'>): Promise<Output<'exam.answer'>> {
    return this.#change(examId, cardId, () => {
      if (response !== undefined) judge(this.learner.catalog.card(cardId).question, response);
      return { response: response ?? null, elapsedMs };
    });
  }

  /** @throws AppError `exam-over` */
  mark({ examId, cardId, marked }: Input<'exam.mark'>): Promise<Output<'exam.mark'>> {
    return this.#change(examId, cardId, () => ({ marked }));
  }

  /** Ends it now, or when its time was up; where the learner wants it, its answers count as reviews from now on. */
  end(examId: string): Promise<Output<'exam.end'>> {
    return this.sessions.turn(async () => {
      const exam = this.#exam(examId);
      if (exam.endedAt === null) {
        const endedAt = Math.min(this.#instant(exam), timeIsUpAt(exam));
        const reviews = exam.countsAsReviews ? examReviews(this.learner, exam) : [];
        await this.learner.store.appendBatch([{ type: 'exam', id: examId, set: { endedAt } }, ...reviews]);
      }
      return { done: true };
    });
  }

  list({ courseId }: Input<'exam.list'>): Output<'exam.list'> {
    const exams = examsOf(this.learner.progress).filter((exam) => courseId === undefined || exam.courseId === courseId);
    return {
      exams: exams.map((exam) => {
        const shape = this.#shape(exam);
        return { exam: shape, score: shape.state === 'running' ? null : { ...examScore(this.learner, exam) } };
      }),
    };
  }

  running(): Output<'exam.running'> {
    const exam = this.#running();
    return { exam: exam ? this.#shape(exam) : null };
  }

  /** @throws AppError `exam-running` before its end: no verdict is told */
  result(examId: string): Output<'exam.result'> {
    const exam = this.#exam(examId);
    const shape = this.#shape(exam);
    if (shape.state === 'running') throw new AppError('exam-running', 'the exam has not ended');
    const before = examsOf(this.learner.progress).find(
      (other) =>
        other.startedAt < exam.startedAt && other.courseId === exam.courseId && other.template === exam.template,
    );
    return {
      exam: shape,
      before: before ? { at: before.startedAt, share: examScore(this.learner, before).share } : null,
      ...resultOf(this.learner, exam),
    };
  }

  #change(examId: string, cardId: CardId, change: () => AnswerChange): Promise<{ leftMs: number }> {
    return this.sessions.turn(async () => {
      const exam = this.#exam(examId);
      if (!exam.parts.some(({ cards }) => cards.includes(cardId)))
        throw new AppError('not-found', 'no question of the exam', { what: 'card', id: cardId });
      const at = this.#instant(exam);
      if (stateAt(exam, at) !== 'running') throw new AppError('exam-over', 'the time is up, or it was handed in');
      const set = { ...change(), at };
      await this.learner.store.append({ type: 'exam-answer', id: answerId(examId, cardId), set });
      return { leftMs: this.#shape(exam).leftMs };
    });
  }

  #running(): Exam | undefined {
    return examsOf(this.learner.progress).find((exam) => stateAt(exam, this.#instant(exam)) === 'running');
  }

  #exam(examId: string): Exam {
    const exam = examOf(this.learner.progress, examId);
    if (exam === null) throw new AppError('not-found', 'no such exam', { what: 'exam', id: examId });
    return exam;
  }

  #shape(exam: Exam) {
    return examShape(exam, this.#instant(exam));
  }

  #instant(exam: Exam): number {
    return this.#time.instant(exam);
  }
}

type AnswerChange = { readonly marked: boolean } | { readonly response: Response | null; readonly elapsedMs: number };
