import { wholeIn } from './digits.ts';

const FIRST_SLOTS = 1_024;
const EMPTY = -1;
/** Of the golden ratio: neighbours come to lie far from each other. */
const SPREAD = 0x9e3779b1;

/**
 * Places by what a file calls them. Nearly all are called by a number; a million reviews that name their cards so are found by it in a
 * table of numbers, which a map of strings takes many times longer for.
 */
export class SourceIds {
  readonly #others = new Map<string, number>();
  #numbers = new Float64Array(FIRST_SLOTS).fill(EMPTY);
  #places = new Int32Array(FIRST_SLOTS);
  #count = 0;

  /** @param place not negative; of an id that has one already the new one counts */
  set(id: string, place: number): void {
    const number = wholeIn(id);
    if (number < 0) return void this.#others.set(id, place);
    if (this.#count * 2 >= this.#numbers.length) this.#grow();
    const slot = this.#slotOf(number);
    if (this.#numbers[slot] === EMPTY) this.#count += 1;
    this.#numbers[slot] = number;
    this.#places[slot] = place;
  }

  /** −1 where nothing has the id. */
  placeOf(id: string): number {
    const number = wholeIn(id);
    if (number < 0) return this.#others.get(id) ?? -1;
    const slot = this.#slotOf(number);
    return this.#numbers[slot] === EMPTY ? -1 : this.#places[slot]!;
  }

  /** The slot that holds the number, or the free one where it would be. */
  #slotOf(number: number): number {
    const numbers = this.#numbers;
    const mask = numbers.length - 1;
    let slot = Math.imul(number | 0, SPREAD) >>> 8;
    for (slot &= mask; numbers[slot] !== EMPTY && numbers[slot] !== number; slot = (slot + 1) & mask);
    return slot;
  }

  #grow(): void {
    const [numbers, places] = [this.#numbers, this.#places];
    this.#numbers = new Float64Array(2 * numbers.length).fill(EMPTY);
    this.#places = new Int32Array(2 * numbers.length);
    numbers.forEach((number, old) => {
      if (number === EMPTY) return;
      const slot = this.#slotOf(number);
      this.#numbers[slot] = number;
      this.#places[slot] = places[old]!;
    });
  }
}
