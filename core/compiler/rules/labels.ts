import { marksOf, type Mark } from '../../domain/picture-marks.ts';
import type { Course } from '../../domain/course.ts';
import type { Bilingual } from '../../domain/question.ts';
import { OWN_PICTURE } from '../../domain/own-picture.ts';
import { marksFor } from '../compile-label.ts';
import type { LessonSource } from '../compile-course.ts';
import type { Problems } from '../problems.ts';
import type { LabelFile } from '../schema-question.ts';

/** Questions on pictures: picture and marks are there, and each can be told from the others by its name. */
export function checkLabels({ pictures }: Course, lessons: readonly LessonSource[], problems: Problems): void {
  for (const { questions } of lessons) {
    questions.value.forEach((question, index) => {
      if (question.kind !== 'label') return;
      const marks = marksFor(question, (picture) => (pictures ? marksOf(pictures, picture) : []));
      const names = new Map(marks.map(({ id, name }) => [id, name]));
      const unfit = pictureFault(question, marks);
      for (const message of unfit === null ? faultsOf(question, names) : [unfit])
        problems.add({ file: questions.file, line: questions.lineOf([index]), message: `${question.id}: ${message}` });
    });
  }
}

/** Why nothing can be asked on its picture; null where something can. */
function pictureFault({ picture, image }: LabelFile, marks: readonly Mark[]): string | null {
  if (picture === OWN_PICTURE && !image) return `the picture "${OWN_PICTURE}" needs an image`;
  if (picture !== OWN_PICTURE && image) return `an image goes with the picture "${OWN_PICTURE}", not "${picture}"`;
  if (marks.length === 0) return `no picture "${picture}" that can be asked`;
  const ids = marks.map(({ id }) => id);
  const twin = image && ids.find((id, at) => ids.indexOf(id) !== at);
  return twin === undefined ? null : `two places of the image have the id "${twin}"`;
}

const markIds = (question: LabelFile): readonly string[] =>
  question.task === 'place' ? question.marks : [question.mark];

function faultsOf(question: LabelFile, names: ReadonlyMap<string, Bilingual>): string[] {
  const ids = markIds(question);
  const unknown = ids.filter((id) => !names.has(id));
  if (unknown.length > 0) return unknown.map((id) => `the picture "${question.picture}" has no mark "${id}"`);
  const own = ids.map((id) => names.get(id)!);
  switch (question.task) {
    case 'name':
      return [
        ...(question.accept && question.options ? ['a name is typed (accept) or chosen (options), not both'] : []),
        ...(own.some((name) => stands(name, question.prompt)) ? ['the prompt holds the name it asks for'] : []),
      ];
    case 'find':
      return twins([...names.values()].filter((name) => name.en === own[0]!.en || name.th === own[0]!.th));
    case 'place':
      return twins([...own, ...(question.extra ?? [])]);
  }
}

const stands = (name: Bilingual, text: Bilingual) =>
  text.en.toLowerCase().includes(name.en.toLowerCase()) || text.th.includes(name.th);

function twins(texts: readonly Bilingual[]): string[] {
  return (['th', 'en'] as const).flatMap((language) => {
    const all = texts.map((text) => text[language]);
    return all.filter((text, at) => all.indexOf(text) !== at).map((text) => `two marks or labels are called "${text}"`);
  });
}
