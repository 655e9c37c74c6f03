/** What a file of Mnemosyne holds, whichever way it is written. */
export interface MnemosyneCollection {
  readonly facts: readonly MnemosyneFact[];
  readonly reviews: readonly MnemosyneReview[];
}

export interface MnemosyneFact {
  /** Null where the file gives none that lasts. */
  readonly id: string | null;
  /** `1` front to back, `2` both ways, `3` vocabulary, `4` map, `5` cloze, `6` sentence; a clone has more behind `::`. */
  readonly cardType: string;
  readonly data: ReadonlyMap<string, string>;
  /** Of the first version of Mnemosyne; '' else. */
  readonly category: string;
  readonly tags: readonly string[];
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly cards: readonly MnemosyneCard[];
}

export interface MnemosyneCard {
  readonly id: string;
  /** Place among the cards of its fact, from 0. */
  readonly ordinal: number;
  /** −1 and less: new; 0 and 1: being learned; 2 to 5. */
  readonly grade: number;
  readonly easiness: number;
  readonly reps: number;
  readonly lapses: number;
  /** Epoch ms. */
  readonly lastAt: number;
  readonly nextAt: number;
}

export interface MnemosyneReview {
  readonly cardId: string;
  /** Epoch ms. */
  readonly at: number;
  readonly grade: number;
  readonly elapsedMs: number;
}

/** Its cards are gaps, in their order, instead of views of the fact. */
export const isGapped = (cardType: string): boolean => /^5(?:::|$)/.test(cardType);
/** The place of a view among those of its type: `3.2` is the second. */
export const viewPlace = (view: string): number => Math.max(0, Number(view.split('.').at(-1)) - 1 || 0);
/** The tag of what has none. */
export const UNTAGGED = '__UNTAGGED__';
