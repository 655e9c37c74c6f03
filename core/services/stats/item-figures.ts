import type { Output } from '../../api/contract.ts';
import { hardestOf, itemHealth } from '../../domain/stats/item-health.ts';
import type { ItemCount, ItemsTally } from '../../domain/stats/items-tally.ts';
import type { Question } from '../../domain/question.ts';
import type { AnsweredCards, ScopeCards } from './stats-cards.ts';

type Page = Output<'stats.page'>;

/** The hardest questions, and those that something may be wrong with. */
export function* itemFigures(
  tally: ItemsTally,
  { cards }: ScopeCards,
  { inScope }: AnsweredCards,
): Generator<void, Pick<Page, 'hardest' | 'items'>> {
  const { basis } = tally;
  const cardAt = (place: number) => cards[inScope[place]!];
  const named = ({ cardId, place }: ItemCount, { prompt, kind, lessonId }: Question) => ({
    cardId,
    prompt,
    kind,
    lessonId,
    courseId: cardAt(place)!.course.id,
  });
  const questionAt = (place: number) => cardAt(place)?.question;
  const hardest = hardestOf(tally, questionAt);
  yield;
  const health = yield* itemHealth(tally, questionAt);
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
      questions: health.findings.map(({ item, question, facility, discrimination, idle, concerns }) => ({
        ...named(item, question),
        answers: item.answers,
        facility,
        discrimination,
        unpicked:
          'options' in question
            ? question.options.filter(({ id }) => idle.includes(id)).map(({ id, text }) => ({ id, text }))
            : [],
        concerns: [...concerns],
      })),
    },
  };
}
