import type { NoteType } from '../../../domain/note/note-type.ts';
import type {
  SourceCard,
  SourceCardState,
  SourceDeck,
  SourceMedia,
  SourceNote,
  SourcePreset,
  SourceReview,
  SourceSchedule,
} from '../format.ts';

/** What is written to a file: notes, reviews and media are asked for once, in this order. What a reader gives fits as it is. */
export interface Outgoing {
  readonly types: readonly NoteType[];
  /** Of the cards; those above them may be missing. */
  readonly decks: readonly SourceDeck[];
  readonly presets: readonly SourcePreset[];
  /** What due days are counted from; null without progress. */
  readonly schedule: SourceSchedule | null;
  notes(): AsyncIterable<OutgoingNote>;
  /** Oldest first. Those of cards that do not go out are left out. */
  reviews(): AsyncIterable<OutgoingReview>;
  media(): AsyncIterable<SourceMedia>;
}

/** `space` absent: of Anki. */
export interface OutgoingNote extends Omit<SourceNote, 'cards'> {
  /** `sourceId`: what reviews call the card; a number stays its number. */
  readonly cards: readonly OutgoingCard[];
}

export interface OutgoingCard extends SourceCard {
  readonly state?: OutgoingState;
}

export interface OutgoingState extends SourceCardState {
  /** Of a card in steps: how many there are still to do, this one among them. */
  readonly stepsLeft?: number;
}

export interface OutgoingReview extends SourceReview {
  /** What it did to the schedule, where that is known. */
  readonly step?: {
    /** Before the answer; a new card was learned. */
    readonly phase: OutgoingState['phase'];
    readonly intervalDays: number;
    readonly lastIntervalDays: number;
    /** After the answer, 1 to 10. */
    readonly difficulty: number;
  };
}

export interface WriteOptions {
  /** Asks for the end; what is under way throws `cancelled` soon and leaves no file. */
  readonly signal: AbortSignal;
  /** Epoch ms. */
  readonly now: number;
  /** Schedule, reviews, flags, marks and the deck's options, or cards as if nobody had seen them. */
  readonly withProgress: boolean;
  /** Of texts that are there in several; where one is missing, what is there. */
  readonly language: 'th' | 'en';
}

export interface Written {
  readonly notes: number;
  /** Notes that the format has no way to ask: see `losses.ts`. */
  readonly leftOut: number;
  readonly cards: number;
  readonly reviews: number;
  readonly media: number;
  readonly bytes: number;
}
