import type { LessonSource } from '../compile-course.ts';
import type { Problems } from '../problems.ts';
import type { QuestionFile } from '../schema.ts';

const LUMP = /\b(all|none) of the (above|these|options)\b|ถูกทุกข้อ|ไม่มีข้อใดถูก|ถูกทั้งหมด|ข้างต้นทั้งหมด/i;
const NEGATIVE = /\b(?:which|who|what)\b[^.?]*\b(?:not|except|never)\b|(?:ข้อ|สิ่ง|ประเทศ|ผู้)ใด(?:ที่)?(?:ไม่|มิ)/i;
const MARKED = /\*\*[^*]*(?:\bnot\b|\bexcept\b|\bnever\b|ไม่|มิ|ยกเว้น)[^*]*\*\*/i;
const YEAR = /\b(19|20)\d\d\b|25\d\d/;

/** Item-writing rules that a program can see (content/README.md, rules for questions). */
export function checkItems(lessons: readonly LessonSource[], problems: Problems): void {
  for (const { questions } of lessons) {
    const { file, value, lineOf } = questions;
    value.forEach((question, index) => {
      for (const message of faultsOf(question))
        problems.add({ file, line: lineOf([index]), message: `${question.id}: ${message}` });
    });
  }
}

function faultsOf(question: QuestionFile): string[] {
  const { th, en } = question.prompt;
  const faults: string[] = [];
  const hasOptions = 'options' in question && question.options !== undefined;
  if (hasOptions && ((NEGATIVE.test(en) && !MARKED.test(en)) || (NEGATIVE.test(th) && !MARKED.test(th))))
    faults.push('a negative stem must be marked: **not**, **ไม่**');
  if (question.explanation.en.split(/\s+/).length < 6) faults.push('the explanation is too short to teach');
  return [...faults, ...languageFaults(question), ...kindFaults(question)];
}

function languageFaults({ prompt, explanation }: QuestionFile): string[] {
  return [prompt, explanation].flatMap(({ th, en }) => [
    ...(/[\u0E00-\u0E7F]/.test(th) ? [] : [`no Thai in "${th}"`]),
    ...(/[A-Za-z]/.test(en) ? [] : [`no English in "${en}"`]),
  ]);
}

type OptionFile = Extract<QuestionFile, { kind: 'choice' }>['options'][number];

function optionFaults(options: readonly OptionFile[], single: boolean): string[] {
  const right = options.filter((option) => option.right).length;
  const texts = options.flatMap(({ th, en }) => [`th ${th}`, `en ${en}`]);
  return [
    ...(single && right !== 1 ? [`${right} options are right: a choice has one`] : []),
    ...(!single && (right === 0 || right === options.length)
      ? ['at least one option must be right and one wrong']
      : []),
    ...(new Set(texts).size < texts.length ? ['two options are the same'] : []),
    ...(texts.some((text) => LUMP.test(text)) ? ['no "all of the above" and no "none of the above"'] : []),
    ...(options.some((option) => option.right && option.why)
      ? ['`why` says why an option is wrong: this one is right']
      : []),
  ];
}

function kindFaults(question: QuestionFile): string[] {
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return optionFaults(question.options, question.kind === 'choice');
    case 'label':
      return question.task === 'name' && question.options ? optionFaults(question.options, true) : [];
    case 'cloze': {
      const wanted = question.blanks.map((_, index) => `{{${index + 1}}}`);
      return (['th', 'en'] as const).flatMap((language) => {
        const found = question.prompt[language].match(/\{\{\d+\}\}/g) ?? [];
        return [...found].sort().join() === wanted.join()
          ? []
          : [`the ${language} prompt has the gaps ${found.join(' ') || '(none)'}, the answer ${wanted.join(' ')}`];
      });
    }
    case 'typed':
      return question.accept.en.some(
        (answer) => answer.length > 3 && question.prompt.en.toLowerCase().includes(answer.toLowerCase()),
      )
        ? ['the prompt holds its own answer']
        : [];
    case 'order':
      return question.items.some(({ th, en }) => YEAR.test(th) || YEAR.test(en))
        ? ['an item gives its own year away']
        : [];
    case 'match': {
      const sides = [
        question.pairs.map(({ left }) => left.en),
        [...question.pairs.map(({ right }) => right.en), ...(question.extra ?? []).map(({ en }) => en)],
      ];
      return sides.some((side) => new Set(side).size < side.length) ? ['two entries of one side are the same'] : [];
    }
    default:
      return [];
  }
}
