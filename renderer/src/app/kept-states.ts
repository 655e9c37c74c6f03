import { outliving } from './outliving.svelte.ts';

type StateClass<Owner, T> = new (owner: Owner) => T;

/** One object of a class for each class that is asked for, as long as its owner lives. */
export class KeptStates<Owner> {
  readonly #owner: Owner;
  readonly #states = new Map<StateClass<Owner, unknown>, unknown>();

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  readonly of = <T>(State: StateClass<Owner, T>): T => {
    if (!this.#states.has(State))
      this.#states.set(
        State,
        outliving(() => new State(this.#owner)),
      );
    return this.#states.get(State) as T;
  };
}
