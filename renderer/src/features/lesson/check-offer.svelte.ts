import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { Loaded } from '../../app/loaded.svelte.ts';

/** What is known of the check of a lesson, and the learner's word that they want none. */
export class CheckOffer extends Loaded<Output<'check.get'>> {
  readonly #skip: () => Promise<unknown>;

  constructor(call: Client, lesson: { readonly courseId: string; readonly lessonId: string }) {
    super(() => call('check.get', lesson));
    this.#skip = () => call('check.skip', { ...lesson, skipped: true });
  }

  readonly skip = async (): Promise<void> => {
    await this.#skip();
    await this.load();
  };
}
