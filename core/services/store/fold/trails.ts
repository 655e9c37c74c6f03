import type { CardId, EventRef, LessonKey } from '../../../domain/ids.ts';
import type { CardTrails } from './card-trails.ts';
import type { Packed, PackedRefs } from './packed-refs.ts';

/** Adds an event where it is not in the trail yet. */
function addTo(trail: Packed[], packed: Packed): void {
  if (!trail.includes(packed)) trail.push(packed);
}

/** Trails of the few: lessons. */
class TrailMap {
  readonly #trails = new Map<LessonKey, Packed[]>();

  get(id: LessonKey): readonly Packed[] | undefined {
    return this.#trails.get(id);
  }

  keys(): Iterable<LessonKey> {
    return this.#trails.keys();
  }

  /** Begins with what a snapshot kept. */
  set(id: LessonKey, trail: readonly Packed[]): void {
    this.#trails.set(id, [...trail]);
  }

  add(id: LessonKey, packed: Packed): void {
    const trail = this.#trails.get(id);
    if (trail) addTo(trail, packed);
    else this.#trails.set(id, [packed]);
  }
}

/**
 * Which events touched which card, lesson, and what was chosen (settings and records): what lets one of them be folded again without reading the
 * journal from its begin. The events of a trail are in the order they became known.
 */
export class Trails {
  readonly lessons = new TrailMap();
  readonly settings: Packed[] = [];
  /** The same, to be looked up: edits of notes may be very many. */
  #chosen: ReadonlySet<Packed> = new Set();

  constructor(
    readonly refs: PackedRefs,
    readonly cards: CardTrails,
  ) {}

  hasChoice(packed: Packed): boolean {
    if (this.#chosen.size !== this.settings.length) this.#chosen = new Set(this.settings);
    return this.#chosen.has(packed);
  }

  /** Adds what was chosen, where it is not there yet. */
  addChoice(packed: Packed): void {
    if (this.hasChoice(packed)) return;
    this.settings.push(packed);
    (this.#chosen as Set<Packed>).add(packed);
  }

  /** Is an event known to have touched a card? */
  knows(card: CardId, ref: EventRef): boolean {
    const packed = this.refs.find(ref);
    return packed !== null && this.cards.has(card, packed);
  }
}
