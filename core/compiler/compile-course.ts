import { existsSync } from 'node:fs';
import type { Bilingual } from '../domain/question.ts';
import type { Course, Lesson, Section } from '../domain/course.ts';
import { marksOf, type Mark } from '../domain/picture-marks.ts';
import { compileQuestion } from './compile-question.ts';
import { readNames, withNames } from './names.ts';
import { Problems, type Problem } from './problems.ts';
import { compileVoices, withVoice } from './compile-voices.ts';
import { compilePictures } from './compile-pictures.ts';
import { readLesson, type LessonFile } from './read-lesson.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import type { Name } from './schema-names.ts';
import { termQuestions, withQuestions } from './term-questions.ts';
import { typeset } from './typography.ts';
import {
  CourseFile,
  GlossaryFile,
  QuestionsFile,
  SourceFile,
  WordsFile,
  type Goals,
  type QuestionFile,
} from './schema.ts';

/** The parts of one lesson as they stand in its folder: what the rules look at. */
export interface LessonSource {
  readonly id: string;
  readonly prefix: string;
  readonly th: LessonFile;
  readonly en: LessonFile;
  readonly questions: YamlFile<readonly QuestionFile[]>;
}
export interface Compiled {
  readonly course: Course | null;
  readonly lessons: readonly LessonSource[];
  /** Thai words that no line may break (words.yaml). */
  readonly words: readonly string[];
  /** How persons, places, bodies … are written (names.yaml), by id. */
  readonly names: ReadonlyMap<string, Name>;
  /** What the course sets itself; absent where it does not. */
  readonly goals?: Goals;
  readonly problems: readonly Problem[];
}

const pairs = (th: readonly string[], en: readonly string[]): Bilingual[] =>
  th.map((text, index) => ({ th: text, en: en[index] ?? '' }));

/** Reads a course's folder. Every mistake is in `problems`; `course` is null when one kept it from being made. */
export function compileCourse(folder: string): Compiled {
  const problems = new Problems();
  const file = readYaml(folder, 'course.yaml', CourseFile, problems);
  const source = readYaml(folder, 'source.yaml', SourceFile, problems);
  const glossary = readYaml(folder, 'glossary.yaml', GlossaryFile, problems);
  const names = readNames(folder, problems);
  const lessons = (file?.value.lessons ?? []).flatMap(({ id, folder: name, prefix }) => {
    const path = `lessons/${name}`;
    const th = readLesson(folder, `${path}/lesson.th.md`, problems);
    const en = readLesson(folder, `${path}/lesson.en.md`, problems);
    const questions = readYaml(folder, `${path}/questions.yaml`, QuestionsFile, problems);
    return th && en && questions ? [{ id, prefix, th, en, questions: withNames(questions, names, problems) }] : [];
  });
  const terms = (glossary?.value ?? []).map(({ abbr, inSource, class: _, name: __, ...term }) => ({
    ...term,
    ...(abbr && { abbr }),
    ...(inSource && { inSource }),
  }));
  const pictures = compilePictures(folder, terms, problems);
  const marks = (picture: string) => (pictures ? marksOf(pictures, picture) : []);
  const voices = source ? compileVoices(folder, source.value, problems) : [];
  const joined = file ? lessons.map((lesson) => joinLesson(lesson, file.value, marks, problems)) : [];
  const course =
    file && source && glossary
      ? {
          id: file.value.id,
          title: file.value.title,
          source: file.value.source,
          lessons: joined,
          paragraphs: source.value.map((paragraph) => withVoice(paragraph, voices)),
          voices,
          ...(file.value.exam && { exam: file.value.exam }),
          pictures,
          glossary: withQuestions(terms, termQuestions(glossary.value, joined, names)),
        }
      : null;
  const words = existsSync(`${folder}/words.yaml`) ? readYaml(folder, 'words.yaml', WordsFile, problems) : null;
  return {
    course: course && typeset(course),
    lessons,
    words: words?.value ?? [],
    names,
    ...(file?.value.goals && { goals: file.value.goals }),
    problems: problems.all,
  };
}

function joinLesson(
  { id, th, en, questions }: LessonSource,
  file: CourseFile,
  marks: (picture: string) => readonly Mark[],
  problems: Problems,
): Lesson {
  const entry = file.lessons.findIndex((lesson) => lesson.id === id);
  for (const field of ['objectives', 'summary'] as const) {
    if (th.front[field].length !== en.front[field].length) {
      problems.add({
        file: en.file,
        line: 2,
        field,
        message: `${en.front[field].length} here, ${th.front[field].length} in Thai`,
      });
    }
  }
  return {
    id,
    number: entry + 1,
    title: { th: th.front.title, en: en.front.title },
    subtitle: { th: th.front.subtitle, en: en.front.subtitle },
    objectives: pairs(th.front.objectives, en.front.objectives),
    summary: pairs(th.front.summary, en.front.summary),
    requires: file.lessons[entry]?.requires ?? [],
    sections: joinSections(th, en, problems),
    questions: questions.value.map((question) => compileQuestion(question, id, marks)),
  };
}

function joinSections(th: LessonFile, en: LessonFile, problems: Problems): Section[] {
  const ids = (lesson: LessonFile) => lesson.sections.map((section) => section.id).join(', ');
  if (ids(th) !== ids(en)) {
    problems.add({ file: en.file, message: `sections differ: Thai has ${ids(th)}; English has ${ids(en)}` });
  }
  return th.sections.flatMap((thai) => {
    const english = en.sections.find((section) => section.id === thai.id);
    if (!english) return [];
    if (english.evidence.join() !== thai.evidence.join()) {
      problems.add({
        file: en.file,
        line: english.line,
        message: `section ${thai.id}: evidence differs from the Thai file`,
      });
    }
    return [
      {
        id: thai.id,
        heading: { th: thai.heading, en: english.heading },
        blocks: { th: thai.blocks, en: english.blocks },
        text: { th: thai.text, en: english.text },
        evidence: thai.evidence,
      },
    ];
  });
}
