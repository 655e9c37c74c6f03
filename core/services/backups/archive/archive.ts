import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { AppError } from '../../../domain/errors.ts';
import type { Files } from '../../disk/files.ts';
import { replaceFile, writeAll } from '../../disk/whole-file.ts';
import { piecesOfPart, type Part } from '../folder/folder-parts.ts';
import { MANIFEST, manifestOf, parseManifest, type Manifest } from './manifest.ts';
import type { Wanted } from './manifest.ts';
import type { Step } from '../../jobs/work.ts';
import { openZip, type ZipArchive } from './zip-reader.ts';
import { writeZip } from './zip-writer.ts';

/** What an archive says of itself, before its files are known by their hashes. */
export type Label = Omit<Manifest, 'format' | 'version' | 'files'>;

/**
 * Writes parts of a data folder as one archive: whole under its name, or not there at all.
 * @throws AppError `cancelled`; errors of the disk
 */
export async function writeArchive(
  files: Files,
  dataDir: string,
  path: string,
  parts: readonly Part[],
  label: Label,
  step: Step,
): Promise<Manifest> {
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const listed: Manifest['files'] = [];
  function* hashed(part: Part) {
    const hash = createHash('sha256');
    let bytes = 0;
    for (const piece of piecesOfPart(files, dataDir, part)) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
    listed.push({ path: part.path, bytes, sha256: hash.digest('hex') });
  }
  const entries = parts.map((part) => ({ name: part.path, pieces: () => hashed(part) }));
  const manifest = {
    name: MANIFEST,
    pieces: () => [Buffer.from(`${JSON.stringify(manifestOf({ ...label, files: listed }), null, 1)}\n`)],
  };
  await replaceFile(
    files,
    path,
    async (fd) =>
      void (await writeZip(files, fd, [...entries, manifest], label.at, (done) => step(Math.min(done, total), total))),
  );
  return manifestOf({ ...label, files: listed });
}

/** A line of the manifest with the longest path, and what stands around the lines. */
const MANIFEST_BYTES = { line: 1_200, rest: 64 << 10, most: 64 << 20 } as const;

async function manifestIn(zip: ZipArchive): Promise<Manifest> {
  const entry = zip.entries.get(MANIFEST);
  if (!entry) throw new AppError('foreign-data', 'no manifest.json in it');
  // It names each file once, so a small archive has a small one; reading is held to what is declared.
  const { line, rest, most } = MANIFEST_BYTES;
  if (entry.uncompressedSize > Math.min(most, rest + line * zip.entries.size))
    throw new AppError('data-corrupt', 'its manifest is too large to be true', {
      file: MANIFEST,
      bytes: entry.uncompressedSize,
    });
  const pieces: Buffer[] = [];
  for await (const piece of zip.pieces(entry)) pieces.push(piece);
  return parseManifest(Buffer.concat(pieces));
}

/** Does a manifest of ours stand in it? Whether it is whole, and not too new, is another question. */
export async function isArchive(files: Files, path: string): Promise<boolean> {
  const zip = await openZip(files, path).catch(() => null);
  try {
    if (!zip?.entries.has(MANIFEST)) return false;
    await manifestIn(zip);
    return true;
  } catch (cause) {
    return cause instanceof AppError && cause.code !== 'foreign-data';
  } finally {
    zip?.close();
  }
}

/** @throws AppError `foreign-data`, `data-too-new`, `data-corrupt` */
export async function readManifest(files: Files, path: string): Promise<Manifest> {
  const zip = await openZip(files, path);
  try {
    return await manifestIn(zip);
  } finally {
    zip.close();
  }
}

async function unpackFile(
  files: Files,
  zip: ZipArchive,
  { path, bytes: declared, sha256 }: Manifest['files'][number],
  into: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const damaged = (why: string) => new AppError('data-corrupt', `${path} ${why} in the archive`, { file: path });
  const entry = zip.entries.get(path)!;
  if (entry.uncompressedSize !== declared) throw damaged('has another length');
  const target = join(into, path);
  files.makeFolder(dirname(target));
  const fd = files.open(target, 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of zip.pieces(entry)) {
      if (bytes + piece.length > declared) throw damaged('is longer than it says');
      hash.update(piece);
      writeAll(files, fd, piece, bytes);
      bytes += piece.length;
      onBytes(bytes);
    }
  } finally {
    files.close(fd);
  }
  if (bytes !== declared || hash.digest('hex') !== sha256) throw damaged('is damaged');
}

/**
 * Unpacks an archive into a folder that is not there yet and proves every file by its size and hash.
 * @throws AppError `foreign-data`, `data-too-new`, `data-corrupt`, `cancelled`
 */
export async function unpackArchive(
  files: Files,
  path: string,
  into: string,
  wanted: Wanted,
  step: Step,
): Promise<Manifest> {
  const zip = await openZip(files, path);
  try {
    const manifest = await manifestIn(zip);
    const missing = manifest.files.find(({ path: name }) => !zip.entries.has(name));
    if (missing)
      throw new AppError('data-corrupt', `${missing.path} is missing in the archive`, { file: missing.path });
    if (zip.entries.size !== manifest.files.length + 1)
      throw new AppError('data-corrupt', 'it holds other files than it says', { field: 'files' });
    const parts = manifest.files.filter(wanted);
    const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    for (const file of parts) {
      await unpackFile(files, zip, file, into, (bytes) => step(done + bytes, total));
      done += file.bytes;
    }
    return manifest;
  } finally {
    zip.close();
  }
}
