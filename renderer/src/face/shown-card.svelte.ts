import type { Client } from '../../../core/api/client.ts';
import type { ErrorCode } from '../../../core/domain/errors.ts';
import { codeOf } from '../app/failure.ts';
import type { CardFaces } from './frame-page.ts';

const MEDIA = /\/media\/[\w-]+\/[0-9a-f]{64}/g;

/** The sides of the card that is asked. Those of the card before stay until they are there, so that the frame is never empty. */
export class ShownCard {
  cardId = $state.raw<string | null>(null);
  faces = $state.raw<CardFaces | null>(null);
  error = $state.raw<ErrorCode | null>(null);
  readonly #call: Client;
  #wanted: string | null = null;

  constructor(call: Client) {
    this.#call = call;
  }

  readonly load = async (cardId: string): Promise<void> => {
    this.#wanted = cardId;
    this.error = null;
    try {
      const { face } = await this.#call('card.face', { cardId });
      if (this.#wanted !== cardId) return;
      this.faces = face;
      this.cardId = cardId;
      // Pictures of the other side are there when it is turned.
      for (const address of face?.back.html.match(MEDIA) ?? []) new Image().src = address;
    } catch (error) {
      if (this.#wanted === cardId) this.error = codeOf(error);
    }
  };
}
