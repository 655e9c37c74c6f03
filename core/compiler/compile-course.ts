import { passageKeyOf } from '../domain/passage-key.ts';
import type { Bilingual, Question } from '../domain/question.ts';
import type { Course, Lesson, Section } from '../domain/course.ts';
import { marksOf, type Mark } from '../domain/picture-marks.ts';
import { compileQuestion } from './compile-question.ts';
import { readNames, withNames } from './names.ts';
import { Problems, type Problem } from './problems.ts';
import { compileVoices, withVoice } from './compile-voices.ts';
import { compilePictures } from './compile-pictures.ts';
import type { CourseFiles } from './course-files.ts';
import { CourseReader } from './course-reader.ts';
import type { DrawMap } from './draw-map.ts';
import type { Language } from './languages.ts';
import { checkAnswers } from './rules/answers.ts';
import { checkMedia } from './rules/media.ts';
import { checkLabels } from './rules/labels.ts';
import { checkLessonPictures } from './rules/lesson-pictures.ts';
import { checkReferences } from './rules/references.ts';
import { readLesson, type LessonFile } from './read-lesson.ts';
import type { YamlFile } from './read-yaml.ts';
import type { Name } from './schema-names.ts';
import { termQuestions, withQuestions } from './term-questions.ts';
import { typeset } from './typography.ts';
import { CourseFile, GlossaryFile, SourceFile, WordsFile, type Goals } from './schema.ts';
import { QuestionsFile, type QuestionFile } from './schema-question.ts';

/** The parts of one lesson as they stand in its folder: what the rules look at. */
export interface LessonSource {
  readonly id: string;
  /** What its questions' ids begin with, where it says so. */
  readonly prefix?: string;
  readonly th: LessonFile;
  readonly en: LessonFile;
  readonly questions: YamlFile<readonly QuestionFile[]>;
}
export interface Compiled {
  readonly course: Course | null;
  readonly lessons: readonly LessonSource[];
  readonly languages: readonly Language[];
  /** Thai words that no line may break (words.yaml). */
  readonly words: readonly string[];
  /** How persons, places, bodies … are written (names.yaml), by id. */
  readonly names: ReadonlyMap<string, Name>;
  /** What the course sets itself; absent where it does not. */
  readonly goals?: Goals;
  readonly problems: readonly Problem[];
}

const NOTHING: Bilingual = { th: '', en: '' };
const pairs = (th: readonly string[], en: readonly string[]): Bilingual[] =>
  th.map((text, index) => ({ th: text, en: en[index] ?? '' }));

/**
 * Makes a course of its files. Every mistake that keeps it from being used is in `problems`; `course` is null when one kept it from being made.
 * @param drawMap draws the map of places.yaml; null where the outlines of the world are not at hand
 */
export function compileCourse(files: CourseFiles, drawMap: DrawMap | null): Compiled {
  const problems = new Problems();
  const reader = new CourseReader(files, problems);
  files.faults.forEach((fault) => problems.add(fault));
  const file = reader.yaml('course.yaml', CourseFile);
  const source = reader.optional('source.yaml', SourceFile);
  const glossary = reader.optional('glossary.yaml', GlossaryFile);
  const names = readNames(reader);
  const lessons = (file?.value.lessons ?? []).flatMap((entry) => readSource(reader, entry, names));
  const terms = (glossary?.value ?? []).map(({ abbr, inSource, class: _, name: __, ...term }) => ({
    ...term,
    ...(abbr && { abbr }),
    ...(inSource && { inSource }),
  }));
  const pictures = compilePictures(reader, terms, drawMap);
  const marks = (picture: string) => (pictures ? marksOf(pictures, picture) : []);
  const voices = source ? compileVoices(reader, source.value) : [];
  const joined = file ? lessons.map((lesson) => joinLesson(lesson, file.value, marks, problems)) : [];
  const course =
    file && source !== null && glossary !== null
      ? {
          ...{ id: file.value.id, title: file.value.title, source: file.value.source ?? NOTHING },
          ...(reader.languages.length === 1 && { languages: reader.languages }),
          lessons: joined,
          paragraphs: (source?.value ?? []).map((paragraph) => withVoice(paragraph, voices)),
          voices,
          ...(file.value.exam && { exam: file.value.exam }),
          pictures,
          glossary: withQuestions(terms, termQuestions(glossary?.value ?? [], joined, names)),
        }
      : null;
  const words = reader.optional('words.yaml', WordsFile);
  if (course) {
    checkReferences(course, lessons, problems);
    checkLabels(course, lessons, problems);
    checkLessonPictures(course, lessons, problems);
    checkMedia(files.paths, lessons, problems);
    checkAnswers(lessons, reader.languages, problems);
  }
  return {
    course: course && typeset(course),
    ...{ lessons, names, languages: reader.languages, words: words?.value ?? [] },
    ...(file?.value.goals && { goals: file.value.goals }),
    problems: problems.all,
  };
}

/** A lesson's folder; a lesson without questions has no file of them. */
function readSource(
  reader: CourseReader,
  { id, folder = id, prefix }: CourseFile['lessons'][number],
  names: ReadonlyMap<string, Name>,
): LessonSource[] {
  const path = `lessons/${folder}`;
  const [first = 'en', ...others] = reader.languages;
  const main = readLesson(reader, `${path}/lesson.${first}.md`);
  const other = others.length === 0 ? main : readLesson(reader, `${path}/lesson.${others[0]}.md`);
  const file = `${path}/questions.yaml`;
  const questions = reader.has(file) ? reader.yaml(file, QuestionsFile) : { file, value: [], lineOf: () => 1 };
  if (!main || !other || !questions) return [];
  const [th, en] = first === 'th' ? [main, other] : [other, main];
  return [
    { id, ...(prefix !== undefined && { prefix }), th, en, questions: withNames(questions, names, reader.problems) },
  ];
}

function joinLesson(
  { id, th, en, questions }: LessonSource,
  file: CourseFile,
  marks: (picture: string) => readonly Mark[],
  problems: Problems,
): Lesson {
  const entry = file.lessons.findIndex((lesson) => lesson.id === id);
  if ((th.front.subtitle === undefined) !== (en.front.subtitle === undefined))
    problems.add({
      file: th.front.subtitle === undefined ? th.file : en.file,
      line: 2,
      field: 'subtitle',
      message: 'stands in the other language only',
    });
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
    subtitle: { th: th.front.subtitle ?? '', en: en.front.subtitle ?? '' },
    objectives: pairs(th.front.objectives, en.front.objectives),
    summary: pairs(th.front.summary, en.front.summary),
    requires: file.lessons[entry]?.requires ?? [],
    sections: joinSections(th, en, problems),
    questions: questions.value.map((question) => withPassages(compileQuestion(question, id, marks), file.id)),
  };
}

/** Evidence that is a section is named with its course, as everywhere in the app. */
function withPassages<Q extends Question>(question: Q, courseId: string): Q {
  const evidence = question.evidence.map((id) => {
    const [lessonId = '', sectionId] = id.split('/');
    return sectionId === undefined ? id : passageKeyOf({ courseId, lessonId, sectionId });
  });
  return { ...question, evidence };
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
