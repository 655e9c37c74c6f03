import type { Sent } from '../../core/api/contract.ts';
import type { ChoiceQuestion, LabelQuestion, Question } from '../../core/domain/question.ts';

type Response = NonNullable<Sent<'study.answer'>['response']>;

/** What is right, as it would be given in English; undefined for a card, which the learner grades alone. */
export function rightResponse(question: Question): Response | undefined {
  switch (question.kind) {
    case 'card':
      return undefined;
    case 'choice':
      return question.answer[0]!;
    case 'choices':
      return [...question.answer];
    case 'typed':
      return question.accept.en[0]!;
    case 'number':
    case 'date':
      return String(question.answer);
    case 'cloze':
      return question.blanks.map((blank) => (blank.as === 'text' ? blank.accept.en[0]! : String(blank.answer)));
    case 'order':
      return question.items.map(({ id }) => id);
    case 'match':
      return question.answer;
    case 'label':
      return rightOnPicture(question);
  }
}

function rightOnPicture(question: LabelQuestion): Response {
  if ('accept' in question) return question.accept.en[0]!;
  return question.task === 'name' ? question.answer[0]! : question.answer;
}

/**
 * A wrong answer as people give it: mostly the same one each time, so that what is mixed up can be found.
 * @param other a question of the same kind that this one is mixed up with
 */
export function wrongResponse(question: Question, other: Question, random: () => number): Response | undefined {
  switch (question.kind) {
    case 'choice':
      return mostlyFirst(wrongOptions(question), random);
    case 'choices':
      return [mostlyFirst(wrongOptions(question), random), ...question.answer.slice(1)];
    case 'order': {
      const [first, second, ...rest] = question.items.map(({ id }) => id);
      return random() < 0.7 ? [second!, first!, ...rest] : [...rest, second!, first!];
    }
    case 'match':
      return swapped(question.answer);
    case 'label':
      return wrongOnPicture(question, other, random);
    case 'number':
      return String(Math.round(question.answer * (random() < 0.5 ? 2 : 1.5)) + 1);
    case 'date':
      return shiftedYear(question.answer);
    case 'typed':
    case 'cloze':
      return other.id === question.id ? undefined : taken(question, other);
    case 'card':
      return undefined;
  }
}

function swapped(answer: Readonly<Record<string, string>>): Response {
  const [first, second, ...rest] = Object.entries(answer);
  return Object.fromEntries([[first![0], second![1]], [second![0], first![1]], ...rest]);
}

function wrongOnPicture(question: LabelQuestion, other: Question, random: () => number): Response | undefined {
  if (question.task === 'place') return swapped(question.answer);
  if ('options' in question) return mostlyFirst(wrongOptions(question), random);
  const marks = question.task === 'find' ? question.marks.filter(({ id }) => id !== question.answer) : [];
  if (marks.length > 0)
    return mostlyFirst(
      marks.map(({ id }) => id),
      random,
    );
  return other.id === question.id ? undefined : writtenOf(other);
}

const wrongOptions = ({ options, answer }: Pick<ChoiceQuestion, 'options' | 'answer'>) =>
  options.map(({ id }) => id).filter((id) => !answer.includes(id));

const mostlyFirst = (ids: readonly string[], random: () => number): string =>
  ids[random() < 0.75 ? 0 : Math.floor(random() * ids.length)]!;

const shiftedYear = (date: string) => date.replace(/^\d+/, (year) => String(Number(year) + 2));

/** The answer of the other question, in the form that this one asks for. */
function taken(question: Extract<Question, { kind: 'typed' | 'cloze' }>, other: Question): Response {
  const text = writtenOf(other);
  if (question.kind === 'typed') return text;
  return question.blanks.map((blank, at) => {
    if (at > 0) return blank.as === 'text' ? blank.accept.en[0]! : String(blank.answer);
    return blank.as === 'text' ? text : blank.as === 'date' ? shiftedYear(blank.answer) : String(blank.answer + 3);
  });
}

function writtenOf(question: Question): string {
  if ('accept' in question) return question.accept.en[0]!;
  const blank = question.kind === 'cloze' ? question.blanks.find(({ as }) => as === 'text') : undefined;
  return blank?.as === 'text' ? blank.accept.en[0]! : 'the Council';
}
