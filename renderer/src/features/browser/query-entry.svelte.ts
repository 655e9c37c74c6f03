import { completionsAt, type Completion, type Names } from './completions.ts';

interface Surroundings {
  readonly names: () => Names;
  readonly onsearch: (text: string) => void;
  /** From the field to the list. */
  readonly onleave: () => void;
}

/** A search while it is typed: what it may go on with, and what the keys of its field do. */
export class QueryEntry {
  offered = $state.raw<readonly Completion[]>([]);
  /** The one that the arrow keys are at; −1: none. */
  at = $state(-1);
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  readonly typed = (field: HTMLInputElement): void => {
    this.#around.onsearch(field.value);
    this.offer(field);
  };

  readonly offer = (field: HTMLInputElement): void => {
    this.offered = completionsAt(field.value, field.selectionEnd ?? field.value.length, this.#around.names());
    this.at = -1;
  };

  readonly withdraw = (): void => {
    this.offered = [];
    this.at = -1;
  };

  readonly take = (field: HTMLInputElement, { text, from, to }: Completion): void => {
    field.setRangeText(text, from, to, 'end');
    field.focus();
    this.typed(field);
  };

  readonly onkeydown = (event: KeyboardEvent): void => {
    const field = event.currentTarget as HTMLInputElement;
    if (!event.isComposing && this.#obeys(event.key, field)) event.preventDefault();
  };

  #obeys(key: string, field: HTMLInputElement): boolean {
    const { length } = this.offered;
    const chosen = this.offered[this.at];
    switch (key) {
      case 'ArrowDown':
        if (length === 0) this.#leave();
        else this.at = (this.at + 1) % length;
        return true;
      case 'ArrowUp':
        if (length > 0) this.at = (this.at < 1 ? length : this.at) - 1;
        return length > 0;
      case 'Enter':
        if (chosen) this.take(field, chosen);
        else this.#leave();
        return true;
      case 'Escape':
        if (length > 0) this.withdraw();
        else if (field.value === '') this.#leave();
        else this.#around.onsearch('');
        return true;
      default:
        return false;
    }
  }

  #leave(): void {
    this.withdraw();
    this.#around.onleave();
  }
}
