import type { Client } from '../../../../core/api/client.ts';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../../../core/domain/highlight-colours.ts';
import { DraftKeeping } from '../../app/draft-keeping.ts';
import type { LessonMarks } from './lesson-marks.svelte.ts';
import type { TextPlace } from './text-places.ts';

/** A mark that is written at: one that is there, or words that are marked by it. */
export type OpenMark =
  | { readonly id: string; readonly quote: string }
  | {
      readonly id: null;
      readonly quote: string;
      readonly sectionId: string;
      readonly place: TextPlace;
      /** Of the whole section in the language. */
      readonly text: string;
    };

/** What was being written at a mark. */
interface WrittenMark {
  readonly open: OpenMark;
  readonly note: string;
  /** The note as it stood when it was opened. */
  readonly before: string;
  readonly colour: HighlightColour;
}

/** The note of a mark while it is written. Going elsewhere keeps it, and so does the end of the app: the lesson takes it up when it is opened again. */
export class MarkDraft {
  readonly #call: Client;
  readonly #marks: LessonMarks;
  readonly #keeping: DraftKeeping<WrittenMark>;

  constructor(call: Client, marks: LessonMarks, courseId: string, lessonId: string) {
    this.#call = call;
    this.#marks = marks;
    const id = `mark-${courseId}/${lessonId}`.slice(0, 200);
    this.#keeping = new DraftKeeping({ call, now: () => 0, id, onkept: () => undefined });
  }

  get changed(): (written: WrittenMark) => void {
    return this.#keeping.changed;
  }
  get drop(): () => Promise<void> {
    return () => this.#keeping.drop();
  }

  /** Keeps at its mark what was being written when the app ended. */
  readonly takeUp = async (): Promise<void> => {
    const { drafts } = await this.#call('draft.list', {}).catch(() => ({ drafts: [] }));
    const draft = drafts.find(({ id }) => id === this.#keeping.id);
    const written = draft && writtenIn(draft.text);
    if (written && (await this.#put(written))) await this.#keeping.drop();
  };

  async #put({ open, note, before, colour }: WrittenMark): Promise<boolean> {
    const marks = this.#marks;
    if (open.id === null) return marks.add(open.sectionId, open.place, open.text, { colour, note });
    await marks.list.load();
    const now = marks.find(open.id)?.note;
    if (now === undefined || now === note) return now === note;
    // What came to it meanwhile, from another device, stays.
    return marks.set(open.id, { note: now === before ? note : `${now}\n${note}` });
  }
}

function writtenIn(text: string): WrittenMark | null {
  try {
    const { open, note, before, colour } = JSON.parse(text) as Partial<WrittenMark>;
    const isNote = typeof note === 'string' && typeof before === 'string' && note !== before;
    if (!open || !isNote || !HIGHLIGHT_COLOURS.includes(colour!)) return null;
    const isPlaced = open.id !== null || (open.place.range.length === 2 && typeof open.text === 'string');
    return isPlaced ? { open, note, before, colour: colour! } : null;
  } catch {
    return null;
  }
}
