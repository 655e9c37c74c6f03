import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import { DEVICE_ID, MAX_AT, MAX_DEVICES, MAX_NAME } from '../../domain/history/limits.ts';
import { Place } from './segment.ts';
import { isOfFolder, readAll, type PartName, type SyncFile, type SyncStore } from './sync-store.ts';

/** What a device says of itself and its part, in a small file that is written anew with every change. */
export const CARD_FILE = 'part.json';
const FORMAT = 'jamdai-sync';
const VERSION = 1;
const MOST_BYTES = 1 << 20;
const SEAL_BEGIN = '{"sha256":"';
const SEAL_END = '",\n"part":';
const HEAD = SEAL_BEGIN.length + 64 + SEAL_END.length;

const Shape = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  device: z.string().regex(DEVICE_ID),
  name: z.string().max(MAX_NAME),
  /** When this was written, epoch ms by the device's clock: nothing depends on it but what is shown. */
  seenAt: z.int().min(0).max(MAX_AT),
  /** Names the run of the app that wrote it, so that another copy of the data folder is noticed. */
  run: z.string().min(1).max(40),
  /** Last line of each device whose journal is in this part. */
  heads: z.record(z.string().regex(DEVICE_ID), Place).refine((heads) => Object.keys(heads).length <= MAX_DEVICES),
  /** Names that it went by before, whose parts nobody writes any more: they stand for no device. */
  earlier: z.array(z.string().regex(DEVICE_ID)).max(MAX_DEVICES).default([]),
  /** Files of the library in it. */
  packs: z.int().nonnegative(),
  media: z.int().nonnegative(),
});
export type PartCard = Readonly<Omit<z.infer<typeof Shape>, 'format' | 'version'>>;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export function encodeCard(card: PartCard): Buffer {
  const body = JSON.stringify({ format: FORMAT, version: VERSION, ...card });
  return Buffer.from(`${SEAL_BEGIN}${sha256(body)}${SEAL_END}${body}}\n`);
}

/** Null for what is no card, or none that came whole. @throws AppError `data-too-new` */
function decodeCard(bytes: Buffer): PartCard | null {
  if (bytes.toString('latin1', 0, SEAL_BEGIN.length) !== SEAL_BEGIN) return null;
  const body = bytes.subarray(HEAD, -2);
  if (bytes.toString('latin1', SEAL_BEGIN.length, SEAL_BEGIN.length + 64) !== sha256(body)) return null;
  // Whoever made the seal made this.
  const raw = JSON.parse(body.toString('utf8')) as { format?: unknown; version?: unknown } | null;
  if (raw?.format === FORMAT && typeof raw.version === 'number' && raw.version > VERSION)
    throw new AppError('data-too-new', 'a part written by a newer app', { version: raw.version });
  const parsed = Shape.safeParse(raw);
  if (!parsed.success) return null;
  const { format: _format, version: _version, ...card } = parsed.data;
  return card;
}

/** May a file be a card, by its name? A copy that a synchroniser made still ends so. */
export const isCardLike = ({ name, bytes }: SyncFile): boolean => /\.json\b/i.test(name) && bytes <= MOST_BYTES;

/**
 * The cards in a part: its own, and copies that a synchroniser left beside it. What is none is left out; `failed`: why the folder did
 * not give one of them.
 */
export async function cardsIn(
  store: SyncStore,
  part: PartName,
  files: readonly SyncFile[],
): Promise<{ readonly cards: readonly PartCard[]; readonly isTooNew: boolean; readonly failed: unknown }> {
  const cards: PartCard[] = [];
  let isTooNew = false;
  let failed: unknown = null;
  for (const file of files.filter(isCardLike))
    try {
      const card = decodeCard(await readAll(store, part, file.name, MOST_BYTES));
      if (card !== null) cards.push(card);
    } catch (error) {
      isTooNew ||= error instanceof AppError && error.code === 'data-too-new';
      if (isOfFolder(error)) failed ??= error;
    }
  return { cards, isTooNew, failed };
}
