import { GRADES, type Grade } from '../../../core/domain/grade.ts';
import type { QuestionRun } from './question-run.svelte.ts';

/** The best grade still to be had: with a hint or after a near miss, Hard. */
export const bestGrade = ({ card, hint }: Pick<QuestionRun, 'card' | 'hint'>): Grade =>
  card.attempt !== null || hint !== null ? 2 : 4;

/** Space and Enter: show, check, grade as usual, or go on. */
export function primary(run: QuestionRun, onnext: (() => void) | undefined): void {
  if (run.settled) onnext?.();
  else if (run.card.kind !== 'card') void run.check();
  else if (run.revealed) void run.grade(Math.min(3, bestGrade(run)) as Grade);
  else run.reveal();
}

/** A key of the question by its name (see keys.ts). @returns whether it meant something here */
export function questionKey(run: QuestionRun, key: string): boolean {
  if (!run.settled && answerKey(run, key)) return true;
  if (key === 'H' && run.canHint) void run.showHint();
  else if (key === 'I' && run.canCorrect) void run.correct();
  else return false;
  return true;
}

function answerKey({ card, draft, revealed, grade, hint }: QuestionRun, key: string): boolean {
  const place = key.length === 1 ? key.charCodeAt(0) - 65 : -1;
  if (card.kind === 'choice' || card.kind === 'choices') {
    const option = card.options?.[place];
    if (option) draft.toggle(option.id);
    return option !== undefined;
  }
  if (card.kind === 'match') {
    const left = card.left?.[Number(key) - 1];
    const right = card.right?.[place];
    if (left) draft.pick('left', left.id);
    else if (right) draft.pick('right', right.id);
    return left !== undefined || right !== undefined;
  }
  const given = GRADES.find((grade) => String(grade) === key);
  if (card.kind !== 'card' || !revealed || given === undefined) return false;
  if (given <= bestGrade({ card, hint })) void grade(given);
  return true;
}
