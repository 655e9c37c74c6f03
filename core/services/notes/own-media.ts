import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { recordOf } from '../../domain/history/records.ts';
import { makeLastingFolder } from '../disk/lasting-folder.ts';
import type { Files } from '../disk/files.ts';
import { replaceFile, writeAllAsync } from '../disk/whole-file.ts';
import type { FaceDoor } from '../face/face-door.ts';
import { HEAD_BYTES, mediaType } from '../face/media-types.ts';
import { MEDIA, mediaPath } from '../library/places.ts';
import type { ProgressStore } from '../ports.ts';

/** A film of some minutes. */
const MAX_BYTES = 200 << 20;
const KINDS = { image: 'image', audio: 'sound', video: 'film' } as const;
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/svg+xml': '.svg',
  'audio/mpeg': '.mp3',
};

/** Pictures, sounds and films that the learner puts into notes: kept by their hash, called by a name that nothing else has. */
export class OwnMedia {
  constructor(
    private readonly place: { readonly files: Files; readonly dataDir: string },
    private readonly store: ProgressStore,
    private readonly door: Pick<FaceDoor, 'mediaAddress'>,
    /** Path on the disk of a file that was received. @throws AppError `not-found` */
    private readonly pathOf: (path: string) => string,
  ) {}

  /** @throws AppError `not-found`; `bad-input` with `reason` `too-large`, `not-media`; errors of the disk */
  async add({ path, name }: Input<'media.add'>): Promise<Output<'media.add'>> {
    const bytes = await this.#read(this.pathOf(path));
    const type = mediaType(bytes.subarray(0, HEAD_BYTES));
    const kind = KINDS[type.slice(0, type.indexOf('/')) as keyof typeof KINDS];
    if (!kind) throw refused('not-media');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const called = calledAs(name, sha256, ENDINGS[type] ?? `.${type.slice(type.indexOf('/') + 1)}`);
    await this.#keep(sha256, bytes);
    if (recordOf(this.store.progress, 'medium', called)?.sha256 !== sha256)
      await this.store.append({ type: 'medium', id: called, set: { sha256, bytes: bytes.length } });
    return { name: called, kind, address: this.door.mediaAddress(sha256) };
  }

  async #read(path: string): Promise<Buffer> {
    const facts = await stat(path).catch((cause: unknown) => {
      throw new AppError('not-found', 'no such file', { what: 'file' }, { cause });
    });
    if (!facts.isFile()) throw new AppError('not-found', 'no such file', { what: 'file' });
    if (facts.size > MAX_BYTES) throw refused('too-large');
    const pieces: Buffer[] = [];
    for await (const piece of createReadStream(path)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  }

  async #keep(sha256: string, bytes: Buffer): Promise<void> {
    const { files, dataDir } = this.place;
    const path = join(dataDir, mediaPath(sha256));
    makeLastingFolder(files, dataDir, dirname(path));
    if (files.found(path)?.bytes === bytes.length) return;
    // Written where what a crash leaves is known by its name, then moved as a whole.
    const beside = join(dataDir, MEDIA, sha256);
    await replaceFile(files, beside, (fd) => writeAllAsync(files, fd, bytes, 0));
    files.rename(beside, path);
    files.syncFolder(dirname(path));
  }
}

/** A name with a part of the hash in it: whatever packs call their files, this means this one. */
function calledAs(name: string, sha256: string, ending: string): string {
  const plain = name
    .slice(0, name.length - extname(name).length)
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s<>:"'`/\\|?*[\]{}&#%=]+/gu, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  const stem = Array.from(plain).slice(0, 40).join('');
  return `${stem === '' ? 'file' : stem}-${sha256.slice(0, 12)}${ending}`;
}

const refused = (reason: 'too-large' | 'not-media') =>
  new AppError('bad-input', `this file can not be put into a note: ${reason}`, {
    method: 'media.add',
    field: 'path',
    reason,
  });

export const mediaHandlers = (media: OwnMedia) =>
  ({ 'media.add': (input) => media.add(input) }) satisfies Partial<Handlers>;
