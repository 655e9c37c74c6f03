import type { Handlers, Output } from '../../api/contract.ts';
import type { Course, Section } from '../../domain/course.ts';
import { recordsOf } from '../../domain/history/records.ts';
import type { JournalEvent } from '../../domain/history/events.ts';
import { withoutRepeats } from '../../domain/history/repeats.ts';
import { cardIdIn, parseCardId, type CardId } from '../../domain/ids.ts';
import { passageKeyOf } from '../../domain/passage-key.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';

type Answered = Output<'lesson.answers'>['sections'][number]['answers'][number];

/** How the questions that rest on the sections of a lesson were answered last: those alone that were asked already. */
export function createSectionAnswers(learner: Learner): Pick<Handlers, 'lesson.answers'> {
  const { catalog, store } = learner;

  function lastAnswer({ cardId, question }: CatalogCard): Answered[] {
    if (learner.cardState(cardId).last === null) return [];
    const isUndone = (event: JournalEvent) => store.isUndone(event);
    const last = withoutRepeats(store.eventsOf(cardId), isUndone).findLast(
      (event) => event.type === 'review' && !isUndone(event),
    );
    if (last?.type !== 'review') return [];
    const { at, grade, mode } = last;
    return [{ cardId, prompt: question.prompt, at, grade, isPractice: mode === 'practice' }];
  }

  return {
    'lesson.answers': async ({ courseId, lessonId }) => {
      const { course, lesson } = catalog.lesson(courseId, lessonId);
      const own = notesNaming(learner, `${passageKeyOf({ courseId, lessonId, sectionId: '' })}`);
      return {
        sections: lesson.sections.map((section) => ({
          sectionId: section.id,
          answers: [...new Set([...questionsOn(section, lessonId, course), ...(own.get(section.id) ?? [])])]
            .flatMap((cardId) => catalog.find(cardId) ?? [])
            .flatMap(lastAnswer)
            .sort((a, b) => b.at - a.at),
        })),
      };
    },
  };
}

/** Questions of the course that are taught in a section, or rest on a passage that it rests on. */
const questionsOn = ({ id, evidence }: Section, lessonId: string, course: Course): CardId[] =>
  course.lessons.flatMap((lesson) =>
    lesson.questions.flatMap((question) =>
      (lesson.id === lessonId && question.sectionId === id) || question.evidence.some((one) => evidence.includes(one))
        ? [cardIdIn(course.id, question)]
        : [],
    ),
  );

/** Cards of notes that the learner made of sections of a lesson, by the section. @param start what the sections' keys begin with */
function notesNaming({ catalog, progress }: Learner, start: string): ReadonlyMap<string, CardId[]> {
  const found = new Map<string, CardId[]>();
  for (const [id, { text = '' }] of recordsOf(progress, 'note-field')) {
    if (!id.endsWith('/body') || !text.includes(start)) continue;
    const cardId = parseCardId(`${id.slice(0, -'/body'.length)}#0`);
    for (const evidence of catalog.find(cardId)?.question.evidence ?? []) {
      if (!evidence.startsWith(start)) continue;
      const section = decodeURIComponent(evidence.slice(start.length));
      found.set(section, [...(found.get(section) ?? []), cardId]);
    }
  }
  return found;
}
