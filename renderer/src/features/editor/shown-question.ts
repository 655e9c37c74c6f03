import type { CardView } from '../../../../core/api/contract.ts';
import { parseCardId } from '../../../../core/domain/ids.ts';
import type { Labelled, LabelQuestion, Question } from '../../../../core/domain/question.ts';

const HOUR_MS = 3_600_000;
const INTERVAL = { due: 0, intervalMs: HOUR_MS };
const labels = (items: readonly Labelled[]) => items.map(({ id, text }) => ({ id, text }));

/** A question that is only written yet, as it would be put to the learner. Its options stand as they were written. */
export function shownQuestion(question: Question): CardView {
  return {
    ...{ cardId: parseCardId('written/question#0'), revision: 0, kind: question.kind },
    course: { id: 'written', title: { th: '', en: '' }, isDeck: true },
    lesson: { id: 'written', number: 1, title: { th: '', en: '' } },
    ...{ sectionId: 'written', prompt: question.prompt },
    ...partsOf(question),
    ...{ hasHint: question.hint !== undefined, attempt: null, phase: 'new', buttons: 4 },
    intervals: { 1: INTERVAL, 2: INTERVAL, 3: INTERVAL, 4: INTERVAL },
    ...{ suspended: false, flag: 0, marked: false },
  };
}

function labelParts(question: LabelQuestion): Partial<CardView> {
  const { picture, task } = question;
  if (task === 'name')
    return {
      label: { picture, task, marks: [question.mark.id] },
      ...('options' in question && { options: labels(question.options) }),
    };
  if (task === 'find') return { label: { picture, task, marks: [] } };
  return { label: { picture, task, marks: question.marks.map(({ id }) => id) }, options: labels(question.labels) };
}

function partsOf(question: Question): Partial<CardView> {
  switch (question.kind) {
    case 'card':
      return { back: question.back };
    case 'cloze':
      return { blanks: question.blanks.map(({ as }) => ({ as })) };
    case 'choice':
      return { options: labels(question.options) };
    case 'choices':
      return { options: labels(question.options), choose: question.answer.length };
    case 'order':
      return { options: labels(question.items).toReversed() };
    case 'match':
      return { left: labels(question.left), right: labels(question.right).toReversed() };
    case 'number':
      return question.unit ? { unit: question.unit } : {};
    case 'date':
      return { precision: (['year', 'month', 'day'] as const)[question.answer.split('-').length - 1] ?? 'day' };
    case 'label':
      return labelParts(question);
    default:
      return {};
  }
}
