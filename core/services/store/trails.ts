import type { EventRef, Stamp } from '../../domain/events.ts';

/** A ref as one number: `seq × 4096 + place of the device in the list`. */
export type Packed = number;
const DEVICES = 4096;

/** A trail as the snapshot keeps it: the difference of each event to the one before, in base 36. `''` is the empty trail. */
export type TrailText = string;

export function trailText(trail: readonly Packed[]): TrailText {
  let before = 0;
  const steps = trail.map((packed) => {
    const step = packed - before;
    before = packed;
    return step.toString(36);
  });
  return steps.join(' ');
}

export function trailOf(text: TrailText): Packed[] {
  let packed = 0;
  return text === '' ? [] : text.split(' ').map((step) => (packed += parseInt(step, 36)));
}

/**
 * Trails by card. Those of a snapshot stay text until they are asked for: a million numbers that a start would read, and of
 * which a session needs a few hundred.
 */
export class TrailMap {
  readonly #trails = new Map<string, readonly Packed[] | TrailText>();

  get(card: string): readonly Packed[] | undefined {
    const trail = this.#trails.get(card);
    if (typeof trail !== 'string') return trail;
    const read = trailOf(trail);
    this.#trails.set(card, read);
    return read;
  }

  /** How many events touched the card. */
  lengthOf(card: string): number {
    const trail = this.#trails.get(card) ?? '';
    if (typeof trail !== 'string') return trail.length;
    return trail === '' ? 0 : trail.split(' ').length;
  }

  /** The text of a trail that nobody asked for since it came from the snapshot, or the trail. */
  asKept(card: string): readonly Packed[] | TrailText | undefined {
    return this.#trails.get(card);
  }

  set(card: string, trail: readonly Packed[] | TrailText): void {
    this.#trails.set(card, trail);
  }
}

/**
 * Which events touched which card, lesson and the settings: what lets one of them be folded again without reading the
 * journal from its begin. A trail is never changed in place; its events are in the order they became known.
 */
export class Trails {
  readonly cards = new TrailMap();
  readonly lessons = new Map<string, readonly Packed[]>();
  settings: readonly Packed[] = [];
  readonly #places = new Map<string, number>();

  constructor(readonly devices: string[] = []) {
    devices.forEach((device, i) => this.#places.set(device, i));
  }

  pack({ device, seq }: Pick<Stamp, 'device' | 'seq'>): Packed {
    let place = this.#places.get(device);
    if (place === undefined) {
      place = this.devices.push(device) - 1;
      if (place >= DEVICES) throw new RangeError('more than 4096 devices');
      this.#places.set(device, place);
    }
    return seq * DEVICES + place;
  }

  unpack(packed: Packed): Pick<Stamp, 'device' | 'seq'> {
    return { device: this.devices[packed % DEVICES]!, seq: Math.floor(packed / DEVICES) };
  }

  packRef(ref: EventRef): Packed {
    const colon = ref.lastIndexOf(':');
    return this.pack({ device: ref.slice(0, colon), seq: Number(ref.slice(colon + 1)) });
  }
}

/** The trail with one more event, or the same one where it is in it. A copy by hand has no room to spare, which `[...trail, packed]` has. */
export function extended(trail: readonly Packed[] | undefined, packed: Packed): readonly Packed[] {
  if (trail === undefined) return [packed];
  if (trail.includes(packed)) return trail;
  const longer = new Array<Packed>(trail.length + 1);
  for (let i = 0; i < trail.length; i++) longer[i] = trail[i]!;
  longer[trail.length] = packed;
  return longer;
}
