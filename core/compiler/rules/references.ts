import type { Course } from '../../domain/course.ts';
import type { LessonSource } from '../compile-course.ts';
import type { Problems } from '../problems.ts';
import { checkPictureReferences } from './picture-references.ts';

/** Everything that is named exists, once: ids, sections, paragraphs, terms, prerequisites. */
export function checkReferences(course: Course, lessons: readonly LessonSource[], problems: Problems): void {
  const paragraphs = unique(course.paragraphs, 'source.yaml', problems);
  const terms = unique(course.glossary, 'glossary.yaml', problems);
  const hasSource = course.paragraphs.length > 0;
  const lessonIds = new Set<string>();
  const sectionKeys = new Set(
    course.lessons.flatMap(({ id, sections }) => sections.map((section) => `${id}/${section.id}`)),
  );
  const questions = new Map<string, string>();
  const missing = (file: string, line: number, ids: readonly string[], known: ReadonlySet<string>, what: string) => {
    for (const id of ids) if (!known.has(id)) problems.add({ file, line, message: `no ${what} "${id}"` });
  };
  for (const { id, evidence } of course.glossary) {
    missing('glossary.yaml', 1, evidence, paragraphs, `paragraph for "${id}"`);
    if (hasSource && evidence.length === 0)
      problems.add({
        file: 'glossary.yaml',
        message: `the term "${id}" rests on no paragraph: name one as its evidence`,
      });
  }
  checkExam(course, problems);
  checkPictureReferences(course, problems);
  const asked = new Set(
    lessons.flatMap(({ questions: { value } }) => value.flatMap(({ id, retired }) => (retired ? [] : [id]))),
  );
  for (const lesson of lessons) {
    const requires = course.lessons.find(({ id }) => id === lesson.id)?.requires ?? [];
    // Prerequisites stand earlier in teaching order, so they can not go in a circle.
    missing('course.yaml', 1, requires, lessonIds, `earlier lesson for "${lesson.id}"`);
    if (lessonIds.has(lesson.id))
      problems.add({ file: 'course.yaml', message: `lesson id "${lesson.id}" is used twice` });
    lessonIds.add(lesson.id);
    const sections = new Set<string>();
    for (const { file, sections: own } of [lesson.th, lesson.en]) {
      const seen = new Set<string>();
      for (const section of own) {
        if (seen.has(section.id))
          problems.add({ file, line: section.line, message: `section id "${section.id}" is used twice` });
        seen.add(section.id);
        sections.add(section.id);
        if (hasSource && section.evidence.length === 0)
          problems.add({ file, line: section.line, message: 'the section draws on no paragraph' });
        missing(file, section.line, [...section.evidence, ...section.cited], paragraphs, 'paragraph');
        missing(file, section.line, section.terms, terms, 'term');
      }
    }
    const { file, value, lineOf } = lesson.questions;
    value.forEach((question, index) => {
      const line = lineOf([index]);
      const twin = questions.get(question.id);
      if (twin) problems.add({ file, line, message: `question id "${question.id}" stands in ${twin} too` });
      questions.set(question.id, file);
      if (lesson.prefix !== undefined && !question.id.startsWith(`${lesson.prefix}-`)) {
        problems.add({ file, line, message: `question id "${question.id}" must begin with "${lesson.prefix}-"` });
      }
      missing(file, lineOf([index, 'section']), [question.section], sections, 'section');
      const isSection = (id: string) => id.includes('/');
      const at = lineOf([index, 'evidence']);
      missing(file, at, question.evidence.filter(isSection), sectionKeys, 'section');
      missing(
        file,
        at,
        question.evidence.filter((id) => !isSection(id)),
        paragraphs,
        'paragraph',
      );
      if (hasSource && question.evidence.length === 0)
        problems.add({
          file,
          line,
          field: `${index}.evidence`,
          message: 'is missing: the paragraphs of source.yaml that the answer rests on',
        });
      const others = new Set([...asked].filter((id) => id !== question.id));
      if (!question.retired) {
        missing(file, lineOf([index, 'reveals']), question.reveals ?? [], others, 'other question');
        missing(file, lineOf([index, 'confuses']), question.confuses ?? [], others, 'other question');
      }
      if (question.passage !== undefined)
        missing(file, lineOf([index, 'passage']), [question.passage], paragraphs, 'paragraph');
    });
  }
}

/** The parts of the final exam hold every lesson once. */
function checkExam({ exam, lessons }: Course, problems: Problems): void {
  if (!exam) return;
  const add = (message: string) => problems.add({ file: 'course.yaml', field: 'exam', message });
  const named = exam.parts.flatMap((part) => part.lessons);
  const known = lessons.map(({ id }) => id);
  for (const id of named) if (!known.includes(id)) add(`no lesson "${id}"`);
  for (const id of known) {
    const times = named.filter((one) => one === id).length;
    if (times !== 1) add(`the lesson "${id}" stands in ${times} parts: it must stand in one`);
  }
}

function unique(entries: readonly { readonly id: string }[], file: string, problems: Problems): Set<string> {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) problems.add({ file, message: `id "${id}" is used twice` });
    seen.add(id);
  }
  return seen;
}
