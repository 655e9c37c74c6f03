import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { Files } from '../disk/files.ts';
import { replaceFile, writeAll } from '../disk/whole-file.ts';
import { piecesOfPart, type Part } from './folder-parts.ts';
import { MANIFEST, manifestOf, parseManifest, type Manifest } from './manifest.ts';
import type { Step } from './work.ts';
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

async function manifestIn(zip: ZipArchive): Promise<Manifest> {
  const entry = zip.entries.get(MANIFEST);
  if (!entry) throw new AppError('foreign-data', 'no manifest.json in it');
  const pieces: Buffer[] = [];
  for await (const piece of zip.pieces(entry)) pieces.push(piece);
  return parseManifest(Buffer.concat(pieces));
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

/**
 * Unpacks an archive into a folder that is not there yet and proves every file by its size and hash.
 * @throws AppError `foreign-data`, `data-too-new`, `data-corrupt`, `cancelled`
 */
export async function unpackArchive(files: Files, path: string, into: string, step: Step): Promise<Manifest> {
  const zip = await openZip(files, path);
  try {
    const manifest = await manifestIn(zip);
    const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    for (const file of manifest.files) {
      const entry = zip.entries.get(file.path);
      if (!entry) throw new AppError('data-corrupt', `${file.path} is missing in the archive`, { file: file.path });
      const target = join(into, file.path);
      files.makeFolder(dirname(target));
      const fd = files.open(target, 'wx');
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        for await (const piece of zip.pieces(entry)) {
          hash.update(piece);
          writeAll(files, fd, piece, bytes);
          bytes += piece.length;
          step(done + bytes, total);
        }
      } finally {
        files.close(fd);
      }
      if (bytes !== file.bytes || hash.digest('hex') !== file.sha256)
        throw new AppError('data-corrupt', `${file.path} is damaged in the archive`, { file: file.path });
      done += bytes;
    }
    return manifest;
  } finally {
    zip.close();
  }
}
