/** After a start the learner's first steps come first, ms. */
const AFTER_MS = 1_500;

/** Work that is done ahead, soon after the start, so that nobody waits for it later. */
export class MadeAhead {
  #timer: NodeJS.Timeout | undefined;

  /** @param work what fails in it is heard of by who asks for it next */
  constructor(private readonly work: () => Promise<unknown>) {}

  begin(): void {
    this.#timer = setTimeout(() => void this.work().catch(() => undefined), AFTER_MS).unref();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
