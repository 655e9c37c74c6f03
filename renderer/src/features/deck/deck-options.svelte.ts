import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { Loaded } from '../../app/loaded.svelte.ts';
import { Task } from '../../app/task.svelte.ts';

interface Options {
  readonly presets: Output<'preset.list'>['presets'];
  /** The preset the deck itself follows; null: as further out. */
  readonly preset: string | null;
}

/** The preset a deck is studied by, and the goal it is learned for. */
export class DeckOptions {
  readonly options: Loaded<Options>;
  readonly goal: Loaded<Output<'plan.goal'>>;
  saved = $state(false);
  readonly #call: Client;
  readonly #deckId: string;
  readonly #task = new Task();

  constructor(call: Client, deckId: string) {
    this.#call = call;
    this.#deckId = deckId;
    this.options = new Loaded(async () => {
      const [{ presets }, { preset }] = await Promise.all([
        call('preset.list', {}),
        call('course.options', { courseId: deckId }),
      ]);
      return { presets, preset };
    });
    this.goal = new Loaded(() => call('plan.goal', { courseId: deckId }));
  }

  get error(): ErrorCode | null {
    return this.#task.error;
  }

  readonly load = async (): Promise<void> => {
    await Promise.all([this.options.load(), this.goal.load()]);
  };

  readonly follow = async (preset: string | null): Promise<void> => {
    this.saved = false;
    const done = await this.#task.run(() =>
      this.#call('course.setOptions', { courseId: this.#deckId, set: { preset } }),
    );
    this.saved = done !== undefined;
    await this.options.load();
  };
}
