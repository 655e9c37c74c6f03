import { z } from 'zod';
import { BACKUP_REASONS } from '../../../api/data-methods.ts';
import { AppError } from '../../../domain/errors.ts';
import type { Files } from '../../disk/files.ts';
import { readPart } from '../../disk/whole-file.ts';
import { DEVICE_ID } from '../../../domain/history/limits.ts';
import { Bounds, Content, readJson } from '../archive/manifest-shapes.ts';
import { KeptFileShape } from './kept-list.ts';
import { sha256 } from './object-store.ts';

const KEPT_VERSION = 1;
const FORMAT = 'jamdai-backup';
/** Journals of some gigabytes are named in less. */
const MAX_BYTES = 16 << 20;

/** A backup: what it shows, and of which objects its files are made. See docs/data.md. */
const KeptShape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(KEPT_VERSION),
  /** The moment it shows, epoch ms. */
  at: Bounds.at,
  reason: z.enum(BACKUP_REASONS),
  device: z.strictObject({ id: z.string().regex(DEVICE_ID), name: z.string().max(500) }),
  /** Last sequence number of each device. */
  reached: z.record(z.string().regex(DEVICE_ID), Bounds.seq),
  /** `order` of the latest event. */
  lastOrder: Bounds.order,
  events: Bounds.seq,
  reviews: Bounds.seq,
  /** Of the state its journals make (state-digest.ts). */
  digest: Content,
  /** What that state holds beside its cards: an object. */
  rest: Content,
  /** When all of it was replayed last, epoch ms: for this backup, or for one before it that it was proved against. */
  provedWholeAt: Bounds.at,
  /** Of all its files together. */
  bytes: Bounds.bytes,
  /** Files of the library. */
  media: z.int().nonnegative(),
  /** Journals and names of devices. */
  files: z.array(KeptFileShape).readonly(),
  /** Library and quarantine: a list of files, kept as a file itself. */
  list: z.strictObject({ bytes: Bounds.bytes, objects: z.array(Content).readonly() }),
});
export type KeptManifest = z.infer<typeof KeptShape>;

export const keptManifest = (rest: Omit<KeptManifest, 'format' | 'version'>): KeptManifest => ({
  format: FORMAT,
  version: KEPT_VERSION,
  ...rest,
});

const SEAL_BEGIN = '{"sha256":"';
const SEAL_END = '",\n"backup":';
const HEAD = SEAL_BEGIN.length + 64 + SEAL_END.length;

/** The bytes of a manifest: what is named `backup`, and before it the SHA-256 of that. */
export function encodeKept(manifest: KeptManifest): Buffer {
  const body = JSON.stringify(manifest);
  return Buffer.from(`${SEAL_BEGIN}${sha256(Buffer.from(body))}${SEAL_END}${body}}\n`);
}

/** @throws AppError `foreign-data` when it is none of ours, `data-too-new`, `data-corrupt` */
function parseKept(bytes: Buffer): KeptManifest {
  const raw = readJson<{ backup?: { format?: unknown; version?: unknown } | null }>(bytes, 'the backup');
  const head = raw?.backup;
  if (head?.format !== FORMAT) throw new AppError('foreign-data', 'no backup of this app');
  if (typeof head.version === 'number' && head.version > KEPT_VERSION)
    throw new AppError('data-too-new', 'a backup of a newer app', { version: head.version });
  const seal = bytes.toString('latin1', SEAL_BEGIN.length, SEAL_BEGIN.length + 64);
  if (sha256(bytes.subarray(HEAD, -2)) !== seal)
    throw new AppError('data-corrupt', 'the backup is not as it was written');
  const parsed = KeptShape.safeParse(head);
  if (!parsed.success)
    throw new AppError('data-corrupt', 'the backup has a wrong field', {
      field: parsed.error.issues[0]?.path.join('.') ?? '',
    });
  return parsed.data;
}

/** Does the file begin as a backup does? An archive does not. */
export const beginsAsKept = (files: Files, path: string): boolean =>
  readPart(files, path, 0, SEAL_BEGIN.length).toString('latin1') === SEAL_BEGIN;

/** @throws AppError as `parseKept`; errors of the disk */
export function readKept(files: Files, path: string): KeptManifest {
  const bytes = files.facts(path)?.bytes ?? 0;
  if (bytes > MAX_BYTES) throw new AppError('data-corrupt', 'longer than any backup', { bytes });
  return parseKept(readPart(files, path, 0, bytes));
}
