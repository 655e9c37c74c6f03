import { BE_OFFSET } from '../../domain/text/years.ts';
import type { Course, Paragraph } from '../../domain/course.ts';
import type { LessonSource } from '../compile-course.ts';
import type { Problems } from '../problems.ts';
import type { LabelFile, QuestionFile } from '../schema-question.ts';

/** Every date, year and figure used in an answer stands in a paragraph the question cites. */
export function checkFigures(course: Course, lessons: readonly LessonSource[], problems: Problems): void {
  const byId = new Map(course.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  for (const { questions } of lessons) {
    questions.value.forEach((question, index) => {
      const cited = question.evidence.flatMap((id) => byId.get(id) ?? []);
      for (const wanted of answersOf(question)) {
        if (stands(wanted, cited)) continue;
        const where = question.evidence.join(', ');
        problems.add({
          file: questions.file,
          line: questions.lineOf([index, 'evidence']),
          message: `${question.id}: ${wanted.iso ?? wanted.number} of the answer stands in none of ${where} (source.yaml)`,
        });
      }
    });
  }
}

interface Wanted {
  readonly iso?: string;
  readonly number?: number;
}

function answersOf(question: QuestionFile): Wanted[] {
  const inText = (...texts: readonly string[]) => texts.flatMap(numbersIn).map((number) => ({ number }));
  switch (question.kind) {
    case 'date':
      return [{ iso: question.answer }];
    case 'number':
      return [{ number: question.answer }];
    case 'cloze':
      return question.blanks.flatMap((blank): Wanted[] => {
        if (blank.as === 'text') return inText(blank.accept.en[0] ?? '', blank.accept.th[0] ?? '');
        return blank.as === 'number' ? [{ number: blank.answer }] : [{ iso: String(blank.answer) }];
      });
    case 'card':
      return inText(question.back.en, question.back.th);
    case 'typed':
      return inText(question.accept.en[0] ?? '', question.accept.th[0] ?? '');
    case 'choice':
    case 'choices':
      return question.options.filter(({ right }) => right).flatMap(({ en, th }) => inText(en, th));
    case 'order':
      return question.items.flatMap(({ en, th }) => inText(en, th));
    case 'match':
      return question.pairs.flatMap(({ left, right }) => inText(left.en, left.th, right.en, right.th));
    case 'label':
      return answersOnPicture(question);
  }
}

/** A mark's name comes from the picture, which has evidence of its own. */
function answersOnPicture(question: LabelFile): Wanted[] {
  if (question.task !== 'name') return [];
  const right = question.options?.filter((option) => option.right) ?? [];
  return [...right.flatMap(({ en, th }) => [en, th]), question.accept?.en[0] ?? '', question.accept?.th[0] ?? '']
    .flatMap(numbersIn)
    .map((number) => ({ number }));
}

/** Figures of a text; paragraph numbers (p045) are citations, not figures. */
function numbersIn(text: string): number[] {
  const bare = text.replace(/\bp\d{3}\b/g, '').replace(/(\d)[,\u00a0 ](?=\d{3}\b)/g, '$1');
  return [...bare.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
}

function stands({ iso, number }: Wanted, cited: readonly Paragraph[]): boolean {
  return cited.some(({ dates, figures }) =>
    iso !== undefined
      ? dates.some((date) => date === iso || date.startsWith(`${iso}-`))
      : number !== undefined && (figures.includes(number) || dates.some((date) => partsOf(date).includes(number))),
  );
}

/** Year in both eras, month and day of an ISO date. */
function partsOf(date: string): number[] {
  const [year = 0, ...rest] = date.split('-').map(Number);
  return [year, year + BE_OFFSET, ...rest];
}
