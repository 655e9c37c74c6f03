import { compareEvents } from '../../domain/history/order.ts';
import { splitRef } from '../../domain/history/events.ts';
import { breathe, inSlices } from '../jobs/slices.ts';
import type { Brought, BroughtDays } from './brought.ts';
import { pageOf, placeOf } from './fold/card-pages.ts';
import { idIn } from './fold/id-index.ts';
import type { History } from './fold/history.ts';
import { addDays } from './fold/refold.ts';
import type { Journals } from './journal/journals.ts';
import { decodeCards } from './snapshot/cards-file.ts';

/** Cards between two chances to give the loop free. */
const GROUP = 200;

/**
 * Takes what a brought journal makes into a history that knows nothing of its cards, without reading its lines. Cards do not touch
 * each other and days are sums, so what comes of both together is what either makes.
 * @returns false with nothing changed where a card is known here already, an undo of it came before it, or memories follow from own
 * parameters: its lines must be read then
 */
export async function adopted(history: History, journals: Journals, brought: Brought): Promise<boolean> {
  if (!fits(history, brought)) return false;
  const { cards } = decodeCards(Buffer.from(brought.cards.buffer), [brought.device], 0, false);
  if (await inSlices(knowsAny(history, cards))) return false;
  if (!journals.adopt(brought.covered)) return false;
  await inSlices(adding(history, cards, brought));
  await inSlices(history.absorbing(brought.choices));
  await breathe();
  return true;
}

type Cards = ReturnType<typeof decodeCards>['cards'];

function fits({ parameters, negations, voided }: History, { device }: Brought): boolean {
  const isNamed = negations.some(({ of }) => of.some((ref) => splitRef(ref).device === device));
  return parameters.by === null && !isNamed && !voided.spans.some((span) => span.device === device);
}

function* knowsAny({ table }: History, cards: Cards): Generator<void, boolean> {
  if (table.ids.size === 0) return false;
  let count = 0;
  for (let row = 0; row < cards.rows; row++) {
    if (table.ids.rowOf(idIn(cards.ids, row)) >= 0) return true;
    if (++count % GROUP === 0) yield;
  }
  return false;
}

function* adding(history: History, cards: Cards, { device, days, last }: Brought): Generator<void> {
  const { table, progress } = history;
  // Its only device is the first of those its cards know.
  const place = table.refs.pack({ device, seq: 0 });
  const { pages } = cards.states;
  for (let from = 0; from < cards.rows; from++) {
    const row = table.ids.add(idIn(cards.ids, from));
    table.states.take(row, pages[pageOf(from)]!, placeOf(from), place);
    for (const packed of cards.trails.at(from)) table.trails.append(row, packed + place);
    if (from % GROUP === 0) yield;
  }
  const totals = JSON.parse(days) as BroughtDays;
  addDays(progress, { reviewsTotal: totals.reviewsTotal, days: new Map(totals.days) }, 1);
  if (compareEvents(last, history.last) > 0) history.last = last;
}
