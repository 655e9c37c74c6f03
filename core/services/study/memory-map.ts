import type { Handlers, Output } from '../../api/contract.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import { dueAt, isDueToday } from '../../domain/study/due.ts';
import { fadesOn } from '../../domain/study/fading.ts';
import { isHidden, type Moment } from '../../domain/study/moment.ts';
import { retrievability } from '../../domain/study/schedule.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';

type Mark = Output<'memory.map'>['lessons'][number]['cards'][number];

/** The questions of a course or lesson as marks of how well each is remembered. */
export function createMemoryMap(learner: Learner): Pick<Handlers, 'memory.map'> {
  const markOf = ({ cardId, question: { prompt } }: CatalogCard, target: number, moment: Moment): Mark => {
    const state = learner.cardState(cardId);
    const { memory, suspended, daysRight } = state;
    return {
      cardId,
      prompt,
      recall: memory && retrievability(memory, moment.now, learner.weights),
      fadesOn: memory && fadesOn(memory, target, moment, learner.weights),
      daysRight,
      due: memory && dueAt(memory, moment),
      isDue: memory !== null && !isHidden(state, moment.today) && isDueToday(memory, moment),
      suspended,
    };
  };
  return {
    'memory.map': async ({ courseId, lessonId }) => {
      const moment = learner.moment();
      const { retention: target } = learner.options(courseId);
      const byLesson = groupedBy(learner.catalog.cards({ courseId, lessonId }), ({ lesson }) => lesson);
      const lessons = [...byLesson].map(([{ id }, cards]) => ({
        lessonId: id,
        cards: cards.map((card) => markOf(card, target, moment)),
      }));
      return { target, today: moment.today, lessons };
    },
  };
}
