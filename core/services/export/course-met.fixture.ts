import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../../api/contract.ts';
import type { LabelQuestion, Question } from '../../domain/question.ts';
import type { StudyApp } from '../study-app.fixture.ts';

type Blocks = Output<'lesson.get'>['sections'][number]['blocks']['en'];

/** Everything of a course that a learner meets; what is chosen, put in order or paired by its texts. */
export async function metIn(app: StudyApp, courseId: string) {
  const { course, lessons } = await app.call('lesson.list', { courseId });
  const read = [];
  for (const { id } of lessons) {
    const { title, sections } = await app.call('lesson.get', { courseId, lessonId: id });
    read.push({
      ...{ id, title },
      sections: sections.map((one) => ({
        id: one.id,
        heading: one.heading,
        th: shown(one.blocks.th),
        en: shown(one.blocks.en),
      })),
    });
  }
  const path = join(app.dataDir, '..', `asked-${randomUUID()}.json`);
  await app.call('library.export', { courseId, format: 'json', withProgress: false, language: 'en', path });
  const { notes } = JSON.parse(readFileSync(path, 'utf8')) as {
    notes: { note: { content: { question: Question }; tags: string[] } }[];
  };
  return {
    title: course.title,
    read,
    asked: notes.map(({ note: { content, tags } }) => ({ ...byTexts(content.question), tags })),
  };
}
/** Pieces of text that stand beside each other are one. */
function joined(value: unknown): unknown {
  const text = JSON.stringify(value);
  const beside = '"},{"kind":"text","text":"';
  return JSON.parse(text.replaceAll(beside, '')) as unknown;
}
/** Where a picture is to be got is not the same in two data folders' terms. */
const shown = (blocks: Blocks) =>
  joined(blocks.map((block) => (block.kind === 'medium' ? { ...block, address: typeof block.address } : block)));

function byTexts(question: Question) {
  const { kind, prompt, explanation, hint } = question;
  const met = { kind, prompt, explanation, hint };
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return {
        ...met,
        options: question.options.map(({ id, text, why }) => [text, why, question.answer.includes(id)]),
      };
    case 'order':
      return { ...met, items: question.items.map(({ text }) => text) };
    case 'match': {
      const { left, right, answer } = question;
      const other = (id: string) => right.find((side) => side.id === answer[id])?.text;
      const texts = right.map(({ text }) => text.en).sort();
      return { ...met, pairs: left.map(({ id, text }) => [text, other(id)]), texts };
    }
    case 'label':
      return { ...met, ...onMarks(question) };
    default: {
      const { id: _, cardId: __, lessonId: ___, sectionId: ____, evidence: _____, tags: ______, ...rest } = question;
      return rest;
    }
  }
}
/** What is asked of which mark, labels by their texts. */
function onMarks(question: LabelQuestion) {
  const { task, picture, image } = question;
  const asked = { task, picture, image };
  if (task === 'name') return { ...asked, mark: question.mark, accept: 'accept' in question && question.accept };
  if (task === 'find') return { ...asked, marks: question.marks, answer: question.answer };
  const { marks, labels: said, answer } = question;
  return { ...asked, named: marks.map(({ id, text }) => [text, said.find((one) => one.id === answer[id])?.text]) };
}
