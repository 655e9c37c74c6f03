import type { Evidence } from '../../../core/api/contract.ts';

/** What is said of a thing in a picture when it is opened. */
export interface PictureNote {
  readonly id: string;
  /** The small line above: a date, a group, a place. */
  readonly kicker: string;
  readonly title: string;
  readonly text?: string | undefined;
  /** Its entry in the glossary. */
  readonly termId?: string | undefined;
  readonly evidence: readonly Evidence[];
}

/** Opens a note beside the thing it is about. */
export type OpenNote = (note: PictureNote, anchor: HTMLElement) => void;
