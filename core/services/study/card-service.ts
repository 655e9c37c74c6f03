import type { Handlers } from '../../api/contract.ts';
import { judgeUnknown } from '../../domain/grading/judge.ts';
import type { Learner } from '../courses/learner.ts';
import { verdictOf } from './outcome.ts';
import type { Sessions } from './sessions.ts';

/** A card looked at, and what a learner does to it beside answering it. Every change can be undone. */
export function createCardService(
  learner: Learner,
  sessions: Sessions,
): Pick<Handlers, 'card.preview' | 'card.update'> {
  return {
    'card.preview': async ({ cardId }) => {
      const card = learner.catalog.card(cardId);
      const { course, lesson, question } = card;
      const judgement = question.kind === 'card' ? null : judgeUnknown(question);
      return {
        card: learner.view(card),
        solved: judgement && {
          ...verdictOf(card, judgement, 1),
          answer: judgement.answer,
          explanation: question.explanation,
          evidence: learner.catalog.evidence(course, lesson.id, question.evidence),
        },
      };
    },
    'card.update': async ({ sessionId, cardId, change: { buried, suspended, flag, marked, reset, dueDay } }) => {
      const session = sessionId === undefined ? null : sessions.get(sessionId);
      const { cardId: card } = learner.catalog.card(cardId);
      const { today } = learner.moment();
      const ref = await learner.store.append({
        type: 'card',
        cards: [card],
        change: {
          ...(suspended !== undefined && { suspended }),
          ...(buried !== undefined && { buriedUntilDay: buried ? today + 1 : 0 }),
          ...(flag !== undefined && { flag }),
          ...(marked !== undefined && { marked }),
          ...(reset && { reset }),
          ...(dueDay !== undefined && { dueDay }),
        },
      });
      session?.record(ref);
      return { revision: learner.cardState(card).revision };
    },
  };
}
