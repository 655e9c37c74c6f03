import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { AppError } from '../../../../core/domain/errors.ts';
import { Task } from '../../app/task.svelte.ts';
import { formOfType, newType, typeOfForm, type TypeForm } from './type-form.ts';

const FAULTS = [
  'no-fields',
  'no-templates',
  'one-template',
  'sort-field',
  'places',
  'same-names',
  'field-name',
  'not-made',
  'has-notes',
] as const;
export type TypeFault = (typeof FAULTS)[number];
export type TypeChange = Output<'notetype.set'>;

/** Editing one note type: its form, how a note looks by it, and what a change would do. */
export class TypeWork {
  form = $state<TypeForm | null>(null);
  cards = $state.raw<Output<'notetype.preview'>['cards']>([]);
  fault = $state.raw<TypeFault | null>(null);
  /** What saving would do, to be agreed to; null while nothing is asked. */
  tells = $state.raw<TypeChange | null>(null);
  readonly task = new Task();
  readonly #call: Client;
  readonly #typeId: string | null;
  /** The note that is looked at; null: one with the names of the fields in them. */
  readonly #noteId: string | null;
  #turn = 0;

  constructor(call: Client, typeId: string | null, noteId: string | null) {
    this.#call = call;
    this.#typeId = typeId;
    this.#noteId = noteId;
  }

  readonly load = async (): Promise<void> => {
    const typeId = this.#typeId;
    if (typeId === null) return;
    const type = await this.task.run(() => this.#call('notetype.get', { typeId }));
    if (type) this.form = formOfType(type);
  };

  readonly begin = (kind: TypeForm['kind'], name: string, names: readonly [string, string]): void => {
    this.form = newType(kind, name, names);
  };

  /** Looks at a note by the type as it is in the form. */
  readonly look = async (form: TypeForm): Promise<void> => {
    this.#turn += 1;
    const turn = this.#turn;
    const shown = await this.#call('notetype.preview', {
      ...this.#named(),
      type: typeOfForm(form),
      ...(this.#noteId !== null && { noteId: this.#noteId }),
    }).catch(() => null);
    if (shown && turn === this.#turn) this.cards = shown.cards;
  };

  /** Saves where no note is touched; else first tells what it would do. @returns the id of the type that was saved */
  readonly save = async (): Promise<string | undefined> => {
    const tells = await this.#set(true);
    if (!tells) return undefined;
    if (tells.notes === 0) return this.agree();
    this.tells = tells;
    return undefined;
  };
  readonly agree = async (): Promise<string | undefined> => {
    this.tells = null;
    return (await this.#set(false))?.typeId;
  };

  /** @returns whether it is gone */
  readonly remove = async (): Promise<boolean> => {
    const typeId = this.#typeId;
    return typeId !== null && (await this.#try(() => this.#call('notetype.remove', { typeId }))) !== undefined;
  };

  #set(isTrial: boolean): Promise<TypeChange | undefined> {
    const { form } = this;
    if (form === null) return Promise.resolve(undefined);
    return this.#try(() =>
      this.#call('notetype.set', { ...this.#named(), type: typeOfForm($state.snapshot(form)), isTrial }),
    );
  }

  #named(): { typeId?: string } {
    return this.#typeId === null ? {} : { typeId: this.#typeId };
  }

  /** What the host refuses with a reason is a fault of the form. */
  #try<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.fault = null;
    return this.task.run(async () => {
      try {
        return await work();
      } catch (error) {
        const reason = error instanceof AppError ? error.details['reason'] : undefined;
        // A name that is empty does not even come through the contract.
        const fault = error instanceof AppError && error.code === 'bad-input' ? (reason ?? 'field-name') : undefined;
        this.fault = FAULTS.find((known) => known === fault) ?? null;
        if (this.fault === null) throw error;
        return undefined;
      }
    });
  }
}
