import type { Question } from '../../domain/question.ts';
import type { Fault } from './fault.ts';

/** Kinds whose answer the learner makes; in the others it is picked from options. */
const PRODUCED: ReadonlySet<string> = new Set(['card', 'cloze', 'typed', 'number', 'date', 'order', 'label']);

export const isProduced = (question: Question): boolean => PRODUCED.has(question.kind) && !('options' in question);
/** A rule used on a case, or a judgement on what may be said. */
export const isCase = ({ level }: Question): boolean => level === 'apply' || level === 'judge';

/** Every question says what it asks for, every wrong option why it is wrong. */
export function teachingFaults(question: Question): Fault[] {
  const level: Fault[] = question.level === undefined ? [{ path: [], message: '`level` is missing' }] : [];
  return [
    ...level,
    ...wrongOptions(question).flatMap(({ path, why }) =>
      why ? [] : [{ path, message: '`why` is missing: say why this option is wrong' }],
    ),
  ];
}

/** Wrong options, and whether they say why they are wrong. */
export function wrongOptions(question: Question): { readonly path: readonly PropertyKey[]; readonly why: boolean }[] {
  if (!('options' in question)) return [];
  return question.options.flatMap(({ id, why }, index) =>
    question.answer.includes(id) ? [] : [{ path: ['options', index], why: why !== undefined }],
  );
}
