import type { Mark } from '../domain/picture-marks.ts';
import type { Blank, Question } from '../domain/question.ts';
import { compileLabel, marksFor } from './compile-label.ts';
import { compileOptions, labelled, letter } from './lettered.ts';
import type { QuestionFile } from './schema-question.ts';

const NOTHING = { th: '', en: '' };

type BlankFile = Extract<QuestionFile, { kind: 'cloze' }>['blanks'][number];

function compileBlank(file: BlankFile): Blank {
  if (file.as !== 'text') return file;
  return { as: file.as, accept: file.accept, ...(file.accents && { accents: file.accents }) };
}

/**
 * The question as the app uses it.
 * @param marksOf the marks of a picture of the course, which is named by its id
 */
export function compileQuestion(
  file: QuestionFile,
  lessonId: string,
  marksOf: (picture: string) => readonly Mark[],
): Question {
  const base = {
    id: file.id,
    lessonId,
    sectionId: file.section,
    prompt: file.prompt,
    explanation: file.explanation ?? NOTHING,
    ...(file.hint && { hint: file.hint }),
    ...(file.level && { level: file.level }),
    inline: file.inline ?? false,
    ...(file.retired && { retired: file.retired }),
    ...(file.passage !== undefined && { passage: file.passage }),
    ...(file.tags && file.tags.length > 0 && { tags: [...new Set(file.tags)] }),
    ...(file.reveals && { reveals: file.reveals }),
    ...(file.confuses && { confuses: file.confuses }),
    evidence: file.evidence,
  };
  switch (file.kind) {
    case 'card':
      return { ...base, kind: file.kind, back: file.back };
    case 'cloze':
      return { ...base, kind: file.kind, blanks: file.blanks.map(compileBlank) };
    case 'choice':
    case 'choices':
      return { ...base, kind: file.kind, ...compileOptions(file.options) };
    case 'typed':
      return { ...base, kind: file.kind, accept: file.accept, ...(file.accents && { accents: file.accents }) };
    case 'number':
      return {
        ...base,
        kind: file.kind,
        answer: file.answer,
        tolerance: file.tolerance ?? 0,
        ...(file.unit && { unit: file.unit }),
      };
    case 'date':
      return { ...base, kind: file.kind, answer: file.answer };
    case 'order':
      return { ...base, kind: file.kind, items: labelled(file.items) };
    case 'match': {
      const left = labelled(
        file.pairs.map((pair) => pair.left),
        'l',
      );
      const right = labelled([...file.pairs.map((pair) => pair.right), ...(file.extra ?? [])], 'r');
      return {
        ...base,
        kind: file.kind,
        left,
        right,
        answer: Object.fromEntries(file.pairs.map((_, index) => [`l${letter(index)}`, `r${letter(index)}`])),
      };
    }
    case 'label':
      return compileLabel(file, base, marksFor(file, marksOf));
  }
}
