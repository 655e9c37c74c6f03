import type { Client } from '../../../core/api/client.ts';
import type { SessionProgress } from '../../../core/api/contract.ts';
import type { ErrorCode } from '../../../core/domain/errors.ts';
import { Task } from '../app/task.svelte.ts';
import { QuestionRun } from './question-run.svelte.ts';

interface Begun {
  readonly sessionId: string;
  readonly counts: SessionProgress;
}
interface Parts {
  /** Begins it, also once more where the program was started anew meanwhile. */
  readonly begin: () => Promise<Begun>;
  /** Every question is answered. */
  readonly end: (sessionId: string) => Promise<void>;
}

/** A few questions that are asked once, from the first to the last, beside the reviews. */
export class ShortSession {
  run = $state.raw<QuestionRun | null>(null);
  progress = $state.raw<SessionProgress | null>(null);
  #sessionId = '';
  readonly #call: Client;
  readonly #parts: Parts;
  readonly #task = new Task((code) => this.#restart(code));

  constructor(call: Client, parts: Parts) {
    this.#call = call;
    this.#parts = parts;
  }

  get error(): ErrorCode | null {
    return this.#task.error;
  }
  get busy(): boolean {
    return this.#task.running;
  }

  readonly begin = (): Promise<unknown> => this.#task.run(this.#begin);
  readonly next = (): Promise<unknown> => this.#task.run(() => this.#advance());

  readonly #begin = async (): Promise<void> => {
    const { sessionId, counts } = await this.#parts.begin();
    this.#sessionId = sessionId;
    this.progress = counts;
    await this.#advance();
  };

  async #advance(): Promise<void> {
    const sessionId = this.#sessionId;
    const card = await this.#call('study.next', { sessionId });
    if (card === null) {
      await this.#parts.end(sessionId);
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

  async #restart(code: ErrorCode): Promise<boolean> {
    if (code !== 'session-ended' && code !== 'stale-card') return false;
    await this.#begin();
    return true;
  }
}
