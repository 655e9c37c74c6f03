import type { Client } from '../../../../core/api/client.ts';
import type { Output, SessionProgress } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { Loaded } from '../../app/loaded.svelte.ts';
import { Task } from '../../app/task.svelte.ts';
import { QuestionRun } from '../../question/question-run.svelte.ts';

export type CheckState = Output<'check.get'>;
export type When = 'before' | 'after';
interface LessonId {
  readonly courseId: string;
  readonly lessonId: string;
}

/** The check of one lesson: what is known of it, and the question that is asked now. */
export class LessonCheck {
  readonly state: Loaded<CheckState>;
  run = $state.raw<QuestionRun | null>(null);
  progress = $state.raw<SessionProgress | null>(null);
  /** Which form is asked, or was answered last here. */
  when = $state.raw<When>('before');
  #sessionId = '';
  readonly #id: LessonId;
  readonly #call: Client;
  readonly #task = new Task((code) => this.#restart(code));

  constructor(call: Client, id: LessonId) {
    this.#call = call;
    this.#id = id;
    this.state = new Loaded(() => call('check.get', id));
  }

  get error(): ErrorCode | null {
    return this.#task.error;
  }
  get busy(): boolean {
    return this.#task.running;
  }

  readonly begin = (when: When): Promise<unknown> => this.#task.run(() => this.#begin(when));
  readonly next = (): Promise<unknown> => this.#task.run(() => this.#advance());

  async #begin(when: When): Promise<void> {
    const { sessionId, counts } = await this.#call('check.start', { ...this.#id, when });
    this.when = when;
    this.#sessionId = sessionId;
    this.progress = counts;
    await this.#advance();
  }

  async #advance(): Promise<void> {
    const sessionId = this.#sessionId;
    const card = await this.#call('study.next', { sessionId });
    if (card === null) {
      await this.#call('check.finish', { ...this.#id, when: this.when, sessionId });
      await this.state.load();
      this.run = null;
      return;
    }
    this.run = new QuestionRun(card, {
      call: this.#call,
      session: () => Promise.resolve(sessionId),
      onoutcome: ({ progress }) => (this.progress = progress),
      onrefused: (code) => this.#restart(code),
    });
  }

  /** The program was started anew meanwhile: the form is asked from its beginning. */
  async #restart(code: ErrorCode): Promise<boolean> {
    if (code !== 'session-ended' && code !== 'stale-card') return false;
    await this.#begin(this.when);
    return true;
  }
}
