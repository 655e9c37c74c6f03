import type { Block, Lesson, Section } from '../../domain/course.ts';
import type { CardId } from '../../domain/ids.ts';
import { splitPassageKey } from '../../domain/passage-key.ts';
import type { Question } from '../../domain/question.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { OwnCourse } from '../library/own-course.ts';
import type { PackMedia } from '../library/pack-lines.ts';
import type { CourseFolder } from './course-folder.ts';
import { FolderIds } from './folder-ids.ts';

/** A course that the learner made, as a folder of the format of courses. @throws AppError `data-corrupt` */
export async function ownFolder(library: DeckLibrary, course: OwnCourse): Promise<CourseFolder> {
  const { writeFolder } = await import('../../compiler/write-folder.ts');
  const { mediaFile, mediaNameIn } = await import('../../compiler/media-files.ts');
  const media = new Map<string, PackMedia>();
  let missing = 0;
  /** The file of a name, which comes along; null where there is none or its name fits no folder. */
  const taken = (called: string): string | null => {
    const file = library.medium({ pack: undefined }, called);
    const name = mediaNameIn(mediaFile(called));
    if (!file || name === null) return null;
    media.set(name, { ...file, name });
    return name;
  };
  /** Where its file can not come along, the words below it do. */
  const withMedium = (block: Block): Block => {
    if (block.kind !== 'medium') return block;
    const name = taken(block.name);
    if (name !== null) return { ...block, name };
    missing += 1;
    return { kind: 'paragraph', children: block.children };
  };
  const { byLesson, ...left } = fitting(library, course, taken);
  const lessons = course.lessons.map((lesson) => ({
    ...lesson,
    sections: lesson.sections.map((section) => withBlocks(section, withMedium)),
    questions: byLesson.get(lesson.id) ?? [],
  }));
  const ids = new FolderIds();
  const { texts, refused } = writeFolder(
    { id: course.id, title: course.title, source: course.source, lessons },
    {
      languages: library.own.written(course.id)!.languages,
      media: [...media.keys()],
      idOf: ({ cardId, id }) => ids.of(cardId === undefined ? id : noteKeyOfCard(cardId)),
    },
  );
  const asked = lessons.reduce((sum, { questions }) => sum + questions.length, 0) - refused.size;
  const others = left.others + refused.size;
  return {
    ...{ id: course.id, texts, media: [...media.values()], questions: asked, leftOut: left.onPictures + others },
    losses: [
      { code: 'picture-questions' as const, count: left.onPictures },
      { code: 'unfit-notes' as const, count: others },
      { code: 'outer-evidence' as const, count: left.outerEvidence },
      { code: 'media' as const, count: missing },
    ].filter(({ count }) => count > 0),
  };
}

const withBlocks = (section: Section, change: (block: Block) => Block): Section => ({
  ...section,
  blocks: { th: section.blocks.th.map(change), en: section.blocks.en.map(change) },
});

/** The questions of each lesson that the format has a form for, and how many notes there are beside them. */
function fitting(library: DeckLibrary, course: OwnCourse, taken: (file: string) => string | null) {
  const sections = new Set(course.lessons.flatMap(sectionKeys));
  const isWithin = (evidence: string): boolean => {
    const passage = splitPassageKey(evidence);
    return passage?.courseId === course.id && sections.has(`${passage.lessonId}/${passage.sectionId}`);
  };
  const byLesson = new Map<string, Question[]>();
  const withFields = new Set<string>();
  const onPictures = new Set<CardId>();
  let outerEvidence = 0;
  for (const card of library.cards(course.id)) {
    if (card.hasFace) {
      withFields.add(noteKeyOfCard(card.cardId));
      continue;
    }
    const question = onPicture(card.question, taken);
    // Blanks stand between tags there.
    const tags = library.note(noteKeyOfCard(card.cardId)).tags.map((tag) => tag.trim().replaceAll(/\s+/gu, '_'));
    if (question === null) {
      onPictures.add(card.cardId);
      continue;
    }
    const evidence = question.evidence.filter(isWithin);
    if (evidence.length < question.evidence.length) outerEvidence += 1;
    const questions = byLesson.get(card.lesson.id) ?? [];
    byLesson.set(card.lesson.id, [...questions, { ...question, tags, evidence }]);
  }
  return { byLesson, onPictures: onPictures.size, others: withFields.size, outerEvidence };
}

/** A question whose picture comes along, called as in the folder; null where it does not. */
function onPicture(question: Question, taken: (file: string) => string | null): Question | null {
  if (question.kind !== 'label') return question;
  const file = question.image ? taken(question.image.file) : null;
  return question.image && file !== null ? { ...question, image: { ...question.image, file } } : null;
}

const sectionKeys = ({ id, sections }: Lesson): string[] => sections.map((section) => `${id}/${section.id}`);
