import { createHash } from 'node:crypto';
import { encodeCards } from './cards-file.ts';
import { decodeDocument, encodeDocument } from './snapshot-document.ts';
import { cardsPartOf, documentOf, snapshotOf } from './snapshot-parts.ts';
import type { Snapshot } from './snapshot.ts';

/** The two files of a snapshot, as they would be written. */
export function filesOf(snapshot: Snapshot): { document: Buffer; cards: Buffer } {
  const steps = encodeCards(cardsPartOf(snapshot));
  let next = steps.next();
  while (!next.done) next = steps.next();
  const cards = Buffer.concat(next.value);
  const sha256 = createHash('sha256').update(cards).digest('hex');
  const named = { file: `cards-${sha256.slice(0, 16)}.bin`, bytes: cards.length, sha256 };
  return { document: encodeDocument(documentOf(snapshot, named)), cards };
}

/** The snapshot of two files, as it would be read. */
export const snapshotIn = ({ document, cards }: { document: Buffer; cards: Buffer }): Snapshot =>
  snapshotOf(decodeDocument(document), cards);
