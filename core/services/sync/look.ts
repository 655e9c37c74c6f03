import type { Output } from '../../api/contract.ts';
import { CARD_FILE, cardsIn, type PartCard } from './part-card.ts';
import { SEGMENT_START } from './segment-name.ts';
import type { PartName, SyncFile, SyncStore } from './sync-store.ts';

/** A part as it is there now. */
export interface FoundPart {
  readonly part: PartName;
  readonly files: readonly SyncFile[];
  /** What its device says; null where that is not there or not whole yet. */
  readonly card: PartCard | null;
  /** Other cards beside it: of another time, or of another copy of the device. */
  readonly others: readonly PartCard[];
  /** A newer app wrote it, and what it says of itself can not be read. */
  readonly isTooNew: boolean;
  /** Something in it is sealed with another passphrase. */
  readonly isLocked: boolean;
  /** Why the folder did not give a card of it; null where it did. */
  readonly failed: unknown;
}

/**
 * Everything that is in a sync folder. A folder that holds nothing of ours is no part.
 * @throws ENOENT where the folder is missing
 */
export async function lookAround(store: SyncStore): Promise<FoundPart[]> {
  const found: FoundPart[] = [];
  for (const part of await store.parts()) {
    const files = await store.list(part);
    const { cards, isTooNew, failed } = await cardsIn(store, part, files);
    const isOurs =
      isTooNew || cards.length > 0 || files.some(({ name }) => name === CARD_FILE || name.startsWith(SEGMENT_START));
    const isLocked = store.isLocked?.(part) ?? false;
    if (!isOurs && !isLocked) continue;
    const card = newest(cards.filter(({ device }) => device === part)) ?? newest(cards);
    found.push({ part, files, card, others: cards.filter((other) => other !== card), isTooNew, isLocked, failed });
  }
  return found;
}

const newest = (cards: readonly PartCard[]): PartCard | null =>
  cards.reduce<PartCard | null>((best, card) => (best === null || card.seenAt > best.seenAt ? card : best), null);

export const bytesOf = ({ files }: Pick<FoundPart, 'files'>): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * What of it is told: every device; a name that one went by before is none, once all that was done under it is here.
 * @param own this device @param reached how far its events are here, 0 for a device that is not
 */
export function deviceList(
  found: readonly FoundPart[],
  own: string,
  reached: (device: string) => number,
): Output<'sync.look'>['devices'] {
  const earlier = new Set(found.flatMap(({ card }) => card?.earlier ?? []));
  return found.flatMap((part) => {
    const { card } = part;
    const id = card?.device ?? part.part;
    const onTheWay = id === own ? 0 : Math.max(0, (card?.heads[id]?.seq ?? 0) - reached(id));
    if (id !== own && onTheWay === 0 && earlier.has(id)) return [];
    return {
      id,
      name: card?.name ?? '',
      own: id === own,
      seenAt: card?.seenAt ?? null,
      bytes: bytesOf(part),
      onTheWay,
    };
  });
}
