import { recordsOf } from '../../domain/history/records.ts';
import type { Progress } from '../../domain/progress.ts';
import { deckIdOf } from './card-ids.ts';
import { deckCourses, type DeckCourse } from './deck-course.ts';
import type { Layer } from './layers.ts';
import type { LibraryCourse, OwnCourse } from './own-course.ts';

/** The decks that there are, and which of them things lie in. */
export interface DeckPlaces {
  /** By their ids, each behind the one it lies below. */
  readonly courses: ReadonlyMap<string, DeckCourse>;
  /** Of each layer the ids of its pack's decks. */
  readonly ofLayers: readonly (readonly string[])[];
  /** The deck that is meant by an id, or the learner's course; undefined where it is gone, or was never here. */
  find(deckId: string | undefined): LibraryCourse | undefined;
}

/** Decks by the learner's records, and those that packs brought. @param own courses that the learner made, as they are at any time */
export function deckPlaces(
  progress: Pick<Progress, 'records'>,
  layers: readonly Layer[],
  own: { find(id: string | undefined): OwnCourse | undefined },
): DeckPlaces {
  const names = new Map<string, string>();
  const gone = new Set<string>();
  for (const [id, { name, removed }] of recordsOf(progress, 'deck')) {
    if (removed) gone.add(id);
    else if (name !== undefined) names.set(id, name);
  }
  const ofLayers = layers.map(({ pack, into }) =>
    pack.decks.map(({ name }) => {
      const id = deckIdOf(into ?? name);
      if (!names.has(id) && !gone.has(id)) names.set(id, into ?? name);
      return id;
    }),
  );
  const courses = deckCourses(names, deckIdOf);
  // Two ids may have come to one name: they are one deck then.
  const byName = new Map([...courses.values()].map((deck) => [deck.name, deck]));
  return {
    courses,
    ofLayers,
    find: (id) => own.find(id) ?? (id === undefined || gone.has(id) ? undefined : byName.get(names.get(id) ?? '')),
  };
}
