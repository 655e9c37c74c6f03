import type { EventRef } from '../ids.ts';
import type { EventBody } from './events.ts';
import type { Weights } from '../study/memory-model.ts';
import { recordOf, type RecordOf, type Records } from './records.ts';

/** The memory model's parameters that hold, and the event that chose them; null: those it is published with. */
export interface Parameters {
  readonly by: EventRef | null;
  readonly weights: Weights;
}

export const PUBLISHED_PARAMETERS: Parameters = { by: null, weights: null };
/** FSRS-6 has so many. What another model has is not for this one: then it works with its own. */
const WEIGHTS = 21;

/** Does an event choose parameters? One that only tells of a training does not. */
export const choosesParameters = (event: EventBody): boolean =>
  event.type === 'parameters' && event.id === 'current' && event.set.weights !== undefined;

const known = new WeakMap<RecordOf<'parameters'>, Parameters>();

/** The parameters that records name: the same object as long as they are the same. */
export function parametersIn(progress: { readonly records: Records }): Parameters {
  const record = recordOf(progress, 'parameters', 'current');
  if (!record) return PUBLISHED_PARAMETERS;
  let found = known.get(record);
  if (!found) {
    const { weights, by } = record;
    const isOurs = by !== undefined && weights?.length === WEIGHTS;
    found = isOurs ? { by, weights } : PUBLISHED_PARAMETERS;
    known.set(record, found);
  }
  return found;
}
