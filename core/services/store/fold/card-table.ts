import type { CardId } from '../../../domain/ids.ts';
import type { CardState } from '../../../domain/progress.ts';
import { stateAt, type CardColumns } from './card-columns.ts';
import { pageOf, pagesOf, placeOf, type FrozenPages } from './card-pages.ts';
import { CardStates } from './card-states.ts';
import { CardTrails, FrozenTrails, type KeptTrails } from './card-trails.ts';
import { IdIndex, idIn, type FrozenIds } from './id-index.ts';
import { PackedRefs, type Packed } from './packed-refs.ts';

/** All cards at a moment, as columns; to be walked through later. */
export class FrozenCards implements Iterable<{ readonly id: CardId; readonly state: CardState }> {
  constructor(
    readonly devices: readonly string[],
    readonly ids: FrozenIds,
    readonly states: FrozenPages,
    readonly trails: FrozenTrails,
    /** The index over the ids, where there is one already. */
    readonly index?: IdIndex,
  ) {}

  get rows(): number {
    return this.states.rows;
  }

  *[Symbol.iterator](): Generator<{ id: CardId; state: CardState }> {
    const refs = new PackedRefs([...this.devices]);
    for (let row = 0; row < this.rows; row++) {
      const state = this.#stateAt(row, refs);
      if (state) yield { id: idIn(this.ids, row), state };
    }
  }

  /** All rows, also those of which nothing but a trail is known. */
  *records(): Generator<{ id: CardId; state: CardState | undefined; trail: Packed[] }> {
    const refs = new PackedRefs([...this.devices]);
    for (let row = 0; row < this.rows; row++)
      yield { id: idIn(this.ids, row), state: this.#stateAt(row, refs), trail: this.trails.at(row) };
  }

  #stateAt(row: number, refs: PackedRefs): CardState | undefined {
    return stateAt(this.states.pages[pageOf(row)]!, placeOf(row), refs);
  }
}

const chainless = (kept: KeptTrails) =>
  new FrozenTrails(kept, { heads: new Int32Array(0), events: new Float64Array(0), before: new Int32Array(0) });

/**
 * Cards as a snapshot kept them. @param isIndexed by their ids, too
 * @throws RangeError when a card stands twice; SyntaxError when an id is none
 */
export const keptCards = (
  devices: readonly string[],
  ids: FrozenIds,
  columns: CardColumns,
  trails: KeptTrails,
  isIndexed: boolean,
) => new FrozenCards(devices, ids, pagesOf(columns), chainless(trails), isIndexed ? new IdIndex(ids) : undefined);

/** States and trails of all cards, over one list of ids. */
export class CardTable {
  readonly ids: IdIndex;
  readonly states: CardStates;
  readonly trails: CardTrails;

  /** @param from what a snapshot kept; its pages are taken over, and change */
  constructor(
    readonly refs: PackedRefs = new PackedRefs(),
    from?: FrozenCards,
  ) {
    this.ids = from?.index ?? new IdIndex(from?.ids);
    this.states = new CardStates(this.ids, refs, from?.states);
    this.trails = new CardTrails(this.ids, from?.trails.kept);
  }

  /** This moment: states and trails are shared until they change. */
  freeze(): FrozenCards {
    return new FrozenCards([...this.refs.devices], this.ids.freeze(), this.states.freeze(), this.trails.freeze());
  }
}
