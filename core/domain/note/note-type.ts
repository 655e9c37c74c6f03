/** How the notes of one type look: which fields they have, and which cards are made of them. As in Anki: see its manual, "Note types". */
export interface NoteType {
  /** Unique in the library, for ever: `anki-<id>` for one that came from Anki. */
  readonly id: string;
  readonly name: string;
  /** `cloze`: one template; a card for each number of a cloze in the fields it shows. */
  readonly kind: 'standard' | 'cloze';
  /** A type of Anki's own whose meaning goes beyond its templates. */
  readonly stock?: 'image-occlusion';
  /** At least one. */
  readonly fields: readonly NoteField[];
  /** At least one; exactly one of a cloze. */
  readonly templates: readonly CardTemplate[];
  /** Of the deck's author, as it came; made safe when it is shown. */
  readonly css: string;
  /** Place in `fields` of the one that notes are sorted and called by. */
  readonly sortField: number;
  readonly latex?: { readonly before: string; readonly after: string };
}

export interface NoteField {
  readonly name: string;
  readonly isRightToLeft?: true;
  readonly font?: string;
  /** In px, where the editor shows it. */
  readonly sizePx?: number;
  /** Taken out by the learner: notes keep what stands in it, and nothing shows it. */
  readonly gone?: true;
}

export interface CardTemplate {
  readonly name: string;
  /** The template language of `domain/template`, as it came. */
  readonly front: string;
  readonly back: string;
  /** Taken out by the learner: no cards are made by it, and those it made keep their history. */
  readonly gone?: true;
}
