import type { Handlers, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Question } from '../../domain/question.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { PackMedia } from '../library/pack-lines.ts';
import type { FaceDoor } from './face-door.ts';

/** Finds a card of any deck or course. */
interface Cards {
  find(cardId: CardId): { readonly course: { readonly id: string }; readonly question: Question } | undefined;
}

/** Pictures that are brought to be asked on, and where their files are served. */
export class OwnPictures {
  constructor(
    private readonly decks: DeckLibrary,
    private readonly door: FaceDoor,
    private readonly cards: Cards,
  ) {}

  /** @throws AppError `not-found` for a card that is not asked on a picture of its own */
  of(cardId: CardId): Output<'card.picture'> {
    const card = this.cards.find(cardId);
    const question = card?.question;
    if (question?.kind !== 'label' || !question.image)
      throw new AppError('not-found', 'this card has no picture of its own', { what: 'picture', id: cardId });
    const { file, covers, regions } = question.image;
    return {
      ...{ address: this.#addressOf(cardId, file, card!.course.id), covers },
      regions: regions.map(({ id, text, shape, points }) => ({
        ...{ id, text, shape },
        points: points.map(([x, y]): [number, number] => [x, y]),
      })),
    };
  }

  /** Path of a file by the name that a note calls it; null where it is not there. */
  address(name: string, noteId?: string): string | null {
    const pack = noteId === undefined ? undefined : this.decks.note(noteId).pack;
    return this.#served(this.decks.medium({ pack }, name));
  }

  /** Of a note its own file, of a course that was brought in one of its folder. */
  #addressOf(cardId: CardId, file: string, courseId: string): string | null {
    if (this.decks.find(cardId)) return this.address(file, noteKeyOfCard(cardId));
    return this.#served(this.decks.packOfCourse(courseId)?.media.get(file));
  }

  #served(file: PackMedia | undefined): string | null {
    return file ? this.door.mediaAddress(file.sha256) : null;
  }
}

export const ownPictureHandlers = (pictures: OwnPictures): Pick<Handlers, 'card.picture' | 'media.address'> => ({
  'card.picture': async ({ cardId }) => pictures.of(cardId),
  'media.address': async ({ name, noteId }) => ({ address: pictures.address(name, noteId) }),
});
