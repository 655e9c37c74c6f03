import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { ShortSession } from '../../question/short-session.svelte.ts';

type Summary = Output<'study.summary'>;

/** Rounds of a course's glossary quiz. */
export class GlossaryQuiz {
  readonly session: ShortSession;
  /** Of the round that was finished last. */
  summary = $state.raw<Summary | null>(null);
  /** Questions to be asked once more; empty for a new round. */
  #again: Summary['missed'][number]['cardId'][] = [];

  constructor(call: Client, courseId: string) {
    this.session = new ShortSession(call, {
      begin: () => call('glossary.quiz', { courseId, ...(this.#again.length > 0 && { again: this.#again }) }),
      end: async (sessionId) => {
        this.summary = await call('study.summary', { sessionId });
      },
    });
  }

  /** Goes on where a round was left. */
  readonly open = async (): Promise<void> => {
    if (this.session.run === null && this.summary === null && !this.session.busy) await this.session.begin();
  };

  readonly begin = async (again: readonly Summary['missed'][number][] = []): Promise<void> => {
    this.#again = again.map(({ cardId }) => cardId);
    await this.session.begin();
  };
}
