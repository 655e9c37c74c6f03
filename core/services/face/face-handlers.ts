import { setImmediate as breathe } from 'node:timers/promises';
import type { Handlers } from '../../api/contract.ts';
import type { CardFaces } from './card-face.ts';

/** Makes the faces of cards. What reads HTML and CSS is a quarter of the host's code, so it comes when the first face is asked for. */
export type Faces = () => Promise<CardFaces>;

/** @param given what `CardFaces` wants */
export function facesWhenAsked(...given: ConstructorParameters<typeof CardFaces>): Faces {
  let faces: Promise<CardFaces> | undefined;
  return () => (faces ??= import('./card-face.ts').then((module) => new module.CardFaces(...given)));
}

/** The same ahead of it, with the loop free between what is large in it. */
export async function facesAhead(faces: Faces): Promise<void> {
  for (const part of [
    () => import('sanitize-html'),
    () => import('css-tree/parser'),
    () => import('css-tree/generator'),
  ]) {
    await part();
    await breathe();
  }
  await faces();
}

export const faceHandlers = (faces: Faces): Pick<Handlers, 'card.face'> => ({
  'card.face': async ({ cardId }) => ({ face: (await faces()).of(cardId) }),
});
