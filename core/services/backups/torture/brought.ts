import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBrought } from '../../../domain/history/brought-device.ts';
import { parseCardId } from '../../../domain/ids.ts';
import type { LaidDown } from '../bring-in.ts';
import { broughtJournal, type BroughtBody } from '../../store/brought.fixture.ts';
import { broughtDevice } from '../../store/journal/brought-journal.ts';

const packPath = (sha256: string) => `library/packs/${sha256}.ndjson`;
const mediaPath = (sha256: string) => `library/media/${sha256.slice(0, 2)}/${sha256}`;
const AT = Date.parse('2026-01-01T00:00Z');

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function put256(folder: string, pathOf: (sha256: string) => string, content: string): string {
  const sha256 = createHash('sha256').update(content).digest('hex');
  put(join(folder, pathOf(sha256)), content);
  return sha256;
}

/** A folder as an import lays it down: so many practice answers, a pack and a picture of `size` kilobytes. */
export function makeBrought(folder: string, seed: number, size: number): LaidDown {
  const device = broughtDevice(`${seed}-${size}`);
  const picture = put256(folder, mediaPath, `${seed}`.padEnd(size * 1000, '.'));
  const pack = put256(folder, packPath, `${JSON.stringify({ pack: 1, seed, picture })}\n`);
  const events = Array.from({ length: size }, (_, i): BroughtBody => {
    const about = { card: parseCardId(`brought/${i % 50}`), prev: null, mode: 'practice', grade: 3 } as const;
    const kept = { memory: null, retention: 0.9, rolloverHour: 4, elapsedMs: 1_000, source: `${seed}:${i}` };
    return { at: AT + i * 1_000, utcOffsetMin: 0, body: { type: 'review', ...about, ...kept } };
  });
  const set = { pack, name: picture, reviews: size };
  const told: BroughtBody = { at: AT + size * 1_000, utcOffsetMin: 0, body: { type: 'import', id: device, set } };
  const { file, bytes, brought } = broughtJournal(device, told, events);
  put(join(folder, 'journal', device, file), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { folder, journal: { file, bytes: bytes.length, sha256, brought } };
}

interface Told {
  readonly set: { readonly pack: string; readonly name: string; readonly reviews: number };
}

/** Imports of which lines, the pack or the picture are not there, after a start. @param names of the events that are there */
export function halfBrought(dataDir: string, names: ReadonlySet<string>): string[] {
  const journals = join(dataDir, 'journal');
  return readdirSync(journals)
    .filter(isBrought)
    .filter((device) => {
      const [file] = readdirSync(join(journals, device)).filter((name) => name.endsWith('.ndjson'));
      if (file === undefined) return true;
      const { set } = JSON.parse(readFileSync(join(journals, device, file), 'utf8').split('\n')[0]!) as Told;
      const isThere = Array.from({ length: set.reviews + 1 }, (_, i) => names.has(`${device}:${i + 1}`));
      const paths = [packPath(set.pack), mediaPath(set.name)];
      return isThere.includes(false) || paths.some((path) => !existsSync(join(dataDir, path)));
    });
}
