import { z } from 'zod';
import { BACKUP_REASONS } from '../../../api/data-methods.ts';
import { AppError } from '../../../domain/errors.ts';
import { DEVICE_ID } from '../../../domain/history/limits.ts';
import { foldedPath } from '../../disk/portable-path.ts';
import { Bounds, Content, PathShape, readJson } from './manifest-shapes.ts';

const ARCHIVE_VERSION = 1;
export const MANIFEST = 'manifest.json';
const FORMAT = 'jamdai-archive';

/** The last entry of an archive: what it holds, so that it can be proved whole. See docs/data.md. */
const ManifestShape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  /** The moment it shows, epoch ms. */
  at: Bounds.at,
  reason: z.enum([...BACKUP_REASONS, 'export']),
  device: z.strictObject({ id: z.string().regex(DEVICE_ID), name: z.string().max(500) }),
  /** Last sequence number of each device. */
  reached: z.record(z.string().regex(DEVICE_ID), Bounds.seq),
  events: Bounds.seq,
  reviews: Bounds.seq,
  /** Of the state its journals make (state-digest.ts). */
  digest: Content,
  files: z.array(z.strictObject({ path: PathShape, bytes: Bounds.bytes, sha256: Content })),
});
export type Manifest = z.infer<typeof ManifestShape>;

export const manifestOf = (rest: Omit<Manifest, 'format' | 'version'>): Manifest => ({
  format: FORMAT,
  version: ARCHIVE_VERSION,
  ...rest,
});

/** Library files in an archive. */
export const mediaOf = ({ files }: { readonly files: readonly { readonly path: string }[] }): number =>
  files.filter(({ path }) => path.startsWith('library/')).length;

/** Two names that are one file on some systems would write over each other there; a file can not be a folder too. */
export function refuseTwins(files: readonly { readonly path: string }[]): void {
  const twice = (path: string) => new AppError('data-corrupt', `${path} stands in it twice`, { file: path });
  const seen = new Set<string>();
  for (const { path } of files) {
    const folded = foldedPath(path);
    if (seen.has(folded)) throw twice(path);
    seen.add(folded);
  }
  for (const { path } of files) {
    const folded = foldedPath(path);
    for (let end = folded.lastIndexOf('/'); end > 0; end = folded.lastIndexOf('/', end - 1))
      if (seen.has(folded.slice(0, end))) throw twice(path);
  }
}

/** @throws AppError `foreign-data` when it is none of ours, `data-too-new`, `data-corrupt` with the field */
export function parseManifest(bytes: Buffer): Manifest {
  const raw = readJson<{ format?: unknown; version?: unknown }>(bytes, MANIFEST);
  if (raw?.format !== FORMAT) throw new AppError('foreign-data', 'another program made this archive');
  if (typeof raw.version === 'number' && raw.version > ARCHIVE_VERSION)
    throw new AppError('data-too-new', 'an archive of a newer app', { version: raw.version });
  const parsed = ManifestShape.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw new AppError('data-corrupt', `manifest.json: ${field}: ${issue?.message}`, { field });
  }
  refuseTwins(parsed.data.files);
  return parsed.data;
}

/** Chooses files of an archive or backup to be unpacked; the others are as good as not in it. */
export type Wanted = (file: { readonly path: string; readonly bytes: number }) => boolean;
