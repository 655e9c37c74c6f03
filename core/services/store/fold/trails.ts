import type { EventRef, Stamp } from '../../../domain/history/events.ts';
import { MAX_DEVICES } from '../../../domain/history/limits.ts';

/** A ref as one number: `seq × 4096 + place of the device in the list`. */
export type Packed = number;

/** Is an event's `seq` within a limit? @param limits by place of the device; 0 for places behind them */
export const within =
  (limits: readonly number[]) =>
  (packed: Packed): boolean =>
    Math.floor(packed / MAX_DEVICES) <= (limits[packed % MAX_DEVICES] ?? 0);

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

/** Adds an event where it is not in the trail yet. */
export function addTo(trail: Packed[], packed: Packed): void {
  if (!trail.includes(packed)) trail.push(packed);
}

/** Which text of the snapshot a trail is: `number of its line × 4096 + place in the line`. */
type TextPlace = number;
const TEXTS_A_LINE = 4096;
const COMMA = ',';

/** The text at a place among texts with commas between them: what one answer asks for, without making a list of its neighbours. */
function textIn(joined: string, place: number): TrailText {
  let begin = 0;
  for (let i = 0; i < place; i++) begin = joined.indexOf(COMMA, begin) + 1;
  const end = joined.indexOf(COMMA, begin);
  return joined.slice(begin, end < 0 ? joined.length : end);
}

/**
 * Trails by card or lesson. Those of a snapshot stay text, many in one, until they are asked for: a million numbers that a
 * start would read, and of which a session needs a few hundred.
 */
export class TrailMap {
  readonly #trails = new Map<string, Packed[] | TextPlace>();
  /** Texts with commas between them, a line of the snapshot each. */
  readonly #lines: string[] = [];
  /** The line that was walked into last, as a list: who walks through all cards comes to its neighbours next. */
  #walked: { readonly line: number; readonly texts: readonly TrailText[] } = { line: -1, texts: [] };

  /** The trail as it is now; it grows with every event that is added. */
  get(id: string): readonly Packed[] | undefined {
    return this.#list(id);
  }

  /** How many events touched it. */
  lengthOf(id: string): number {
    const trail = this.asKept(id) ?? '';
    if (typeof trail !== 'string') return trail.length;
    return trail === '' ? 0 : trail.split(' ').length;
  }

  /** The text of a trail that nobody asked for since it came from the snapshot, or the trail. */
  asKept(id: string): readonly Packed[] | TrailText | undefined {
    const trail = this.#trails.get(id);
    if (typeof trail !== 'number') return trail;
    const line = Math.floor(trail / TEXTS_A_LINE);
    if (line !== this.#walked.line) this.#walked = { line, texts: this.#lines[line]!.split(COMMA) };
    return this.#walked.texts[trail % TEXTS_A_LINE];
  }

  keys(): Iterable<string> {
    return this.#trails.keys();
  }

  /** Begins with what a snapshot kept. */
  set(id: string, trail: readonly Packed[]): void {
    this.#trails.set(id, [...trail]);
  }

  /** Keeps up to 4096 texts with commas between them for `setPlace`. Returns the place of the first; the others follow. */
  addTexts(joined: string): TextPlace {
    return (this.#lines.push(joined) - 1) * TEXTS_A_LINE;
  }

  /** Begins with a text that `addTexts` was given. */
  setPlace(id: string, place: TextPlace): void {
    this.#trails.set(id, place);
  }

  add(id: string, packed: Packed): void {
    const trail = this.#list(id);
    if (trail) addTo(trail, packed);
    else this.#trails.set(id, [packed]);
  }

  #list(id: string): Packed[] | undefined {
    const trail = this.#trails.get(id);
    if (typeof trail !== 'number') return trail;
    const list = trailOf(textIn(this.#lines[Math.floor(trail / TEXTS_A_LINE)]!, trail % TEXTS_A_LINE));
    this.#trails.set(id, list);
    return list;
  }
}

/**
 * Which events touched which card, lesson and the settings: what lets one of them be folded again without reading the
 * journal from its begin. The events of a trail are in the order they became known.
 */
export class Trails {
  readonly lessons = new TrailMap();
  readonly settings: Packed[] = [];
  readonly #places = new Map<string, number>();

  constructor(
    readonly devices: string[] = [],
    readonly cards = new TrailMap(),
  ) {
    devices.forEach((device, i) => this.#places.set(device, i));
  }

  pack({ device, seq }: Pick<Stamp, 'device' | 'seq'>): Packed {
    let place = this.#places.get(device);
    if (place === undefined) {
      place = this.devices.push(device) - 1;
      if (place >= MAX_DEVICES) throw new RangeError(`more than ${MAX_DEVICES} devices`);
      this.#places.set(device, place);
    }
    return seq * MAX_DEVICES + place;
  }

  unpack(packed: Packed): Pick<Stamp, 'device' | 'seq'> {
    return { device: this.devices[packed % MAX_DEVICES]!, seq: Math.floor(packed / MAX_DEVICES) };
  }

  /** Is the event of this name in a trail? A name may be of a device that was never seen. */
  holds(trail: readonly Packed[] | undefined, ref: EventRef): boolean {
    const colon = ref.lastIndexOf(':');
    const place = this.#places.get(ref.slice(0, colon));
    return place !== undefined && trail?.includes(Number(ref.slice(colon + 1)) * MAX_DEVICES + place) === true;
  }
}
