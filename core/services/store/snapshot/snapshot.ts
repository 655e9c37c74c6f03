import type { LessonKey } from '../../../domain/ids.ts';
import { parametersIn } from '../../../domain/history/parameters.ts';
import type { Place } from '../../../domain/history/order.ts';
import type { Negation } from '../../../domain/history/voided.ts';
import type { DayTotal, LessonState } from '../../../domain/progress.ts';
import type { Look, StudySettings } from '../../../domain/settings.ts';
import { CardTable, type FrozenCards } from '../fold/card-table.ts';
import { foldedOf } from '../fold/folded.ts';
import { History, type EventSource } from '../fold/history.ts';
import { PackedRefs, type Packed } from '../fold/packed-refs.ts';
import type { Covered } from '../journal/journal-index.ts';

/** Everything that is known after some event, frozen. Written to and read from progress.json and the cards' file beside it. */
export interface Snapshot {
  /** When it was taken, epoch ms. */
  readonly at: number;
  readonly last: Place;
  readonly covered: readonly Covered[];
  readonly devices: readonly string[];
  readonly negations: readonly Negation[];
  readonly settings: StudySettings;
  /** Settings the app that wrote it did not know: the journal may. */
  readonly unknownSettings: readonly (keyof StudySettings)[];
  readonly looks: readonly (readonly [device: string, look: Partial<Look>])[];
  readonly records: readonly (readonly [key: string, fields: Readonly<Record<string, unknown>>])[];
  readonly settingsTrail: readonly Packed[];
  readonly reviewsTotal: number;
  readonly days: readonly (readonly [day: number, total: DayTotal])[];
  readonly lessons: readonly {
    readonly id: LessonKey;
    readonly state: LessonState | null;
    readonly trail: readonly Packed[];
  }[];
  /** Cards whose state is known. */
  readonly count: number;
  readonly cards: FrozenCards;
}

/** Freezes the moment, in a few milliseconds at 100 000 cards. */
export function takeSnapshot(history: History, covered: readonly Covered[], at: number): Snapshot {
  const { progress, trails, table } = history;
  return {
    at,
    last: history.last,
    covered: covered.map((device) => ({
      ...device,
      files: device.files.map((file) => ({ ...file, marks: file.marks.slice() })),
    })),
    devices: [...table.refs.devices],
    negations: [...history.negations],
    settings: progress.settings,
    unknownSettings: [],
    looks: [...progress.looks],
    records: [...progress.records],
    settingsTrail: [...trails.settings],
    reviewsTotal: progress.reviewsTotal,
    days: [...progress.days],
    lessons: Array.from(trails.lessons.keys(), (id) => ({
      id,
      state: progress.lessons.get(id) ?? null,
      trail: [...(trails.lessons.get(id) ?? [])],
    })),
    count: progress.cards.size,
    cards: table.freeze(),
  };
}

/** The history as it stood when the snapshot was taken. It takes over the columns of the cards. */
export function restoreHistory(snapshot: Snapshot, source: EventSource): History {
  const table = new CardTable(new PackedRefs([...snapshot.devices]), snapshot.cards);
  const folded = foldedOf(table, parametersIn({ records: new Map(snapshot.records) }));
  const { progress, trails } = folded;
  for (const [day, total] of snapshot.days) progress.days.set(day, total);
  for (const { id, state, trail } of snapshot.lessons) {
    trails.lessons.set(id, trail);
    if (state) progress.lessons.set(id, state);
  }
  progress.settings = snapshot.settings;
  for (const [device, look] of snapshot.looks) progress.looks.set(device, look);
  for (const [key, fields] of snapshot.records) progress.records.set(key, fields);
  progress.reviewsTotal = snapshot.reviewsTotal;
  for (const packed of snapshot.settingsTrail) trails.settings.push(packed);
  return new History(source, folded, snapshot.negations, snapshot.last);
}
