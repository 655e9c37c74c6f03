import type { Client } from '../../../core/api/client.ts';
import type { Deed } from '../../../core/api/contract.ts';

/** Taking back where questions are answered: first what was done here. Before it reaches further back, the learner is asked. */
export class Undo {
  /** What was done before; the learner is asked whether to take that back too. */
  older = $state.raw<Deed | null>(null);
  readonly #call: Client;

  constructor(call: Client) {
    this.#call = call;
  }

  /** @returns what was taken back; null where there was nothing, or where `older` is to be asked about */
  async take(sessionId: string, reachBack: boolean): Promise<Deed | null> {
    this.older = null;
    const { what, older } = await this.#call('study.undo', { sessionId, ...(reachBack && { older: true as const }) });
    this.older = older;
    return what;
  }

  readonly keep = (): void => {
    this.older = null;
  };
}
