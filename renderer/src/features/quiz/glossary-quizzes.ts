import type { Client } from '../../../../core/api/client.ts';
import { outliving } from '../../app/outliving.svelte.ts';
import { GlossaryQuiz } from './glossary-quiz.svelte.ts';

/** A round that was begun stays where it is while the learner looks elsewhere. */
export class GlossaryQuizzes {
  readonly #call: Client;
  readonly #quizzes = new Map<string, GlossaryQuiz>();

  constructor({ call }: { readonly call: Client }) {
    this.#call = call;
  }

  readonly of = (courseId: string): GlossaryQuiz => {
    const quiz = this.#quizzes.get(courseId) ?? outliving(() => new GlossaryQuiz(this.#call, courseId));
    this.#quizzes.set(courseId, quiz);
    return quiz;
  };
}
