import type { LessonSource } from '../compile-course.ts';
import type { Language } from '../languages.ts';
import type { Problems } from '../problems.ts';
import type { QuestionFile } from '../schema-question.ts';
import { faultsOfEach } from './each-question.ts';

/** Every question can be answered: it has its gaps, one right option or more, and nothing twice that would have to be told apart. */
export function checkAnswers(
  lessons: readonly LessonSource[],
  languages: readonly Language[],
  problems: Problems,
): void {
  faultsOfEach(lessons, problems, (question) => faultsOf(question, languages));
}

function faultsOf(question: QuestionFile, languages: readonly Language[]): string[] {
  const same = (texts: readonly Record<Language, string>[]) =>
    languages.some((language) => new Set(texts.map((text) => text[language])).size < texts.length);
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return [
        ...optionFaults(question.options, question.kind === 'choice'),
        ...(same(question.options) ? ['two options are the same'] : []),
      ];
    case 'label':
      return question.task === 'name' && question.options ? optionFaults(question.options, true) : [];
    case 'cloze': {
      const wanted = question.blanks.map((_, index) => `{{${index + 1}}}`);
      return languages.flatMap((language) => {
        const found = question.prompt[language].match(/\{\{\d+\}\}/g) ?? [];
        return [...found].sort(byNumber).join() === wanted.join()
          ? []
          : [`the ${language} prompt has the gaps ${found.join(' ') || '(none)'}, the answer ${wanted.join(' ')}`];
      });
    }
    case 'order':
      return same(question.items) ? ['two items are the same'] : [];
    case 'match': {
      const sides = [
        question.pairs.map(({ left }) => left),
        [...question.pairs.map(({ right }) => right), ...(question.extra ?? [])],
      ];
      return sides.some(same) ? ['two entries of one side are the same'] : [];
    }
    default:
      return [];
  }
}

function optionFaults(options: readonly { readonly right?: true | undefined }[], single: boolean): string[] {
  const right = options.filter((option) => option.right).length;
  if (single) return right === 1 ? [] : [`${right} options are right: a choice has one`];
  return right === 0 ? ['no option is right: mark one, or more, with right: true'] : [];
}

const byNumber = (a: string, b: string): number => Number(a.slice(2, -2)) - Number(b.slice(2, -2));
