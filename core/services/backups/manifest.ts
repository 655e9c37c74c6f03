import { z } from 'zod';
import { BACKUP_REASONS } from '../../api/data-methods.ts';
import { AppError } from '../../domain/errors.ts';
import { DEVICE_ID } from '../../domain/history/limits.ts';

export const ARCHIVE_VERSION = 1;
export const MANIFEST = 'manifest.json';
const FORMAT = 'jamdai-archive';

/** The last entry of an archive: what it holds, so that it can be proved whole. See docs/data.md. */
const ManifestShape = z.object({
  format: z.literal(FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  /** The moment it shows, epoch ms. */
  at: z.int().nonnegative(),
  reason: z.enum([...BACKUP_REASONS, 'export']),
  device: z.object({ id: z.string().regex(DEVICE_ID), name: z.string().max(500) }),
  /** Last sequence number of each device. */
  reached: z.record(z.string().regex(DEVICE_ID), z.int().nonnegative()),
  events: z.int().nonnegative(),
  reviews: z.int().nonnegative(),
  /** Of the state its journals make (state-digest.ts). */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  files: z.array(
    z.object({
      path: z.string().min(1).max(1_000),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof ManifestShape>;

export const manifestOf = (rest: Omit<Manifest, 'format' | 'version'>): Manifest => ({
  format: FORMAT,
  version: ARCHIVE_VERSION,
  ...rest,
});

/** Library files in an archive. */
export const mediaOf = ({ files }: Manifest): number => files.filter(({ path }) => path.startsWith('library/')).length;

/** @throws AppError `foreign-data` when it is none of ours, `data-too-new`, `data-corrupt` */
export function parseManifest(bytes: Buffer): Manifest {
  let raw: { format?: unknown; version?: unknown } | null;
  try {
    raw = JSON.parse(bytes.toString('utf8')) as typeof raw;
  } catch (cause) {
    throw new AppError('data-corrupt', 'manifest.json is no JSON', {}, { cause });
  }
  if (raw?.format !== FORMAT) throw new AppError('foreign-data', 'another program made this archive');
  if (typeof raw.version === 'number' && raw.version > ARCHIVE_VERSION)
    throw new AppError('data-too-new', 'an archive of a newer app', { version: raw.version });
  const parsed = ManifestShape.safeParse(raw);
  if (!parsed.success) throw new AppError('data-corrupt', `manifest.json: ${parsed.error.message}`);
  return parsed.data;
}
