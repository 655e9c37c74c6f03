import type { CardState, DayTotal, LessonState } from '../../../domain/progress.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../domain/settings.ts';
import type { Place } from '../../../domain/history/order.ts';
import type { ProgressDraft } from '../../../domain/history/replay.ts';
import type { Negation } from '../../../domain/history/voided.ts';
import { History, type EventSource } from '../fold/history.ts';
import type { Covered } from '../journal/journal-index.ts';
import { Trails, within, type Packed, type TrailMap, type TrailText } from '../fold/trails.ts';

/** A card with its trail, as the snapshot keeps it. */
export interface CardRecord {
  readonly id: string;
  readonly state: CardState;
  readonly trail: readonly Packed[] | TrailText;
}

/** Everything that is known after some event, frozen. Written to and read from progress.json. */
export interface Snapshot {
  /** When it was taken, epoch ms. */
  readonly at: number;
  readonly last: Place;
  readonly covered: readonly Covered[];
  readonly devices: readonly string[];
  readonly negations: readonly Negation[];
  readonly settings: Settings;
  readonly settingsTrail: readonly Packed[];
  readonly reviewsTotal: number;
  readonly days: readonly (readonly [day: number, total: DayTotal])[];
  readonly lessons: readonly {
    readonly id: string;
    readonly state: LessonState | null;
    readonly trail: readonly Packed[];
  }[];
  readonly count: number;
  readonly cards: Iterable<CardRecord>;
}

/** Cards by id as a snapshot holds them. */
export interface CardMaps {
  readonly cards: Map<string, CardState>;
  readonly trails: TrailMap;
}

/** A snapshot that was read: its cards are in maps already, since they are many. */
export type ReadSnapshot = Omit<Snapshot, 'cards'> & CardMaps;

export function snapshotOf({ cards, trails, ...rest }: ReadSnapshot): Snapshot {
  return { ...rest, cards: Array.from(cards, ([id, state]) => ({ id, state, trail: trails.asKept(id) ?? [] })) };
}

export const EMPTY_SNAPSHOT: Snapshot = {
  at: 0,
  last: { order: 0, device: '', seq: 0 },
  covered: [],
  devices: [],
  negations: [],
  settings: {} as Settings,
  settingsTrail: [],
  reviewsTotal: 0,
  days: [],
  lessons: [],
  count: 0,
  cards: [],
};

/**
 * The cards as they are now, to be walked through later: states are never changed in place. A trail is looked up on the way,
 * and what was added to it since is left out.
 */
function frozenCards({ progress, trails }: History, covered: readonly Covered[]): Iterable<CardRecord> {
  const ids = Array.from(progress.cards.keys());
  const states = Array.from(progress.cards.values());
  const reached = new Map(covered.map(({ device, seq }) => [device, seq]));
  const isCovered = within(trails.devices.map((device) => reached.get(device) ?? 0));
  return {
    *[Symbol.iterator]() {
      for (let i = 0; i < ids.length; i++) {
        const trail = trails.cards.asKept(ids[i]!) ?? [];
        // A text is as old as the snapshot it came from, so this one covers it.
        const isOld = typeof trail === 'string' || trail.every(isCovered);
        yield { id: ids[i]!, state: states[i]!, trail: isOld ? trail : trail.filter(isCovered) };
      }
    },
  };
}

/** Freezes the moment, in a few milliseconds at 100 000 cards. */
export function takeSnapshot(history: History, covered: readonly Covered[], at: number): Snapshot {
  const { progress, trails } = history;
  return {
    at,
    last: history.last,
    covered: covered.map((device) => ({
      ...device,
      files: device.files.map((file) => ({ ...file, marks: file.marks.slice() })),
    })),
    devices: [...trails.devices],
    negations: [...history.negations],
    settings: progress.settings,
    settingsTrail: [...trails.settings],
    reviewsTotal: progress.reviewsTotal,
    days: [...progress.days],
    lessons: Array.from(trails.lessons.keys(), (id) => ({
      id,
      state: progress.lessons.get(id) ?? null,
      trail: [...(trails.lessons.get(id) ?? [])],
    })),
    count: progress.cards.size,
    cards: frozenCards(
      history,
      covered.map(({ device, seq, order }) => ({ device, seq, order, files: [] })),
    ),
  };
}

/** The history as it stood when the snapshot was taken. It takes over the maps. */
export function restoreHistory(snapshot: ReadSnapshot, source: EventSource): History {
  const trails = new Trails([...snapshot.devices], snapshot.trails);
  const progress: ProgressDraft = {
    cards: snapshot.cards,
    lessons: new Map(),
    days: new Map(snapshot.days),
    settings: { ...DEFAULT_SETTINGS, ...snapshot.settings },
    reviewsTotal: snapshot.reviewsTotal,
  };
  for (const { id, state, trail } of snapshot.lessons) {
    trails.lessons.set(id, trail);
    if (state) progress.lessons.set(id, state);
  }
  trails.settings.push(...snapshot.settingsTrail);
  return new History(source, progress, trails, snapshot.negations, snapshot.last);
}
