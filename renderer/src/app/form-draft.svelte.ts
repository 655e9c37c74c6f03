import type { Client } from '../../../core/api/client.ts';
import { DraftKeeping } from './draft-keeping.ts';

interface Kept<T> {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly form: T;
}

/** A small form whose words are kept while they are written: the end of the app does not take them. */
export class FormDraft<T> {
  /** What was being written when the app ended: none, or one, until it is taken or dropped. */
  offered = $state.raw<readonly Kept<T>[]>([]);
  readonly #call: Client;
  readonly #read: (value: unknown) => T | null;
  readonly #keeping: DraftKeeping<T>;
  readonly #begun: string;

  /**
   * @param id of the form: what is written in another one does not stand here
   * @param begun the form before anything is written @param read a form of what was kept; null where it is none
   */
  constructor(call: Client, id: string, begun: T, read: (value: unknown) => T | null) {
    this.#call = call;
    this.#read = read;
    this.#begun = JSON.stringify(begun);
    this.#keeping = new DraftKeeping({ call, now: () => 0, id: id.slice(0, 200), onkept: () => undefined });
  }

  readonly load = async (): Promise<void> => {
    // Who can not be asked for drafts has none to offer.
    const { drafts } = await this.#call('draft.list', {}).catch(() => ({ drafts: [] }));
    this.offered = drafts.flatMap(({ id, at, text }) => {
      const form = id === this.#keeping.id ? this.#formOf(text) : null;
      return form === null || JSON.stringify(form) === this.#begun ? [] : [{ id, at, form }];
    });
  };

  /** Something was written, or may have been. What is offered stays until then. */
  readonly changed = (form: T): void => {
    if (JSON.stringify(form) === this.#begun) return;
    this.offered = [];
    this.#keeping.changed(form);
  };

  /** It is saved, or not wanted. */
  readonly drop = (): Promise<void> => {
    this.offered = [];
    return this.#keeping.drop();
  };

  #formOf(text: string): T | null {
    try {
      return this.#read(JSON.parse(text));
    } catch {
      return null;
    }
  }
}
