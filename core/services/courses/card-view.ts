import type { CardView } from '../../api/contract.ts';
import type { CardState } from '../../domain/progress.ts';
import type { Labelled, LabelQuestion, Question } from '../../domain/question.ts';
import { deranged, shuffled } from '../../domain/random.ts';
import type { StudyOptions } from '../../domain/settings.ts';
import type { Grade } from '../../domain/grade.ts';
import { daysUntilDue, dueAt } from '../../domain/study/due.ts';
import { preview, type Memory } from '../../domain/study/schedule.ts';
import type { Catalog, CatalogCard } from './catalog.ts';
import type { Scheduling } from './scheduling.ts';
import { attemptToday, type Moment } from '../../domain/study/moment.ts';

/** What the preview on the buttons depends on. */
export interface ViewContext extends Pick<Moment, 'now' | 'clock' | 'today' | 'startOf'> {
  readonly buttons: StudyOptions['gradeButtons'];
  readonly scheduling: Scheduling;
}

/** How many study days ahead a card comes back; nothing where it does today. */
export function daysOf(memory: Memory, moment: Pick<Moment, 'today'>): { days?: number } {
  const days = daysUntilDue(memory, moment) ?? 0;
  return days > 0 ? { days } : {};
}

/** A card as it is put to the learner. Options and items keep their order until the card is answered. */
export function cardView(catalog: Catalog, card: CatalogCard, state: CardState, context: ViewContext): CardView {
  const { cardId, course, lesson, question } = card;
  const { now, clock, scheduling } = context;
  const next = preview(state.memory, now, clock, scheduling.options, scheduling.spread);
  const interval = (grade: Grade) => {
    const due = dueAt(next[grade], context);
    return { due, intervalMs: Math.max(0, due - now), ...daysOf(next[grade], context) };
  };
  return {
    cardId,
    revision: state.revision,
    kind: question.kind,
    course: {
      id: course.id,
      title: course.title,
      ...(course.kind === 'deck' && { isDeck: true as const }),
      ...(course.isOwn && { isOwn: true as const }),
    },
    ...(card.hasFace && { hasFace: true as const }),
    lesson: { id: lesson.id, number: lesson.number, title: lesson.title },
    sectionId: question.sectionId,
    prompt: question.prompt,
    ...catalog.passageOf(card),
    // A card's other side is graded by the learner at once, so what belongs to the answer comes with it.
    ...(question.kind === 'card' && {
      explanation: question.explanation,
      evidence: catalog.evidence(course, lesson.id, question.evidence),
    }),
    ...answerForm(question, `${cardId}@${state.memory?.reps ?? 0}`),
    hasHint: question.hint !== undefined,
    attempt: attemptToday(state, context),
    phase: state.memory?.phase ?? 'new',
    intervals: { 1: interval(1), 2: interval(2), 3: interval(3), 4: interval(4) },
    buttons: context.buttons,
    suspended: state.suspended,
    flag: state.flag,
    marked: state.marked,
  };
}

const labels = (items: readonly Labelled[]) => items.map(({ id, text }) => ({ id, text }));

/** What a question shows to be answered with. @param seed fixes the order of options and items */
export function answerForm(question: Question, seed: string): Partial<CardView> {
  switch (question.kind) {
    case 'card':
      return { back: question.back };
    case 'cloze':
      return { blanks: question.blanks.map(({ as }) => ({ as })) };
    case 'choice':
      return { options: labels(shuffled(question.options, seed)) };
    case 'choices':
      return { options: labels(shuffled(question.options, seed)), choose: question.answer.length };
    case 'order':
      return { options: labels(deranged(question.items, seed)) };
    case 'match':
      return { left: labels(question.left), right: labels(deranged(question.right, seed)) };
    case 'number':
      return question.unit ? { unit: question.unit } : {};
    case 'date':
      return { precision: (['year', 'month', 'day'] as const)[question.answer.split('-').length - 1] ?? 'day' };
    case 'label':
      return formOnPicture(question, seed);
    case 'typed':
      return {};
  }
}

/** The picture, and of its names only those that are to be chosen from or placed. */
function formOnPicture(question: LabelQuestion, seed: string): Partial<CardView> {
  const { picture, task } = question;
  switch (task) {
    case 'name': {
      const label = { picture, task, marks: [question.mark.id] };
      return 'options' in question ? { label, options: labels(shuffled(question.options, seed)) } : { label };
    }
    case 'find':
      return { label: { picture, task, marks: [] } };
    case 'place':
      return {
        label: { picture, task, marks: question.marks.map(({ id }) => id) },
        options: labels(shuffled(question.labels, seed)),
      };
  }
}
