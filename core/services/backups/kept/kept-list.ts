import { z } from 'zod';
import { AppError } from '../../../domain/errors.ts';
import { breathe } from '../../jobs/slices.ts';
import { Bounds, Content, PathShape, readJson } from '../archive/manifest-shapes.ts';
import { keepInPieces, type KeptFile } from './kept-file.ts';
import type { ObjectStore } from './object-store.ts';

export const KeptFileShape = z.strictObject({
  path: PathShape,
  bytes: Bounds.bytes,
  objects: z.array(Content).readonly(),
  writtenAt: Bounds.at,
});

/** A list of files that is kept as a file itself, a line of JSON each. */
export interface KeptList {
  readonly bytes: number;
  readonly objects: readonly string[];
}

const LINES_A_STEP = 200;

/**
 * Lists many backups share are read once. A list keeps the order of the one before and has what is new at its end, so that of
 * a long one only the last piece is kept anew.
 */
export class KeptLists {
  readonly #known = new Map<string, readonly KeptFile[]>();

  constructor(private readonly objects: ObjectStore) {}

  /** @throws AppError `data-corrupt` */
  async read({ objects }: KeptList): Promise<readonly KeptFile[]> {
    const key = objects.join();
    const known = this.#known.get(key);
    if (known) return known;
    const pieces: Buffer[] = [];
    for (const hash of objects) pieces.push(await this.objects.readAll(hash));
    const files: KeptFile[] = [];
    for (const line of Buffer.concat(pieces).toString('utf8').split('\n')) {
      if (line === '') continue;
      const parsed = KeptFileShape.safeParse(readJson(Buffer.from(line), 'the list of files'));
      if (!parsed.success) throw new AppError('data-corrupt', 'the list of files of a backup is damaged');
      files.push(parsed.data);
      if (files.length % LINES_A_STEP === 0) await breathe();
    }
    this.#known.set(key, files);
    return files;
  }

  async write(files: readonly KeptFile[]): Promise<KeptList> {
    const text = Buffer.from(files.map((file) => `${JSON.stringify(file)}\n`).join(''));
    return keepInPieces(this.objects, [text], text.length, () => undefined);
  }
}
