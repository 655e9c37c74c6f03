import type { HighlightColour } from '../../../../core/domain/highlight-colours.ts';
import type { LessonReader } from './lesson-reader.svelte.ts';
import type { OpenMark } from './mark-draft.ts';

/** Writing at a mark. What is written is kept when it is left, however that is done. */
export class MarkWriting {
  open = $state.raw<OpenMark | null>(null);
  text = $state('');
  colour = $state.raw<HighlightColour>('amber');
  #before = '';
  readonly #reader: LessonReader;

  constructor(reader: LessonReader) {
    this.#reader = reader;
  }

  /** @returns whether there is one of that name */
  readonly openMark = (id: string): boolean => {
    const mark = this.#reader.marks.find(id);
    if (!mark) return false;
    this.#begin({ id, quote: mark.quote }, mark.note, mark.colour);
    return true;
  };

  /** @returns whether words are chosen */
  readonly openChosen = (sectionId: string): boolean => {
    const { chosen, marks, textOf, wordsAt } = this.#reader;
    const place = chosen.hold();
    if (!place) return false;
    const quote = wordsAt(place);
    this.#begin({ id: null, quote, sectionId, place, text: textOf(place.language) }, '', marks.colour);
    return true;
  };

  /** Something was written, or may have been. */
  readonly changed = (): void => {
    const { open, colour } = this;
    const note = this.text.trim();
    if (open && note !== this.#before) this.#reader.markDraft.changed({ open, note, before: this.#before, colour });
  };

  /** Keeps what was written. @returns false where it could not be kept: it is still open */
  readonly leave = async (): Promise<boolean> => {
    const { open, text, colour } = this;
    const { marks, chosen } = this.#reader;
    if (open === null) return true;
    const note = text.trim();
    const isWritten = note !== this.#before;
    const isKept = !isWritten || (await this.#keep(open, note, colour));
    if (!isKept) return false;
    if (isWritten) void this.#reader.markDraft.drop();
    // Another one may have been opened meanwhile.
    if (this.open === open) this.open = null;
    chosen.letGo(!isWritten && open.id === null);
    return marks.task.error === null;
  };

  readonly paint = (colour: HighlightColour): void => {
    this.colour = colour;
    if (this.open?.id) void this.#reader.marks.set(this.open.id, { colour });
  };

  /** Takes the mark away, with what is written at it. */
  readonly remove = (): void => {
    const { open } = this;
    this.open = null;
    this.#reader.chosen.letGo(false);
    void this.#reader.markDraft.drop();
    if (open?.id) void this.#reader.marks.remove(open.id);
  };

  #begin(open: OpenMark, note: string, colour: HighlightColour): void {
    this.open = open;
    this.text = note;
    this.#before = note;
    this.colour = colour;
  }

  #keep(open: OpenMark, note: string, colour: HighlightColour): Promise<boolean> {
    const { marks } = this.#reader;
    if (open.id !== null) return marks.set(open.id, { note });
    return marks.add(open.sectionId, open.place, open.text, { colour, note });
  }
}
