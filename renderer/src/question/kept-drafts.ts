import type { AnswerDraft } from './answer-draft.svelte.ts';

const KEY = 'jamdai.drafts';
const FIELDS = ['text', 'blanks', 'chosen', 'order', 'moved', 'asItIs', 'pairs'] as const;
type Entered = Pick<AnswerDraft, (typeof FIELDS)[number]>;
type Kept = Readonly<Record<string, { readonly revision: number; readonly entered: Entered }>>;

/** What is half entered, kept for this tab: a page that is loaded again still has it. */
export class KeptDrafts {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
  }

  /** Keeps what the learner has entered for a card as it stands at this revision. */
  keep(draft: AnswerDraft, revision: number): void {
    const entered = Object.fromEntries(FIELDS.map((field) => [field, draft[field]])) as unknown as Entered;
    this.#write({ ...this.#read(), [draft.card.cardId]: { revision, entered } });
  }

  forget(cardId: string): void {
    const kept = this.#read();
    if (!Object.hasOwn(kept, cardId)) return;
    this.#write(Object.fromEntries(Object.entries(kept).filter(([id]) => id !== cardId)));
  }

  /** Puts back what was entered, unless the card has changed since. */
  restore(draft: AnswerDraft): void {
    const kept = this.#read()[draft.card.cardId];
    if (kept?.revision === draft.card.revision) Object.assign(draft, kept.entered);
  }

  #read(): Kept {
    try {
      return (JSON.parse(this.#storage.getItem(KEY) ?? '{}') as Kept | null) ?? {};
    } catch {
      return {};
    }
  }

  #write(kept: Kept): void {
    try {
      this.#storage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // A full or forbidden storage: the answer is still on the page.
    }
  }
}

export const keptDrafts = new KeptDrafts(sessionStorage);
