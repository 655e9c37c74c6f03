import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../disk/files.ts';
import { partsBelow, piecesOfPart, type Part } from './folder/folder-parts.ts';

const MEDIA = /^library\/media\/([0-9a-f]{64})(?:\.[a-z0-9]+)?$/;

/** Media whose content is not what their name says (SHA-256); other library files carry no proof of their own. */
export function damagedMedia(files: Files, dataDir: string): Part[] {
  return partsBelow(files, dataDir, 'library').filter((part) => {
    const [, named] = MEDIA.exec(part.path) ?? [];
    return named !== undefined && hashOf(files, dataDir, part) !== named;
  });
}

export function isWhole(files: Files, dir: string, path: string): boolean {
  const facts = files.facts(join(dir, path));
  const [, named] = MEDIA.exec(path) ?? [];
  return facts !== null && named !== undefined && hashOf(files, dir, { path, bytes: facts.bytes }) === named;
}

function hashOf(files: Files, dir: string, part: Part): string {
  const hash = createHash('sha256');
  for (const piece of piecesOfPart(files, dir, part)) hash.update(piece);
  return hash.digest('hex');
}
