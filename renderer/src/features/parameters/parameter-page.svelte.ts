import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import type { EventRef } from '../../../../core/domain/ids.ts';
import { codeOf } from '../../app/failure.ts';
import { Task } from '../../app/task.svelte.ts';

/** Between two looks at how far a training is, ms. */
const LOOK_EVERY_MS = 300;

export type Parameters = Output<'parameters.get'>;
export type Trained = Output<'parameters.train'>;

/** The memory model's parameters as the page shows them: training with its progress, versions, and the way back. */
export class ParameterPage {
  state = $state.raw<Parameters | null>(null);
  error = $state.raw<ErrorCode | null>(null);
  /** What came of the training that was asked for here. */
  trained = $state.raw<Trained | null>(null);
  /** The change made last, which one undo takes back. */
  change = $state.raw<EventRef | null>(null);
  /** What rescheduling would do; null: nobody has asked. */
  preview = $state.raw<Output<'parameters.reschedulePreview'> | null>(null);
  /** The days that were moved last, which one undo puts back. */
  moved = $state.raw<EventRef | null>(null);
  readonly moving = new Task();
  readonly training = new Task();
  readonly changing = new Task();
  readonly #call: Client;
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(call: Client) {
    this.#call = call;
  }

  readonly load = async (): Promise<void> => {
    try {
      this.state = await this.#call('parameters.get', {});
      this.error = null;
    } catch (error) {
      this.error = codeOf(error);
    }
  };

  readonly train = async (): Promise<void> => {
    this.trained = null;
    this.change = null;
    this.#looking = setInterval(() => void this.load(), LOOK_EVERY_MS);
    try {
      this.trained = (await this.training.run(() => this.#call('parameters.train', {}))) ?? null;
    } finally {
      this.leave();
      await this.load();
    }
  };

  readonly cancel = async (): Promise<void> => {
    await this.#call('parameters.cancel', {}).catch(() => undefined);
  };

  /** Takes an earlier version, or the published one. */
  readonly use = async (ref?: EventRef): Promise<void> => {
    this.trained = null;
    const used = await this.changing.run(() => this.#call('parameters.use', ref === undefined ? {} : { ref }));
    if (used) this.change = used.ref;
    await this.load();
  };

  readonly undo = async (): Promise<void> => {
    const ref = this.change;
    if (ref === null) return;
    const undone = await this.changing.run(() => this.#call('history.undo', { ref }));
    if (undone) this.change = null;
    await this.load();
  };

  readonly lookAhead = async (): Promise<void> => {
    this.moved = null;
    this.preview = (await this.moving.run(() => this.#call('parameters.reschedulePreview', {}))) ?? null;
  };

  readonly reschedule = async (): Promise<void> => {
    const done = await this.moving.run(() => this.#call('parameters.reschedule', {}));
    if (!done) return;
    this.preview = null;
    this.moved = done.ref;
  };

  readonly moveBack = async (): Promise<void> => {
    const ref = this.moved;
    if (ref !== null && (await this.moving.run(() => this.#call('history.undo', { ref })))) this.moved = null;
  };

  /** Nobody looks any more: what goes on goes on unwatched. */
  readonly leave = (): void => clearInterval(this.#looking);
}
