import type { Client } from '../../../../core/api/client.ts';
import { outliving } from '../../app/outliving.svelte.ts';
import { LessonCheck } from './lesson-check.svelte.ts';

/** Checks that were begun stay where they are while the learner looks elsewhere. */
export class LessonChecks {
  readonly #call: Client;
  readonly #checks = new Map<string, LessonCheck>();

  constructor({ call }: { readonly call: Client }) {
    this.#call = call;
  }

  readonly of = (courseId: string, lessonId: string): LessonCheck => {
    const key = `${courseId}/${lessonId}`;
    const check = this.#checks.get(key) ?? outliving(() => new LessonCheck(this.#call, { courseId, lessonId }));
    this.#checks.set(key, check);
    return check;
  };
}
