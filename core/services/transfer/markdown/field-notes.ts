import type { NoteType } from '../../../domain/note/note-type.ts';
import { cardsMadeBy } from '../../../domain/template/cards-made.ts';
import type { SourceCardState, SourceNote } from '../format.ts';
import { NoteIds } from '../note-ids.ts';
import { textNoteType, type TextLayout } from '../note-types.ts';
import type { Oddities } from '../oddities.ts';

const NAMES: Readonly<Record<TextLayout, string>> = {
  'one-way': 'Basic',
  'both-ways': 'Basic (and reversed card)',
  typed: 'Basic (type in the answer)',
  cloze: 'Cloze',
};
const FIELDS = ['Front', 'Back'];
const CLOZE_FIELDS = ['Text', 'Back Extra'];

export interface FieldNote {
  readonly layout: TextLayout;
  /** HTML. */
  readonly fields: readonly string[];
  /** What its id is made of: the text it is known by, as it is written. */
  readonly first: string;
  readonly deck: string;
  readonly tags: readonly string[];
  /** Where it stands in the file. */
  readonly place: string;
  /** Its own, unique in the file; else it is made of deck and text. */
  readonly id?: string;
  /** What reviews call its first card. */
  readonly sourceId?: string;
  /** Of its cards, in their order; fewer where the rest is new. */
  readonly states?: readonly (SourceCardState | null)[];
}

/** Gathers the notes of a text that has questions with answers, and gaps. */
export class FieldNotes {
  readonly types = new Map<string, NoteType>();
  readonly decks = new Set<string>();
  readonly notes: SourceNote[] = [];
  readonly #ids = new NoteIds();
  readonly #odd: Oddities;

  constructor(odd: Oddities) {
    this.#odd = odd;
  }

  add({ layout, fields, first, deck, tags, place, id, sourceId, states = [] }: FieldNote): void {
    const type = textNoteType(NAMES[layout], layout === 'cloze' ? CLOZE_FIELDS : FIELDS, layout);
    const ordinals = cardsMadeBy(type, { fields, tags });
    if (ordinals.length === 0) return this.#odd.add('note-without-cards', place);
    if (states.length > ordinals.length) this.#odd.add('card-without-template', place);
    this.types.set(type.id, type);
    this.decks.add(deck);
    this.notes.push({
      note: {
        id: id ?? this.#ids.of(deck, first),
        content: { kind: 'fields', typeId: type.id, fields },
        tags,
        createdAt: 0,
        modifiedAt: 0,
      },
      space: 'text',
      cards: ordinals.map((ordinal, i) => ({
        ordinal,
        deckId: deck,
        ...(i === 0 && sourceId !== undefined && { sourceId }),
        ...stateOf(states[i]),
      })),
    });
  }
}

const stateOf = (state: SourceCardState | null | undefined) => (state ? { state } : {});
