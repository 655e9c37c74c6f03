import type { Handlers, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Question } from '../../domain/question.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { FaceDoor } from './face-door.ts';

/** Pictures that learners ask on, and where their files are served. */
export class OwnPictures {
  constructor(
    private readonly decks: DeckLibrary,
    private readonly door: FaceDoor,
  ) {}

  /** @throws AppError `not-found` for a card that is not asked on a picture of its own */
  of(cardId: CardId): Output<'card.picture'> {
    const note = this.decks.find(cardId) && this.decks.noteOf(cardId);
    const question = note?.content.kind === 'question' ? (note.content.question as Question) : undefined;
    if (question?.kind !== 'label' || !question.image)
      throw new AppError('not-found', 'this card has no picture of its own', { what: 'picture', id: cardId });
    const { file, covers, regions } = question.image;
    return {
      ...{ address: this.address(file, note?.key), covers },
      regions: regions.map(({ id, text, shape, points }) => ({
        ...{ id, text, shape },
        points: points.map(([x, y]): [number, number] => [x, y]),
      })),
    };
  }

  /** Path of a file by the name that a note calls it; null where it is not there. */
  address(name: string, noteId?: string): string | null {
    const pack = noteId === undefined ? undefined : this.decks.note(noteId).pack;
    const file = this.decks.medium({ pack }, name);
    return file ? this.door.mediaAddress(file.sha256) : null;
  }
}

export const ownPictureHandlers = (pictures: OwnPictures): Pick<Handlers, 'card.picture' | 'media.address'> => ({
  'card.picture': async ({ cardId }) => pictures.of(cardId),
  'media.address': async ({ name, noteId }) => ({ address: pictures.address(name, noteId) }),
});
