import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { Loaded } from '../../app/loaded.svelte.ts';
import { ShortSession } from '../../question/short-session.svelte.ts';

export type CheckState = Output<'check.get'>;
export type When = 'before' | 'after';
interface LessonId {
  readonly courseId: string;
  readonly lessonId: string;
}

/** The check of one lesson: what is known of it, and the question that is asked now. */
export class LessonCheck {
  readonly state: Loaded<CheckState>;
  readonly session: ShortSession;
  /** Which form is asked, or was answered last here. */
  when = $state.raw<When>('before');
  #wanted: When = 'before';

  constructor(call: Client, id: LessonId) {
    this.state = new Loaded(() => call('check.get', id));
    this.session = new ShortSession(call, {
      begin: async () => {
        const begun = await call('check.start', { ...id, when: this.#wanted });
        this.when = this.#wanted;
        return begun;
      },
      end: async (sessionId) => {
        await call('check.finish', { ...id, when: this.when, sessionId });
        await this.state.load();
      },
    });
  }

  get error(): ErrorCode | null {
    return this.session.error ?? this.state.error;
  }

  readonly begin = (when: When): Promise<unknown> => {
    this.#wanted = when;
    return this.session.begin();
  };
}
