import { gzipSync } from 'node:zlib';
import type { Files } from '../../disk/files.ts';
import { breathe } from '../../jobs/slices.ts';
import { piecesOfPart, type Part } from '../folder/folder-parts.ts';
import { MAX_COMPRESSED, type ObjectStore } from './object-store.ts';

/** A file of a backup: its objects, one behind the other, are its content. */
export interface KeptFile {
  /** Below the data folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly objects: readonly string[];
  /** When it was last written, epoch ms by the disk's clock: while that and its length stay, it is not read again. */
  readonly writtenAt: number;
}

const LARGE = MAX_COMPRESSED;
const SMALL = 16 << 10;
const SAMPLE_BYTES = 64 << 10;

/**
 * Where a file is cut into objects: pieces of 256 KiB, then of 16 KiB, then the rest. A journal only grows, so of a longer one
 * all but the last few pieces are those of the shorter one, and each is kept once.
 */
export function cutsOf(bytes: number): number[] {
  const cuts: number[] = [];
  for (const size of [LARGE, SMALL]) {
    const left = bytes - cuts.reduce((sum, cut) => sum + cut, 0);
    cuts.push(...Array<number>(Math.floor(left / size)).fill(size));
  }
  const rest = bytes % SMALL;
  return rest > 0 ? [...cuts, rest] : cuts;
}

/** The content of a part, cut. Ends early where the file does. */
function* cut(pieces: Iterable<Buffer>, cuts: readonly number[]): Generator<Buffer> {
  let held: Buffer[] = [];
  let have = 0;
  let next = 0;
  for (const piece of pieces) {
    held.push(piece);
    have += piece.length;
    while (next < cuts.length && have >= cuts[next]!) {
      const all = Buffer.concat(held);
      yield all.subarray(0, cuts[next]);
      const rest = all.subarray(cuts[next]!);
      held = rest.length > 0 ? [rest] : [];
      have = rest.length;
      next++;
    }
  }
  if (have > 0) yield Buffer.concat(held);
}

/** Keeps a content in pieces as above. Returns its objects and length. @param between called after each; may throw to end the work */
export async function keepInPieces(
  objects: ObjectStore,
  pieces: Iterable<Buffer>,
  bytes: number,
  between: () => void,
): Promise<Pick<KeptFile, 'bytes' | 'objects'>> {
  const hashes: string[] = [];
  let done = 0;
  for (const piece of cut(pieces, cutsOf(bytes))) {
    hashes.push(await objects.put(piece));
    done += piece.length;
    between();
    await breathe();
  }
  return { bytes: done, objects: hashes };
}

function compresses(sample: Buffer): boolean {
  return gzipSync(sample, { level: 1 }).length < sample.length * 0.9;
}

const isSame = (objects: ObjectStore, part: Part, kept: KeptFile): boolean =>
  kept.bytes === part.bytes && kept.writtenAt === writtenAtOf(part) && kept.objects.every((hash) => objects.has(hash));

const writtenAtOf = ({ writtenAt = 0 }: Part): number => Math.floor(writtenAt);

/**
 * Keeps a file: in pieces where it is small, a journal, or compressing pays, else whole.
 * @param before the file as it was kept last
 */
export async function keepFile(
  files: Files,
  dataDir: string,
  objects: ObjectStore,
  part: Part,
  before: KeptFile | undefined,
  between: () => void,
): Promise<KeptFile> {
  if (before && isSame(objects, part, before)) return before;
  const pieces = () => piecesOfPart(files, dataDir, part);
  const { path } = part;
  const writtenAt = writtenAtOf(part);
  const isCut = part.bytes <= LARGE || path.startsWith('journal/') || compresses(firstOf(pieces()));
  if (isCut) return { path, ...(await keepInPieces(objects, pieces(), part.bytes, between)), writtenAt };
  const { hash, bytes } = await objects.putWhole(pieces, between);
  return { path, bytes, objects: [hash], writtenAt };
}

function firstOf(pieces: Generator<Buffer>): Buffer {
  const first = pieces.next();
  pieces.return(undefined);
  return first.done === true ? Buffer.alloc(0) : first.value.subarray(0, SAMPLE_BYTES);
}

/** The content of a file of a backup, in pieces. @throws AppError `data-corrupt` */
export async function* keptContent(objects: ObjectStore, { objects: hashes }: KeptFile): AsyncGenerator<Buffer> {
  for (const hash of hashes) yield* objects.read(hash);
}

/** The end of a journal file from a byte on, read back from its objects. @throws AppError `data-corrupt` */
export async function keptFrom(objects: ObjectStore, file: KeptFile, from: number): Promise<Buffer> {
  const cuts = cutsOf(file.bytes);
  const pieces: Buffer[] = [];
  let offset = 0;
  let begin = 0;
  for (const [i, hash] of file.objects.entries()) {
    const end = offset + cuts[i]!;
    if (end > from) {
      if (pieces.length === 0) begin = offset;
      pieces.push(await objects.readAll(hash));
    }
    offset = end;
  }
  return Buffer.concat(pieces).subarray(pieces.length === 0 ? 0 : from - begin);
}
