import { stringify } from 'yaml';
import type { Course, Lesson } from '../domain/course.ts';
import { splitPassageKey } from '../domain/passage-key.ts';
import type { Accepted, Bilingual, Question } from '../domain/question.ts';
import { markdownOf } from './blocks-markdown.ts';
import { LANGUAGES, type Language } from './languages.ts';

/** What of a course is written: one that has no source, glossary and drawn pictures of its own. */
export type WrittenCourse = Pick<Course, 'id' | 'title' | 'source' | 'lessons'>;

const isBlank = ({ th, en }: Bilingual): boolean => th.trim() === '' && en.trim() === '';
const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

/**
 * The texts of a course's folder, by their paths, from course.yaml on. Compiled again they are the same course.
 * @param idOf what a question is called there: unique in the course, and an id as course files have them
 */
export function courseTexts(
  course: WrittenCourse,
  languages: readonly Language[],
  idOf: (question: Question) => string,
): [string, string][] {
  const { id, title, source, lessons } = course;
  const both = bothIn(languages);
  const head = {
    ...{ id, title: both(title), languages: LANGUAGES.filter((language) => languages.includes(language)) },
    ...(!isBlank(source) && { source: both(source) }),
    lessons: lessons.map((lesson) => ({ id: lesson.id })),
  };
  return [
    ['course.yaml', yaml(head)],
    ...lessons.flatMap((lesson): [string, string][] => [
      ...languages.map((language): [string, string] => [
        `lessons/${lesson.id}/lesson.${language}.md`,
        lessonText(lesson, language),
      ]),
      ...(lesson.questions.length === 0
        ? []
        : [
            [
              `lessons/${lesson.id}/questions.yaml`,
              yaml(lesson.questions.map((one) => questionFile(one, { id: idOf(one), courseId: id, both }))),
            ] as [string, string],
          ]),
    ]),
  ];
}

type Both = (text: Bilingual) => Partial<Bilingual>;
const bothIn =
  (languages: readonly Language[]): Both =>
  (text) =>
    Object.fromEntries(languages.map((language) => [language, text[language].trim() || text[other(language)].trim()]));
const other = (language: Language): Language => (language === 'th' ? 'en' : 'th');

function lessonText({ title, sections }: Lesson, language: Language): string {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  const parts = sections.map(
    ({ id, heading, blocks }) => `## ${oneLine(heading[language])} {#${id}}\n\n${markdownOf(blocks[language])}\n`,
  );
  return [`---\n${yaml({ title: oneLine(title[language]) })}---\n`, ...parts].join('\n');
}

interface Writing {
  readonly id: string;
  readonly courseId: string;
  readonly both: Both;
}

function questionFile(question: Question, { id, courseId, both }: Writing): Record<string, unknown> {
  const { kind, sectionId, prompt, explanation, hint, level, inline, retired } = question;
  const evidence = question.evidence.flatMap((one) => {
    const passage = splitPassageKey(one);
    if (passage === null) return [one];
    return passage.courseId === courseId ? [`${passage.lessonId}/${passage.sectionId}`] : [];
  });
  return {
    ...{ id, kind, section: sectionId, prompt: both(prompt), ...answerOf(question, both) },
    ...(!isBlank(explanation) && { explanation: both(explanation) }),
    ...(hint && !isBlank(hint) && { hint: both(hint) }),
    ...(level && { level }),
    ...(inline && { inline }),
    ...(retired && { retired }),
    ...(evidence.length > 0 && { evidence }),
  };
}

/** What the kind adds. A question on a picture has no place here: its picture goes no way of its own. */
function answerOf(question: Question, both: Both): Record<string, unknown> {
  const accepted = (forms: Accepted) =>
    Object.fromEntries(
      LANGUAGES.filter((language) => language in both({ th: '', en: '' })).map((language) => [
        language,
        forms[language].length > 0 ? forms[language] : forms[other(language)],
      ]),
    );
  switch (question.kind) {
    case 'card':
      return { back: both(question.back) };
    case 'cloze':
      return {
        blanks: question.blanks.map((blank) =>
          blank.as === 'text' ? { ...blank, accept: accepted(blank.accept) } : blank,
        ),
      };
    case 'choice':
    case 'choices':
      return {
        options: question.options.map(({ id, text, why }) => ({
          ...both(text),
          ...(question.answer.includes(id) && { right: true }),
          ...(why && !isBlank(why) && { why: both(why) }),
        })),
      };
    case 'typed':
      return { accept: accepted(question.accept), ...(question.accents && { accents: question.accents }) };
    case 'number': {
      const { answer, tolerance, unit } = question;
      return { answer, ...(tolerance > 0 && { tolerance }), ...(unit && !isBlank(unit) && { unit: both(unit) }) };
    }
    case 'date':
      return { answer: question.answer };
    case 'order':
      return { items: question.items.map(({ text }) => both(text)) };
    case 'match': {
      const { left, right, answer } = question;
      const used = new Set(Object.values(answer));
      const textOf = (id: string | undefined) => both(right.find((side) => side.id === id)?.text ?? { th: '', en: '' });
      const extra = right.filter(({ id }) => !used.has(id)).map(({ text }) => both(text));
      return {
        pairs: left.map(({ id, text }) => ({ left: both(text), right: textOf(answer[id]) })),
        ...(extra.length > 0 && { extra }),
      };
    }
    case 'label':
      return {};
  }
}
