import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { judge } from '../../domain/grading/judge.ts';
import { recordOf } from '../../domain/history/records.ts';
import { splitRef } from '../../domain/history/events.ts';
import { cardIdIn, lessonKeyOf, type CardId } from '../../domain/ids.ts';
import { checkForms } from '../../domain/plan/check-forms.ts';
import type { Question } from '../../domain/question.ts';
import type { Learner } from '../courses/learner.ts';
import type { SessionAnswer } from '../study/session.ts';
import type { Sessions } from '../study/sessions.ts';

type Lesson = Input<'check.get'>;
type Result = NonNullable<Output<'check.finish'>['result']>;
type Kept = NonNullable<ReturnType<typeof recordOf<'lesson-check'>>>['before'];

/** Checks of lessons: two forms by rule, and what came of them. */
export class CheckService {
  constructor(
    private readonly learner: Learner,
    private readonly sessions: Sessions,
  ) {}

  get(id: Lesson): Output<'check.get'> {
    const { lesson } = this.learner.catalog.lesson(id.courseId, id.lessonId);
    const record = recordOf(this.learner.progress, 'lesson-check', keyOf(id));
    return {
      number: lesson.number,
      title: lesson.title,
      forms: this.#forms(id),
      before: resultOf(record?.before),
      after: resultOf(record?.after),
      skipped: record?.skipped ?? false,
    };
  }

  /** @throws AppError `not-found` where the lesson has too few questions */
  start({ when, ...id }: Input<'check.start'>): Output<'check.start'> {
    const cards = this.#forms(id)?.[when];
    if (!cards) throw new AppError('not-found', 'too few questions', { what: 'check', id: keyOf(id) });
    const session = this.sessions.startOf({ mode: 'check', ...id }, { learning: [], review: cards, fresh: [] });
    return { sessionId: session.id, counts: session.counts };
  }

  /** @throws AppError `bad-input` where a question of the form is not answered yet */
  finish({ when, sessionId, ...id }: Input<'check.finish'>): Promise<Output<'check.finish'>> {
    return this.sessions.turn(async () => {
      const cards = this.#forms(id)?.[when] ?? [];
      const { scope, answers } = this.sessions.get(sessionId);
      const given = cards.map((cardId) => answers.findLast((answer) => answer.cardId === cardId));
      const all = given.filter((answer) => answer !== undefined);
      if (scope.mode !== 'check' || all.length === 0 || all.length < cards.length)
        throw new AppError('bad-input', 'not every question of the check was answered', {
          method: 'check.finish',
          field: 'sessionId',
        });
      const result = this.#result(all);
      const { at, right, score } = result;
      const known = recordOf(this.learner.progress, 'lesson-check', keyOf(id));
      // A retry must not write it twice.
      if (known?.[when]?.at !== at)
        await this.learner.store.append({
          type: 'lesson-check',
          id: keyOf(id),
          set: { [when]: { at, cards, right, score }, skipped: null },
        });
      return { result };
    });
  }

  async skip({ skipped, ...id }: Input<'check.skip'>): Promise<Output<'check.skip'>> {
    this.learner.catalog.lesson(id.courseId, id.lessonId);
    const set = { skipped: skipped ? (true as const) : null };
    await this.learner.store.append({ type: 'lesson-check', id: keyOf(id), set });
    return { done: true };
  }

  #forms({ courseId, lessonId }: Lesson): { before: CardId[]; after: CardId[] } | null {
    const { lesson } = this.learner.catalog.lesson(courseId, lessonId);
    const forms = checkForms(lesson.questions, keyOf({ courseId, lessonId }));
    const ids = (questions: readonly Question[]) => questions.map((question) => cardIdIn(courseId, question));
    return forms && { before: ids(forms.before), after: ids(forms.after) };
  }

  #result(answers: readonly SessionAnswer[]): Result {
    const { store, catalog } = this.learner;
    let [at, right, score] = [0, 0, 0];
    for (const { cardId, ref, grade } of answers) {
      const event = store.find(ref);
      if (event?.type !== 'review') throw new AppError('internal', `no answer ${splitRef(ref).seq}`);
      at = Math.max(at, event.at);
      if (grade >= RIGHT_AT_ONCE) right += 1;
      const { question } = catalog.card(cardId);
      if (event.response !== undefined) score += judge(question, event.response).score;
      // "I was right", and "I do not know", have no response.
      else if (grade > 1) score += 1;
    }
    return { at, right, of: answers.length, score: score / answers.length };
  }
}

/** The machine's grade of an answer that was right without a hint or a second try. */
const RIGHT_AT_ONCE = 3;

const keyOf = ({ courseId, lessonId }: Lesson): string => lessonKeyOf(courseId, lessonId);

const resultOf = (kept: Kept): Result | null =>
  kept ? { at: kept.at, right: kept.right, of: kept.cards.length, score: kept.score } : null;

export function checkHandlers(checks: CheckService) {
  return {
    'check.get': async (id) => checks.get(id),
    'check.start': async (input) => checks.start(input),
    'check.finish': (input) => checks.finish(input),
    'check.skip': (input) => checks.skip(input),
  } satisfies Partial<Handlers>;
}
