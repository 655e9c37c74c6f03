import type { Output } from '../../api/contract.ts';
import { hardestOf, itemHealth } from '../../domain/stats/item-health.ts';
import { KINDS } from '../../domain/stats/kinds-tally.ts';
import type { ItemCount, ItemsTally } from '../../domain/stats/items-tally.ts';
import type { Question } from '../../domain/question.ts';
import type { AnsweredCards, ScopeCards } from './stats-cards.ts';

type Page = Output<'stats.page'>;
const HAS_OPTIONS = KINDS.map((kind) => kind === 'choice' || kind === 'choices');

/** The hardest questions, and those that something may be wrong with. */
export function* itemFigures(
  tally: ItemsTally,
  { cards }: ScopeCards,
  { inScope, kindOf }: AnsweredCards,
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
  const questions = {
    has: (place: number) => inScope[place]! >= 0,
    hasOptions: (place: number) => HAS_OPTIONS[kindOf[place]!]!,
    at: (place: number) => cardAt(place)!.question,
  };
  const hardest = hardestOf(tally, questions);
  yield;
  const health = yield* itemHealth(tally, questions);
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
