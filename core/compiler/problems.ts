/** One mistake in a course, with where it stands. */
export interface Problem {
  /** Path below the course's folder. */
  readonly file: string;
  /** Line, from 1; absent where the whole file is meant. */
  readonly line?: number;
  /** The field, dotted: `3.prompt.en`. */
  readonly field?: string;
  readonly message: string;
  /** The course works all the same: a rule of writing good questions says so. */
  readonly isAdvice?: true;
}

/** By file and line. */
export const byPlace = (a: Problem, b: Problem): number =>
  a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0);

/** Collects the mistakes of one course, so that one run names them all. */
export class Problems {
  readonly #all: Problem[] = [];

  /** @param isAdvice of all that is added */
  constructor(private readonly isAdvice = false) {}

  add(problem: Problem): void {
    this.#all.push(this.isAdvice ? { ...problem, isAdvice: true } : problem);
  }
  get all(): readonly Problem[] {
    return [...this.#all].sort(byPlace);
  }
}

export function problemText({ file, line, field, message }: Problem): string {
  return `${file}${line === undefined ? '' : `:${line}`}${field ? ` ${field}` : ''}: ${message}`;
}
