import type { Memory } from '../../domain/study/schedule.ts';
import { columnsOf, forgetMemory, memoryAt, setMemory } from '../store/fold/card-columns.ts';

/**
 * What is known of each card while its reviews are gone through, kept as numbers: a memory that lives until the next review of its card
 * is one that the collector of garbage carries about, and there may be millions.
 */
export class KnownMemories {
  readonly #columns: ReturnType<typeof columnsOf>;

  /** @param size how many cards there are; places are counted from 0 */
  constructor(size: number) {
    this.#columns = columnsOf(size);
    for (let place = 0; place < size; place++) forgetMemory(this.#columns, place);
  }

  at(place: number): Memory | null {
    return memoryAt(this.#columns, place);
  }

  /** Number of the last event of a card; 0 where there is none yet. */
  lastOf(place: number): number {
    return this.#columns.last[place]!;
  }

  /** An event that leaves the memory as it is. */
  passed(place: number, seq: number): void {
    this.#columns.last[place] = seq;
  }

  put(place: number, memory: Memory | null): void {
    if (memory === null) forgetMemory(this.#columns, place);
    else setMemory(this.#columns, place, memory, memory.lastDay);
  }
}
