import type { Verdict } from '../judgement.ts';
import type { Response } from '../question.ts';
import type { Grade, Memory } from '../schedule.ts';
import type { Settings } from '../settings.ts';

/** Names one event for ever: `<device id>:<sequence number>`. */
export type EventRef = string;

/** What the learner wants to happen to a card beside answering it. */
export interface CardChange {
  readonly suspended?: boolean;
  /** Hidden until this study day begins; 0 takes it back. */
  readonly buriedUntilDay?: number;
  /** 0 none, 1 to 7. */
  readonly flag?: number;
  readonly marked?: boolean;
  /** Forget the memory: the card is new again. Its history stays in the journal. */
  readonly reset?: true;
}

/** `practice` answers are kept but do not move the schedule. */
export const REVIEW_MODES = ['review', 'learn', 'practice'] as const;
export type ReviewMode = (typeof REVIEW_MODES)[number];

/**
 * One graded answer. `memory` is the outcome as it was shown; it holds as long as the card's event before it is still
 * `prev`, and is computed again (from `grade`, `at`, `utcOffsetMin`, `rolloverHour`, `retention`) where a merge or an
 * undo changed what came before.
 */
export interface ReviewEvent {
  readonly type: 'review';
  readonly card: string;
  readonly prev: EventRef | null;
  readonly mode: ReviewMode;
  readonly grade: Grade;
  readonly memory: Memory | null;
  readonly retention: number;
  readonly rolloverHour: number;
  readonly elapsedMs: number;
  /** The machine's verdict; absent where the learner graded alone. */
  readonly verdict?: Verdict;
  readonly response?: Response;
  /** "I was right": the answer this one replaces. */
  readonly corrects?: EventRef;
}

/** A try that is not graded yet: a hint was shown, or a near miss may be tried once more. */
export interface AttemptEvent {
  readonly type: 'attempt';
  readonly card: string;
  readonly prev: EventRef | null;
  readonly what: 'hint' | 'close';
  readonly response?: Response;
}

export interface CardEvent {
  readonly type: 'card';
  readonly cards: readonly string[];
  readonly change: CardChange;
}

/** Sections read; their cards enter the schedule as new. */
export interface SectionReadEvent {
  readonly type: 'section-read';
  readonly course: string;
  readonly lesson: string;
  readonly sections: readonly string[];
  readonly introduces: readonly string[];
}

/** Where the learner stopped reading. */
export interface PlaceEvent {
  readonly type: 'place';
  readonly course: string;
  readonly lesson: string;
  readonly section: string;
}

/** The learner opened a lesson's questions though its prerequisites are not remembered yet. */
export interface LessonOpenEvent {
  readonly type: 'lesson-open';
  readonly course: string;
  readonly lesson: string;
}

export interface SettingEvent {
  readonly type: 'setting';
  readonly set: Partial<Settings>;
}

/** Events of other devices were taken in. Only told: the events are theirs. */
export interface MergeEvent {
  readonly type: 'merge';
  /** Name of the device or archive they came from. */
  readonly from: string;
  readonly events: number;
}

/** Begins the batch of undos that brings back the state of a backup. */
export interface RestoreEvent {
  readonly type: 'restore';
  readonly from: string;
  /** When the backup was made, epoch ms. */
  readonly backupAt: number;
  readonly takenBack: number;
}

/** Takes events back: they count as never done, also after a restart and a merge. */
export interface UndoEvent {
  readonly type: 'undo';
  readonly of: readonly EventRef[];
}

export type EventBody =
  | ReviewEvent
  | AttemptEvent
  | CardEvent
  | SectionReadEvent
  | PlaceEvent
  | LessonOpenEvent
  | SettingEvent
  | MergeEvent
  | RestoreEvent
  | UndoEvent;
export type EventType = EventBody['type'];

/**
 * An event as the journal keeps it. `seq` grows per device, without end; `at` is the device's clock, epoch ms; `order` is
 * max(at, 1 + the highest order this device had seen, of any device): events of all devices sorted by (order, device, seq)
 * are the history, whichever way they were merged, and what was seen comes before what was done, even where a clock went back.
 */
export interface Stamp {
  readonly v: 1;
  readonly device: string;
  readonly seq: number;
  readonly at: number;
  readonly order: number;
  /** Minutes east of UTC where the learner was. */
  readonly utcOffsetMin: number;
  /** `seq` of the first event of the batch (an import, a bulk change) this one came in with; taken back as a whole. */
  readonly batch?: number;
  /** The batch goes on in the next line: without it this event was never accepted. */
  readonly more?: true;
}
export type JournalEvent = Stamp & EventBody;

export const refOf = (event: Pick<Stamp, 'device' | 'seq'>): EventRef => `${event.device}:${event.seq}`;
