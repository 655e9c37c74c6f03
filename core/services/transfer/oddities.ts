import type { OddityCode } from '../../domain/note/oddities.ts';
import type { Oddity } from './format.ts';

const PLACES = 5;
const PLACE_LENGTH = 120;

/** What a reader left out, put right or found odd, counted by code with the first few places of each. */
export class Oddities {
  readonly #found = new Map<OddityCode, { count: number; places: string[] }>();

  /** @param place a name that the learner can find it by: of a note, a file, a deck */
  add(code: OddityCode, place: string): void {
    let found = this.#found.get(code);
    if (!found) this.#found.set(code, (found = { count: 0, places: [] }));
    found.count++;
    if (found.places.length < PLACES) found.places.push(place.slice(0, PLACE_LENGTH));
  }

  /** As they stand now, in the order in which the first of each was found. */
  get list(): readonly Oddity[] {
    return [...this.#found].map(([code, { count, places }]) => ({ code, count, places: [...places] }));
  }
}
