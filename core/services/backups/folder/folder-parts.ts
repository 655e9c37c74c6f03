import { join } from 'node:path';
import type { Covered } from '../../store/journal/journal-index.ts';
import type { Files } from '../../disk/files.ts';
import { pathFault } from '../../disk/portable-path.ts';

/** A file of a data folder, or its beginning: what is behind `bytes` came later. */
export interface Part {
  /** Below the data folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** When the file was last written, epoch ms by the disk's clock; 0 where nobody asked. */
  readonly writtenAt?: number;
}

const BLOCK = 256 << 10;

/** Its content in pieces. */
export function* piecesOfPart(files: Files, dataDir: string, { path, bytes }: Part): Generator<Buffer> {
  const fd = files.open(join(dataDir, path), 'r');
  try {
    for (let offset = 0; offset < bytes; offset += BLOCK) {
      const piece = Buffer.allocUnsafe(Math.min(BLOCK, bytes - offset));
      const got = files.read(fd, piece, offset);
      yield piece.subarray(0, got);
      if (got < piece.length) return;
    }
  } finally {
    files.close(fd);
  }
}

/** What is told of a name that is left out: it is no file, or can not be one on every system. */
export type LeftOut = (path: string) => void;

/** What is made again from the rest of the library whenever it is missing: columns, search. */
const DERIVED = 'library/index';
export const isDerived = (path: string): boolean => path === DERIVED || path.startsWith(`${DERIVED}/`);

/**
 * All files below a folder of the data folder, one after the other, without what is made again; links are not followed, and
 * nothing else is taken for a file.
 */
export function* partsIn(
  files: Files,
  dataDir: string,
  path: string,
  leftOut: LeftOut = () => undefined,
): Generator<Part> {
  for (const name of files.list(join(dataDir, path))) {
    const below = `${path}/${name}`;
    if (isDerived(below)) continue;
    const found = files.found(join(dataDir, below));
    if (found === null) continue;
    if (pathFault(below) !== null || (found.kind !== 'file' && found.kind !== 'folder')) leftOut(below);
    else if (found.kind === 'folder') yield* partsIn(files, dataDir, below, leftOut);
    else yield { path: below, bytes: found.bytes, writtenAt: found.writtenAt };
  }
}

export const partsBelow = (files: Files, dataDir: string, path: string): Part[] => [...partsIn(files, dataDir, path)];

const single = (files: Files, dataDir: string, path: string): Part[] => {
  const found = files.found(join(dataDir, path));
  return found?.kind === 'file' ? [{ path, bytes: found.bytes, writtenAt: found.writtenAt }] : [];
};

/** The journals as far as a moment goes, and the names of the devices. */
export function journalParts(files: Files, dataDir: string, covered: readonly Covered[]): Part[] {
  const journals = covered.flatMap(({ device, files: known }) => [
    ...single(files, dataDir, `journal/${device}/device.json`),
    ...known.flatMap(({ name, end }) =>
      single(files, dataDir, `journal/${device}/${name}`).map((part) => ({
        ...part,
        bytes: Math.min(part.bytes, end),
      })),
    ),
  ]);
  return [...single(files, dataDir, 'device.json'), ...journals];
}

/** Folders whose files are kept as they are. What the journals make (progress) is made again, and backups are not backed up. */
export const KEPT_FOLDERS = ['library', 'quarantine'] as const;

/** Everything that makes a data folder. */
export function partsOfFolder(files: Files, dataDir: string, covered: readonly Covered[]): Part[] {
  return [
    ...journalParts(files, dataDir, covered),
    ...KEPT_FOLDERS.flatMap((folder) => partsBelow(files, dataDir, folder)),
  ];
}
