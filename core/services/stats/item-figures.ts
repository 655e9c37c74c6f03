import type { Output } from '../../api/contract.ts';
import { hardestOf, itemHealth } from '../../domain/stats/item-health.ts';
import type { ItemCount, ItemsTally } from '../../domain/stats/items-tally.ts';
import type { Question } from '../../domain/question.ts';
import type { Catalog } from '../courses/catalog.ts';

type Page = Output<'stats.page'>;

/** The hardest questions, and those that something may be wrong with. */
export function* itemFigures(tally: ItemsTally, catalog: Catalog): Generator<void, Pick<Page, 'hardest' | 'items'>> {
  const { basis, items } = tally;
  yield;
  const questionOf = ({ cardId }: ItemCount) => catalog.find(cardId)?.question;
  const named = ({ cardId }: ItemCount, { prompt, kind, lessonId }: Question) => ({
    cardId,
    prompt,
    kind,
    lessonId,
    courseId: catalog.card(cardId).course.id,
  });
  const hardest = hardestOf(items, questionOf);
  yield;
  const health = itemHealth(items, questionOf);
  return {
    hardest: {
      basis,
      judged: hardest.judged,
      questions: hardest.questions.map(({ item, question, ...share }) => ({
        ...named(item, question),
        ...share,
        lapses: item.lapses,
      })),
    },
    items: {
      basis,
      judged: health.judged,
      tooFew: health.tooFew,
      questions: health.findings.map(({ item, question, facility, idle, concerns }) => ({
        ...named(item, question),
        answers: item.answers,
        facility,
        discrimination: item.discrimination,
        unpicked:
          'options' in question
            ? question.options.filter(({ id }) => idle.includes(id)).map(({ id, text }) => ({ id, text }))
            : [],
        concerns: [...concerns],
      })),
    },
  };
}
