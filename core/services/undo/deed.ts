import type { Deed } from '../../api/contract.ts';
import { refOf, type JournalEvent } from '../../domain/history/events.ts';
import { batchOf } from '../../domain/history/voided.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { ProgressStore } from '../ports.ts';

/** What an event, or the batch it came in with, is to the learner: enough to name it. */
export function deedOf(event: JournalEvent, catalog: Catalog, store: ProgressStore): Deed {
  const cards = store.cardsOf(batchOf(event) ?? refOf(event));
  const [cardId = null] = cards.size === 1 ? cards : [];
  const card = cardId === null ? undefined : catalog.find(cardId);
  return {
    type: event.type,
    at: event.at,
    cardId,
    cards: cards.size,
    ...(card && event.type !== 'section-read' && { prompt: card.question.prompt }),
    ...detailsOf(event, catalog),
  };
}

function detailsOf(event: JournalEvent, catalog: Catalog): Partial<Deed> {
  switch (event.type) {
    case 'card':
      return { change: event.change };
    case 'setting':
      return { settings: Object.keys(event.set) };
    case 'section-read':
    case 'lesson-open': {
      const course = catalog.courses.find(({ id }) => id === event.course);
      const lesson = course?.lessons.find(({ id }) => id === event.lesson);
      return {
        ...(lesson && { lesson: lesson.title }),
        ...(event.type === 'section-read' && { sections: event.sections.length }),
      };
    }
    default:
      return {};
  }
}
