import { join } from 'node:path';
import type { Covered } from '../store/journal/journal-index.ts';
import type { Files } from '../disk/files.ts';

/** A file of a data folder, or its beginning: what is behind `bytes` came later. */
export interface Part {
  /** Below the data folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** To its end, whatever that is once it is open: it may be replaced by another one meanwhile, but never grows. */
  readonly isWhole?: boolean;
}

const BLOCK = 256 << 10;

/** Its content in pieces. */
export function* piecesOfPart(
  files: Files,
  dataDir: string,
  { path, bytes: known, isWhole = false }: Part,
): Generator<Buffer> {
  const fd = files.open(join(dataDir, path), 'r');
  try {
    const bytes = isWhole ? files.size(fd) : known;
    for (let at = 0; at < bytes; at += BLOCK) {
      const piece = Buffer.allocUnsafe(Math.min(BLOCK, bytes - at));
      const got = files.read(fd, piece, at);
      yield piece.subarray(0, got);
      if (got < piece.length) return;
    }
  } finally {
    files.close(fd);
  }
}

/** All files below a folder of the data folder. */
export function partsBelow(files: Files, dataDir: string, path: string): Part[] {
  return files.list(join(dataDir, path)).flatMap((name) => {
    const below = `${path}/${name}`;
    const facts = files.facts(join(dataDir, below));
    if (facts === null) return [];
    return facts.folder ? partsBelow(files, dataDir, below) : [{ path: below, bytes: facts.bytes }];
  });
}

const single = (files: Files, dataDir: string, path: string): Part[] => {
  const facts = files.facts(join(dataDir, path));
  return facts === null || facts.folder ? [] : [{ path, bytes: facts.bytes }];
};

/**
 * Everything that makes a data folder: journals as far as a moment goes, names of devices, the snapshot, the library with its
 * media, and what was set aside. Backups are not backed up.
 */
export function partsOfFolder(files: Files, dataDir: string, covered: readonly Covered[]): Part[] {
  const journals = covered.flatMap(({ device, files: known }) => [
    ...single(files, dataDir, `journal/${device}/device.json`),
    ...known
      .filter(({ name }) => files.facts(join(dataDir, 'journal', device, name)) !== null)
      .map(({ name, end }) => ({ path: `journal/${device}/${name}`, bytes: end })),
  ]);
  return [
    ...single(files, dataDir, 'device.json'),
    ...journals,
    ...single(files, dataDir, 'progress.json').map((part) => ({ ...part, isWhole: true })),
    ...partsBelow(files, dataDir, 'library'),
    ...partsBelow(files, dataDir, 'quarantine'),
  ];
}
