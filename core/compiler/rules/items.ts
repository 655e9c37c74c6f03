import { hidesNegation, isLumpOption, tellsYear } from '../../domain/note/item-wording.ts';
import type { LessonSource } from '../compile-course.ts';
import type { Language } from '../languages.ts';
import type { Problems } from '../problems.ts';
import type { QuestionFile } from '../schema-question.ts';
import { faultsOfEach } from './each-question.ts';

/** Of a choice, and of choices: how many are read with care. */
const FEW_OPTIONS = [3, 4] as const;
const MORE_OPTIONS = [4, 9] as const;

/** Item-writing rules that a program can see (content/README.md, rules for questions). */
export function checkItems(lessons: readonly LessonSource[], languages: readonly Language[], problems: Problems): void {
  faultsOfEach(lessons, problems, (question) => faultsOf(question, languages));
}

function faultsOf(question: QuestionFile, languages: readonly Language[]): string[] {
  const { th, en } = question.prompt;
  const faults: string[] = [];
  const hasOptions = 'options' in question && question.options !== undefined;
  if (hasOptions && (hidesNegation(en) || hidesNegation(th)))
    faults.push('a negative stem must be marked: **not**, **ไม่**');
  if (languages.includes('en') && (question.explanation?.en ?? '').split(/\s+/).length < 6)
    faults.push('the explanation is too short to teach');
  return [...faults, ...languageFaults(question, languages), ...kindFaults(question)];
}

function languageFaults({ prompt, explanation }: QuestionFile, languages: readonly Language[]): string[] {
  return [prompt, ...(explanation ? [explanation] : [])].flatMap(({ th, en }) => [
    ...(!languages.includes('th') || /[\u0E00-\u0E7F]/.test(th) ? [] : [`no Thai in "${th}"`]),
    ...(!languages.includes('en') || /[A-Za-z]/.test(en) ? [] : [`no English in "${en}"`]),
  ]);
}

type OptionFile = Extract<QuestionFile, { kind: 'choice' }>['options'][number];

function optionFaults(options: readonly OptionFile[], [least, most]: readonly [number, number]): string[] {
  const texts = options.flatMap(({ th, en }) => [`th ${th}`, `en ${en}`]);
  return [
    ...(options.length < least || options.length > most
      ? [`${options.length} options: ${least} to ${most} ask best`]
      : []),
    ...(texts.some(isLumpOption) ? ['no "all of the above" and no "none of the above"'] : []),
    ...(options.some((option) => option.right && option.why)
      ? ['`why` says why an option is wrong: this one is right']
      : []),
  ];
}

function kindFaults(question: QuestionFile): string[] {
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return optionFaults(question.options, question.kind === 'choice' ? FEW_OPTIONS : MORE_OPTIONS);
    case 'label':
      return question.task === 'name' && question.options ? optionFaults(question.options, FEW_OPTIONS) : [];
    case 'typed':
      return question.accept.en.some(
        (answer) => answer.length > 3 && question.prompt.en.toLowerCase().includes(answer.toLowerCase()),
      )
        ? ['the prompt holds its own answer']
        : [];
    case 'order':
      return question.items.some(({ th, en }) => tellsYear(th) || tellsYear(en))
        ? ['an item gives its own year away']
        : [];
    default:
      return [];
  }
}
