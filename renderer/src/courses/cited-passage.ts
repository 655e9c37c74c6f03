/** The passage whose section the learner asked to read: the lesson shows where it is cited. */
class CitedPassage {
  #id: string | null = null;

  readonly ask = (id: string): void => {
    this.#id = id;
  };
  /** The passage that was asked for, once. */
  readonly take = (): string | null => {
    const id = this.#id;
    this.#id = null;
    return id;
  };
}
export const citedPassage = new CitedPassage();
