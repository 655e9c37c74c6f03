import type { Output } from '../../api/contract.ts';
import { answeredAs } from '../../domain/answered-as.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import { GROWTH_DAYS, growthOf, type Grown } from '../../domain/study/growth.ts';
import { MODES } from '../../domain/study/modes.ts';
import { upcoming } from '../../domain/study/upcoming.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';
import type { Session, SessionAnswer } from './session.ts';

type Summary = Output<'study.summary'>;
type CardAnswers = readonly [CatalogCard, readonly [SessionAnswer, ...SessionAnswer[]]];

/** What a session came to, and what comes next in its scope. */
export function summaryOf(session: Session, learner: Learner): Summary {
  const { answers, scope } = session;
  const grades = { 1: 0, 2: 0, 3: 0, 4: 0 };
  for (const { grade } of answers) grades[grade] += 1;
  const byCard = answersByCard(answers, learner);
  return {
    answered: answers.length,
    passed: answers.length - grades[1],
    elapsedMs: Math.round(answers.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0)),
    grades,
    cards: byCard.length,
    newCards: byCard.filter(([, [first]]) => first.before.memory === null).length,
    rightFirst: byCard.filter(([, [first]]) => first.grade > 1).length,
    growth: MODES[scope.mode].schedules && byCard.length > 0 ? growth(byCard, learner) : null,
    missed: byCard.flatMap(([card, given]) => missed(card, given, learner)),
    ...upcoming(learner.catalog.cards(scope), learner.progress, learner.moment()),
  };
}

function answersByCard(answers: readonly SessionAnswer[], { catalog }: Learner): CardAnswers[] {
  return [...groupedBy(answers, ({ cardId }) => cardId)].flatMap(([cardId, given]) => {
    const card = catalog.find(cardId);
    return card ? [[card, given] as const] : [];
  });
}

/** What the answers are good for, over all and by lesson, the largest gain first. */
function growth(byCard: readonly CardAnswers[], learner: Learner): NonNullable<Summary['growth']> {
  const { now } = learner.moment();
  const grown = ([card, [first]]: CardAnswers): Grown => ({
    before: first.before.memory,
    after: learner.cardState(card.cardId).memory,
  });
  const byLesson = groupedBy(byCard, ([{ lesson }]) => lesson);
  const lessons = [...byLesson].map(([{ id, number, title }, cards]) => ({
    courseId: cards[0][0].course.id,
    lessonId: id,
    number,
    title,
    cards: cards.length,
    ...growthOf(cards.map(grown), now, learner.weights),
  }));
  const gain = ({ before, after, cards }: (typeof lessons)[number]) => (after - before) * cards;
  return {
    days: GROWTH_DAYS,
    ...growthOf(byCard.map(grown), now, learner.weights),
    lessons: lessons.sort((a, b) => gain(b) - gain(a)),
  };
}

/** A card that went wrong at least once, with what was answered then; nothing where it did not. */
function missed(
  { cardId, course, lesson, question }: CatalogCard,
  given: readonly SessionAnswer[],
  { store }: Learner,
): Summary['missed'] {
  const wrong = given.findLast(({ grade }) => grade === 1);
  if (!wrong) return [];
  const event = store.find(wrong.ref);
  const response = event?.type === 'review' && typeof event.response === 'string' ? event.response : null;
  return [
    {
      cardId,
      prompt: question.prompt,
      courseId: course.id,
      lessonId: lesson.id,
      sectionId: question.sectionId,
      // An option or mark is named by an id that says nothing.
      response: answeredAs(question) === 'choice' ? null : response,
      wasSure: event?.type === 'review' && event.sure === true,
      rightLater: given.at(-1) !== wrong,
    },
  ];
}
