import type { Client } from '../../../../core/api/client.ts';
import type { Output, Sent } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { codeOf } from '../../app/failure.ts';
import { Loaded } from '../../app/loaded.svelte.ts';

export type Preset = Output<'preset.list'>['presets'][number];
type Changes = Sent<'preset.set'>['set'];

/** Presets, which courses follow them, and changes of both. */
export class PresetsPage {
  readonly list: Loaded<Output<'preset.list'>>;
  readonly courses: Loaded<Output<'library.list'>>;
  /** What was saved last, or could not be: an option's name, `name`, or the id of a course. */
  saved = $state<string | null>(null);
  errors = $state.raw<Readonly<Record<string, ErrorCode | undefined>>>({});
  chosen = $state<string | null>(null);
  /** The name of a preset that was just removed. */
  removed = $state<string | null>(null);
  readonly #call: Client;

  constructor(call: Client) {
    this.#call = call;
    this.list = new Loaded(() => call('preset.list', {}));
    this.courses = new Loaded(() => call('library.list', {}));
  }

  readonly load = async (): Promise<void> => {
    await Promise.all([this.list.load(), this.courses.load()]);
  };

  get current(): Preset | null {
    const presets = this.list.value?.presets ?? [];
    return presets.find(({ id }) => id === this.chosen) ?? presets[0] ?? null;
  }

  presetOf(courseId: string): string | null {
    return this.list.value?.presets.find(({ courses }) => courses.some(({ id }) => id === courseId))?.id ?? null;
  }

  readonly choose = (id: string): void => {
    this.chosen = id;
    this.saved = null;
    this.errors = {};
  };

  readonly add = (name: string): Promise<void> =>
    this.#do('name', async () => {
      this.chosen = (await this.#call('preset.set', { name, set: {} })).id;
    });

  readonly rename = (id: string, name: string): Promise<void> =>
    this.#do('name', () => this.#call('preset.set', { id, name, set: {} }));

  /** @param value null: as in the settings again */
  readonly change = (id: string, key: keyof Changes, value: unknown): Promise<void> =>
    this.#do(key, () => this.#call('preset.set', { id, set: { [key]: value } as Changes }));

  readonly follow = (courseId: string, preset: string | null): Promise<void> =>
    this.#do(courseId, () => this.#call('course.setOptions', { courseId, set: { preset } }));

  readonly remove = ({ id, name }: Preset): Promise<void> =>
    this.#do('name', async () => {
      await this.#call('preset.remove', { id });
      this.removed = name;
    });

  /** Takes the removal back that was just made here. */
  readonly bringBack = (): Promise<void> => this.#do('name', () => this.#call('study.undo', {}));

  async #do(what: string, work: () => Promise<unknown>): Promise<void> {
    this.saved = null;
    this.removed = null;
    try {
      await work();
      this.errors = { ...this.errors, [what]: undefined };
      this.saved = what;
    } catch (error) {
      this.errors = { ...this.errors, [what]: codeOf(error) };
    }
    await this.list.load();
  }
}
