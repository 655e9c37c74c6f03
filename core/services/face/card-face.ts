import type { CardId } from '../../domain/ids.ts';
import type { Output } from '../../api/contract.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Face } from '../../domain/template/face.ts';
import type { NoteContent } from '../../domain/template/fields.ts';
import { render } from '../../domain/template/render.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { courseName } from '../library/own-course.ts';
import type { Pack } from '../library/pack.ts';
import type { FaceDoor } from './face-door.ts';
import type { MediaAddress } from './media-links.ts';
import { deckCss, safeFace, type DeckCss } from './safe-face.ts';

type Shown = NonNullable<Output<'card.face'>['face']>;

/** Sheets of so many note types are kept clean: a session goes over a few. */
const KEPT_SHEETS = 50;

/** A card that is to be shown: of a note that is in the library, or of one that is being written. */
export interface ShownCard {
  readonly type: NoteType;
  readonly content: NoteContent;
  readonly ordinal: number;
  /** Whole name. */
  readonly deck: string;
  readonly flag: number;
  /** The pack the note is from: names of files mean what they mean there. */
  readonly pack: Pack | undefined;
}

/** Cards that are made by templates, made safe and with the addresses of this run. */
export class CardFaces {
  /** By pack and note type: cleaning a deck's CSS costs more than making its cards. */
  readonly #sheets = new Map<string, { readonly css: string; readonly sheet: DeckCss }>();

  constructor(
    private readonly decks: DeckLibrary,
    private readonly door: FaceDoor,
    /** Live. */
    private readonly progress: () => Pick<Progress, 'cards'>,
  ) {}

  /** Null for a card that no template makes. @throws AppError `data-corrupt` */
  of(cardId: CardId): Shown | null {
    const card = this.decks.find(cardId);
    if (!card) return null;
    const { content, tags, type, pack } = this.decks.noteOf(cardId);
    if (content.kind !== 'fields' || !type) return null;
    const flag = this.progress().cards.get(cardId)?.flag ?? 0;
    const { ordinal, course } = card;
    return this.made({
      type,
      content: { fields: content.fields, tags },
      ordinal,
      deck: courseName(course),
      flag,
      pack,
    });
  }

  made({ type, content, ordinal, deck, flag, pack }: ShownCard): Shown {
    const made = render(type, content, ordinal, { deck, flag });
    const awaited = new Set<string>();
    const address: MediaAddress = (name) => {
      const file = this.decks.medium({ pack }, name);
      if (file && this.door.isHere(file.sha256)) return this.door.mediaAddress(file.sha256);
      if (file) awaited.add(name);
      return null;
    };
    const sheet = this.#sheet(`${pack?.sha256 ?? ''}/${type.id}`, type.css, address);
    const field = made.typed && type.fields.find(({ name }) => name.normalize() === made.typed!.field.normalize());
    return {
      frame: this.door.framePath,
      front: side(made.front, sheet, address, awaited),
      back: side(made.back, sheet, address, awaited),
      className: `card card${ordinal + 1}`,
      typed: made.typed ? { isRightToLeft: field?.isRightToLeft ?? false, font: field?.font ?? null } : null,
      problems: [...made.problems],
    };
  }

  #sheet(key: string, css: string, address: MediaAddress): DeckCss {
    const kept = this.#sheets.get(key);
    if (kept?.css === css && kept.sheet.links.isAsItWas(address)) return kept.sheet;
    this.#sheets.delete(key);
    if (this.#sheets.size >= KEPT_SHEETS) this.#sheets.delete(this.#sheets.keys().next().value!);
    const sheet = deckCss(css, address);
    this.#sheets.set(key, { css, sheet });
    return sheet;
  }
}

function side(face: Face, sheet: DeckCss, address: MediaAddress, awaited: ReadonlySet<string>): Shown['front'] {
  const { html, css, sounds, shapes, remote, missing, stopped } = safeFace(face, sheet, address);
  return {
    html,
    css,
    sounds: sounds.map((sound) =>
      sound.kind === 'file'
        ? { kind: 'file', name: sound.name, address: address(sound.name) }
        : { ...sound, voices: [...sound.voices] },
    ),
    masks: shapes.map((mask) => ({
      ...mask,
      numbers: { ...mask.numbers },
      points: mask.points.map(([x, y]): [number, number] => [x, y]),
    })),
    remote: { count: remote.count, hosts: [...remote.hosts] },
    missing: [...missing],
    onTheWay: missing.filter((name) => awaited.has(name)),
    stopped: [...stopped],
  };
}
