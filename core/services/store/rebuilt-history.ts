import { refOf, type JournalEvent } from '../../domain/history/events.ts';
import type { EventRef } from '../../domain/ids.ts';
import { negationOf, type Negation } from '../../domain/history/voided.ts';
import type { AddedEvents } from './data-store.ts';
import { inSlices } from '../jobs/slices.ts';
import { REFOLD_COST } from './catch-up.ts';
import type { History } from './fold/history.ts';
import { forgets } from './fold/knowledge.ts';
import { rebuilding } from './fold/rebuild.ts';
import type { Journals } from './journal/journals.ts';

/** Is one pass over everything cheaper than folding again what is touched? @param known events in the journals */
export const isCheaperWhole = (touched: number, known: number): boolean =>
  touched > 1_000 && touched * REFOLD_COST > known;

const unlessItForgets = async (history: History, before: History): Promise<History | null> =>
  (await inSlices(forgets(history, before))) ? null : history;

/**
 * The history of all that was read of the journals, in one pass.
 * @param fresh negations that `before` does not know yet
 * @param chosen events that choose something, as far as it does not know them yet: they spare a second pass
 * @returns null where `before` knows events that the journals have lost: a replay would forget them
 */
export async function rebuiltHistory(
  journals: Journals,
  before: History,
  fresh: readonly Negation[],
  chosen: readonly JournalEvent[] = [],
): Promise<History | null> {
  const events = () => journals.all.map((journal) => journal.events());
  const negations = [...before.negations, ...fresh];
  const parameters = before.parametersWith(negations, chosen);
  const steps = rebuilding(journals, events, negations, () => undefined, parameters);
  return unlessItForgets(await inSlices(steps), before);
}

/** The same, reading on to the end of the journals in the same pass, where it is known what it will find. */
export async function rebuiltReadingOn(
  journals: Journals,
  before: History,
  { negations }: AddedEvents,
): Promise<History | null> {
  const given = byName([...before.negations, ...negations]);
  const found = byName(before.negations);
  const watch = (event: JournalEvent) => {
    const negation = negationOf(event);
    if (negation) found.set(refOf(negation), negation);
  };
  const history = await inSlices(
    rebuilding(journals, () => [journals.whole()], [...given.values()], watch, before.parameters),
  );
  const isAsExpected = found.size === given.size && [...found.keys()].every((ref) => given.has(ref));
  if (isAsExpected) return unlessItForgets(history, before);
  const fresh = [...found].filter(([ref]) => !before.negations.some((known) => refOf(known) === ref));
  return rebuiltHistory(
    journals,
    before,
    fresh.map(([, negation]) => negation),
  );
}

const byName = (negations: readonly Negation[]): Map<EventRef, Negation> =>
  new Map(negations.map((negation) => [refOf(negation), negation]));
