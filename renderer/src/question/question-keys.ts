import type { CardView } from '../../../core/api/contract.ts';
import { NO_QUESTION, type Command, type KeyPlace } from '../app/keys.ts';
import { GRADES, type Grade } from '../../../core/domain/grade.ts';
import { isTyping } from '../ui/keys.ts';
import { formOf, type AnswerForm } from './answer-form.ts';
import type { QuestionRun } from './question-run.svelte.ts';

const TWO_GRADES = [1, 3] as const;
/** The grades a learner may give, in the order of their keys. */
export const gradesOf = ({ buttons }: Pick<CardView, 'buttons'>): readonly Grade[] =>
  buttons === 2 ? TWO_GRADES : GRADES;

/** The best grade still to be had: with a hint or after a near miss, Hard; of two buttons it takes none away. */
export const bestGrade = ({ card, hint }: Pick<QuestionRun, 'card' | 'hint'>): Grade => {
  if (card.buttons === 2) return 3;
  return card.attempt !== null || hint !== null ? 2 : 4;
};

const WRITTEN: readonly AnswerForm[] = ['typed', 'number', 'date', 'cloze'];

/** Options have letters, and so have labels. */
const LETTERED: readonly AnswerForm[] = ['choice', 'choices', 'place'];

/** The answer is to be typed, wherever the focus is. */
export const expectsText = ({ card, settled }: Pick<QuestionRun, 'card' | 'settled'>): boolean =>
  WRITTEN.includes(formOf(card)) && !settled;

/** Is it made of a note, which the learner can change? */
export const isEditable = <R extends Pick<QuestionRun, 'card'>>(run: R | null): run is R =>
  run?.card.course.isDeck === true || run?.card.course.isOwn === true;

/** Where a key was pressed, as the table of keys wants to know it. */
export function keyPlaceOf(
  target: EventTarget | null,
  run: Pick<QuestionRun, 'card' | 'settled' | 'revealed'> | null,
): KeyPlace {
  return {
    field: fieldOf(target),
    expectsText: run !== null && expectsText(run),
    ...(run === null || run.settled ? { letters: NO_QUESTION.letters, digits: NO_QUESTION.digits } : picksOf(run)),
  };
}

/** A field that was written in has something of its own to undo, even when it is empty again. */
function fieldOf(target: EventTarget | null): KeyPlace['field'] {
  if (!isTyping(target)) return 'none';
  const field = target as HTMLInputElement;
  return field.value !== '' || field.dataset['edited'] !== undefined ? 'edited' : 'untouched';
}

function picksOf({ card, revealed }: Pick<QuestionRun, 'card' | 'revealed'>): Pick<KeyPlace, 'letters' | 'digits'> {
  const form = formOf(card);
  if (LETTERED.includes(form)) return { letters: card.options?.length ?? 0, digits: 0 };
  if (form === 'match') return { letters: card.right?.length ?? 0, digits: card.left?.length ?? 0 };
  return { letters: 0, digits: card.kind === 'card' && revealed ? gradesOf(card).length : 0 };
}

/** Does what a key asks of the question. @returns whether it meant something here */
export function obey(run: QuestionRun, command: Command, onnext: (() => void) | undefined): boolean {
  if (command.startsWith('pick ')) return pick(run, command.slice('pick '.length));
  switch (command) {
    case 'answer':
      return goOn(run, onnext) || (!run.settled && checks(run));
    case 'unsure':
      return answersUnsure(run, onnext);
    case 'advance':
      return goOn(run, onnext);
    case 'hint':
      return run.canHint && done(run.showHint());
    case 'unknown':
      return run.canGiveUp && done(run.giveUp());
    case 'right':
      return run.canCorrect && done(run.correct());
    case 'why':
      return run.settled && run.outcome?.why != null && ((run.showsWhy = !run.showsWhy), true);
    case 'as-it-is':
      return run.card.kind === 'order' && !run.settled && (run.draft.keepAsItIs(), true);
    default:
      return false;
  }
}

/** Shift with Enter: the answer, or to see the other side, without being sure. */
function answersUnsure(run: QuestionRun, onnext: (() => void) | undefined): boolean {
  if (run.settled || run.revealed) return goOn(run, onnext);
  if (run.card.kind === 'card') run.reveal(true);
  else void run.check(true);
  return true;
}

const done = (_work: Promise<void>): boolean => true;

function checks(run: QuestionRun): boolean {
  void run.check();
  return true;
}

/** Shows the other side, grades as usual, or goes on to what follows: nothing that a machine is to judge. */
function goOn(run: QuestionRun, onnext: (() => void) | undefined): boolean {
  if (run.settled) onnext?.();
  else if (run.card.kind !== 'card') return false;
  else if (run.revealed) void run.grade(Math.min(3, bestGrade(run)) as Grade);
  else run.reveal();
  return !run.settled || onnext !== undefined;
}

function pick(run: QuestionRun, key: string): boolean {
  const { card } = run;
  if (card.kind === 'card') {
    const given = gradesOf(card)[Number(key) - 1];
    if (given !== undefined && given <= bestGrade(run)) void run.grade(given);
    return given !== undefined;
  }
  return pickPart(run, key);
}

/** Picks an option, or one side of a pair. @returns whether there is one of that letter or digit */
export function pickPart({ card, draft }: Pick<QuestionRun, 'card' | 'draft'>, key: string): boolean {
  const place = key.charCodeAt(0) - 65;
  if (card.kind === 'match') {
    const left = card.left?.[Number(key) - 1];
    const right = card.right?.[place];
    if (left) draft.pick('left', left.id);
    else if (right) draft.pick('right', right.id);
    return left !== undefined || right !== undefined;
  }
  const option = card.options?.[place];
  if (option && formOf(card) === 'place') draft.pick('right', option.id);
  else if (option) draft.toggle(option.id);
  return option !== undefined;
}
