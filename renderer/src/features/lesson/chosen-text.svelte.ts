import type { Range as Places } from '../../../../core/domain/text/found-ranges.ts';
import { bringIntoSight } from './painted.ts';
import { placeOfRange, rangeAt, type TextPlace } from './text-places.ts';

/** Px from the top of the text, for a bar under the chosen words. */
interface Under {
  readonly left: number;
  readonly top: number;
}

/** The words of a section that the learner chose, with the mouse or sentence by sentence: the selection of the page. */
export class ChosenText {
  place = $state.raw<TextPlace | null>(null);
  under = $state.raw<Under>({ left: 0, top: 0 });
  /** Words that stay chosen though the focus, and with it the selection, is elsewhere. */
  held = $state.raw<TextPlace | null>(null);
  #root: HTMLElement | null = null;
  #isDragging = false;

  /** Attached to what holds the section's text. */
  readonly attach = (root: HTMLElement): (() => void) => {
    this.#root = root;
    const dragging = () => (this.#isDragging = true);
    const dragged = () => {
      if (!this.#isDragging) return;
      this.#isDragging = false;
      this.#follow();
    };
    root.addEventListener('pointerdown', dragging);
    document.addEventListener('pointerup', dragged);
    document.addEventListener('pointercancel', dragged);
    document.addEventListener('selectionchange', this.#follow);
    return () => {
      document.removeEventListener('pointerup', dragged);
      document.removeEventListener('pointercancel', dragged);
      document.removeEventListener('selectionchange', this.#follow);
      root.removeEventListener('pointerdown', dragging);
      this.place = null;
      this.held = null;
      this.#root = null;
    };
  };

  get root(): HTMLElement | null {
    return this.#root;
  }

  /** Holds the chosen words, until they are let go. */
  readonly hold = (): TextPlace | null => {
    this.held = this.place;
    this.place = null;
    return this.held;
  };
  /** @param isAgain they are chosen again */
  readonly letGo = (isAgain: boolean): void => {
    const { held } = this;
    this.held = null;
    if (held && isAgain) this.choose(held);
  };

  readonly choose = (place: TextPlace): void => {
    const range = this.#root && rangeAt(this.#root, place);
    if (!range) return;
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    this.#show(place, range);
    bringIntoSight(range);
  };

  readonly clear = (): void => {
    if (this.place !== null) document.getSelection()?.removeAllRanges();
    this.place = null;
  };

  /**
   * Chooses the next sentence, or the one before; where none is chosen, the first in sight. @param sentences of the section in a
   * language @param isMore the sentence is taken to what is chosen, or the last one away
   */
  readonly step = (language: 'th' | 'en', sentences: readonly Places[], forward: boolean, isMore: boolean): void => {
    const chosen = this.place?.language === language ? this.place.range : null;
    const range = chosen ? next(sentences, chosen, forward, isMore) : this.#firstInSight(language, sentences);
    if (range) this.choose({ language, range });
  };

  #firstInSight(language: 'th' | 'en', sentences: readonly Places[]): Places | undefined {
    const isSeen = (range: Places) => {
      const words = this.#root && rangeAt(this.#root, { language, range });
      return words !== null && words.getBoundingClientRect().top >= 0;
    };
    return sentences.find(isSeen) ?? sentences[0];
  }

  readonly #follow = (): void => {
    if (this.held !== null || this.#isDragging) return;
    const selection = document.getSelection();
    const root = this.#root;
    if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) {
      this.place = null;
      return;
    }
    const range = selection.getRangeAt(0);
    const place = placeOfRange(root, range);
    if (place === null) this.place = null;
    else this.#show(place, rangeAt(root, place) ?? range);
  };

  #show(place: TextPlace, range: Range): void {
    this.place = place;
    const lines = range.getClientRects();
    const last = lines[lines.length - 1] ?? range.getBoundingClientRect();
    const box = this.#root!.getBoundingClientRect();
    this.under = { left: last.left - box.left, top: last.bottom - box.top };
  }
}

function next(sentences: readonly Places[], [from, to]: Places, forward: boolean, isMore: boolean): Places | undefined {
  const inside = sentences.filter((sentence) => sentence[0] < to && sentence[1] > from);
  const after = sentences.find((sentence) => sentence[0] >= to);
  if (!isMore) return forward ? after : sentences.findLast((sentence) => sentence[1] <= from);
  if (forward) return after && [Math.min(from, inside[0]?.[0] ?? from), after[1]];
  const rest = inside.slice(0, -1);
  return rest.length > 0 ? [rest[0]![0], rest.at(-1)![1]] : undefined;
}
