import type { Output } from '../../api/contract.ts';
import { refOf, type JournalEvent } from '../../domain/history/events.ts';
import type { ProgressStore } from '../ports.ts';

type State = Output<'parameters.get'>;
type ParameterEvent = Extract<JournalEvent, { type: 'parameters' }>;

/** Events that chose or tried parameters, newest first. */
const eventsOf = (store: ProgressStore): ParameterEvent[] =>
  store
    .choices('parameters')
    .filter((event) => event.type === 'parameters')
    .reverse();

const chooses = ({ id, set }: ParameterEvent): boolean => id === 'current' && set.weights !== undefined;

/** All parameters that were ever in force, newest first. */
export function versionsOf(store: ProgressStore): State['versions'] {
  const events = eventsOf(store).filter(chooses);
  const holding = events.find((event) => !store.isUndone(event));
  return events.map((event) => ({
    ref: refOf(event),
    at: event.at,
    isPublished: event.set.weights === null,
    holds: event === holding,
    undone: store.isUndone(event),
    trainedOn: event.set.trainedOn ?? null,
    heldOut: event.set.heldOut ?? null,
  }));
}

/** The last training, accepted or not, taken back or not. */
export function lastTraining(store: ProgressStore): State['last'] {
  const event = eventsOf(store).find(({ set }) => set.verdict && set.trainedOn);
  if (!event) return null;
  const { verdict, trainedOn, heldOut } = event.set;
  return { verdict: verdict!, at: event.at, reviews: trainedOn!.reviews, heldOut: heldOut ?? null };
}
