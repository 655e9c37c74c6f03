import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Progress } from '../../domain/progress.ts';
import { recordsOf } from '../../domain/history/records.ts';
import type { Files } from '../disk/files.ts';
import { partsIn, piecesOfPart, type Part } from './folder/folder-parts.ts';

const MEDIA = /^library\/media\/(?:[0-9a-f]{2}\/)?([0-9a-f]{64})(?:\.[a-z0-9]+)?$/;
const PACK = /^library\/packs\/([0-9a-f]{64})\.ndjson$/;
const packAt = (sha256: string): string => `library/packs/${sha256}.ndjson`;

const mediumAt = (sha256: string): string => `library/media/${sha256.slice(0, 2)}/${sha256}`;

/** SHA-256 of what must be in a file of the library, by its name; null for one that carries no proof. */
const hashIn = (path: string): string | null => (MEDIA.exec(path) ?? PACK.exec(path))?.[1] ?? null;

/** Files of the library, as they are looked at. */
export interface LibraryFacts {
  readonly files: number;
  /** Those whose content is not what their name says, packs that an import names and files put into notes that are not there. */
  readonly broken: readonly string[];
  /** Packs that no import names: taken back, or of an import that is not known any more. They stay. */
  readonly orphans: readonly string[];
}

/** Reads all of the library, in steps. */
export function* libraryFacts(
  files: Files,
  dataDir: string,
  progress: Pick<Progress, 'records'>,
): Generator<void, LibraryFacts> {
  const named = new Set(recordsOf(progress, 'import').flatMap(([, { pack }]) => (pack ? [packAt(pack)] : [])));
  const put = recordsOf(progress, 'medium').flatMap(([, { sha256 }]) => (sha256 ? [mediumAt(sha256)] : []));
  const missing = new Set([...named, ...put]);
  const broken: string[] = [];
  const orphans: string[] = [];
  let count = 0;
  for (const part of partsIn(files, dataDir, 'library')) {
    count += 1;
    missing.delete(part.path);
    if (PACK.test(part.path) && !named.has(part.path)) orphans.push(part.path);
    const hash = hashIn(part.path);
    if (hash !== null && (yield* hashOf(files, dataDir, part)) !== hash) broken.push(part.path);
  }
  return { files: count, broken: [...broken, ...missing], orphans };
}

/** Is a file of the library there, with what its name says? */
export function* isWhole(files: Files, dir: string, path: string): Generator<void, boolean> {
  const bytes = files.facts(join(dir, path))?.bytes;
  const hash = hashIn(path);
  return bytes !== undefined && hash !== null && (yield* hashOf(files, dir, { path, bytes })) === hash;
}

function* hashOf(files: Files, dir: string, part: Part): Generator<void, string> {
  const hash = createHash('sha256');
  for (const piece of piecesOfPart(files, dir, part)) {
    hash.update(piece);
    yield;
  }
  return hash.digest('hex');
}
