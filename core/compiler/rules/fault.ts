import type { Problems } from '../problems.ts';
import type { Asked } from './asked.ts';

/** What is wrong with one question, and in which field of questions.yaml. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Reports the faults that a rule finds in each question by itself. */
export function reportFaults(
  questions: readonly Asked[],
  faultsOf: (question: Asked['question']) => readonly Fault[],
  problems: Problems,
): void {
  for (const { question, file, lineOf } of questions) {
    for (const { path, message } of faultsOf(question))
      problems.add({ file, line: lineOf(...path), field: path.join('.'), message: `${question.id}: ${message}` });
  }
}
