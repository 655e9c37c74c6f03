import { stringify } from 'yaml';
import type { Course, Lesson } from '../domain/course.ts';
import type { Question } from '../domain/question.ts';
import { markdownOf } from './blocks-markdown.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { bothIn, isBlank } from './written-text.ts';
import { questionFile } from './write-question.ts';

/** What of a course is written: one that has no source, glossary and drawn pictures of its own. */
export type WrittenCourse = Pick<Course, 'id' | 'title' | 'source' | 'lessons'>;

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

function lessonText({ title, sections }: Lesson, language: Language): string {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  const parts = sections.map(
    ({ id, heading, blocks }) => `## ${oneLine(heading[language])} {#${id}}\n\n${markdownOf(blocks[language])}\n`,
  );
  return [`---\n${yaml({ title: oneLine(title[language]) })}---\n`, ...parts].join('\n');
}
