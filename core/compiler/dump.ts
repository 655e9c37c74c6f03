import type { Course, Term } from '../domain/course.ts';
import type { Accepted, LabelQuestion, Question } from '../domain/question.ts';

/** A course as other programs read it: one shape for every question, `answer` in the form its kind is answered in. */
export function dumpCourse({ id, title, glossary, lessons }: Course) {
  return {
    id,
    title,
    glossary: glossary.map(({ questions: _, ...term }): Term => term),
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      sections: lesson.sections.map(({ id: sectionId, heading, text, evidence }) => ({
        id: sectionId,
        heading,
        text,
        evidence,
      })),
      questions: lesson.questions.map((question) => ({
        id: question.id,
        kind: question.kind,
        ...(question.level && { level: question.level }),
        ...(question.retired && { retired: question.retired }),
        prompt: question.prompt,
        ...(question.passage !== undefined && { passage: question.passage }),
        ...answerOf(question),
        explanation: question.explanation,
        evidence: question.evidence,
        ...(question.reveals && { reveals: question.reveals }),
        ...(question.confuses && { confuses: question.confuses }),
      })),
    })),
  };
}

const firstOf = ({ th, en }: Accepted) => ({ th: th[0], en: en[0] });

function answerOf(question: Question): Record<string, unknown> {
  switch (question.kind) {
    case 'card':
      return { answer: question.back };
    case 'cloze':
      return { answer: question.blanks };
    case 'choice':
    case 'choices':
      return { options: question.options, answer: question.answer };
    case 'typed':
      return { answer: firstOf(question.accept), accept: question.accept };
    case 'number':
      return { answer: question.answer, ...(question.unit && { unit: question.unit }) };
    case 'date':
      return { answer: question.answer };
    case 'order':
      return { options: question.items, answer: question.items.map(({ id }) => id) };
    case 'match':
      return { options: { left: question.left, right: question.right }, answer: question.answer };
    case 'label':
      return { picture: question.picture, task: question.task, ...answerOnPicture(question) };
  }
}

function answerOnPicture(question: LabelQuestion): Record<string, unknown> {
  switch (question.task) {
    case 'name':
      return 'options' in question
        ? { mark: question.mark.id, options: question.options, answer: question.answer }
        : { mark: question.mark.id, answer: firstOf(question.accept), accept: question.accept };
    case 'find':
      return { options: question.marks, answer: question.answer };
    case 'place':
      return { options: { marks: question.marks, labels: question.labels }, answer: question.answer };
  }
}
