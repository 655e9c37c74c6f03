/** One mistake in a course, with where it stands. */
export interface Problem {
  /** Path below the course's folder. */
  readonly file: string;
  /** Line, from 1; absent where the whole file is meant. */
  readonly line?: number;
  /** The field, dotted: `3.prompt.en`. */
  readonly field?: string;
  readonly message: string;
}

/** Collects the mistakes of one course, so that one run names them all. */
export class Problems {
  readonly #all: Problem[] = [];
  add(problem: Problem): void {
    this.#all.push(problem);
  }
  get all(): readonly Problem[] {
    return [...this.#all].sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  }
}

export function problemText({ file, line, field, message }: Problem): string {
  return `${file}${line === undefined ? '' : `:${line}`}${field ? ` ${field}` : ''}: ${message}`;
}
