import { createHash } from 'node:crypto';
import { AppError } from '../../../domain/errors.ts';
import type { Source, SourceMedia } from '../format.ts';
import type { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import { isBomb, openZip, wholeOf, type ZipEntry, type ZipSource } from '../zip-source.ts';
import { LIMITS } from './limits.ts';
import { mediaListOf, type ListedMedia } from './media-list.ts';
import { BrokenMessage, Message } from './protobuf.ts';
import { BrokenZstd, unzstd } from './zstd.ts';

/** Newest first: of several only the newest is the collection, the others tell old programs to update. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const;
/** What `meta` says of the newest kind of package that is known: collection and media are Zstandard, the list is protobuf. */
const LATEST = 3;

/** An `.apkg` or `.colpkg`. */
export interface AnkiPackage {
  readonly collection: Uint8Array;
  /** Was it written for the first scheduler only? Later ones have a container of their own. */
  readonly isOldest: boolean;
  readonly mediaCount: number;
  media(): AsyncGenerator<SourceMedia>;
  close(): void;
}

/** @throws AppError `import-unreadable`, `cancelled` */
export async function openPackage(source: Source, signal: AbortSignal, odd: Oddities): Promise<AnkiPackage> {
  const zip = await openZip(source, signal);
  try {
    const contents = new Contents(zip, source.name, folderOf([...zip.entries.keys()]));
    for (const name of zip.entries.keys()) if (isOutside(name)) odd.add('media-name-unsafe', name);
    const version = await versionOf(contents);
    const name = COLLECTIONS.find((each) => contents.has(each));
    const isLatest = name === 'collection.anki21b';
    if (name === undefined || (version === LATEST && !isLatest)) throw unreadable('no-collection', source.name);
    const collection = await contents.whole(name, LIMITS.collectionBytes, isLatest);
    const list = contents.has('media') ? await contents.whole('media', LIMITS.mediaListBytes, isLatest) : null;
    const listed = list ? mediaListOf(list, { file: source.name, isLatest, odd }) : [];
    const media = listed.filter(({ member }) => contents.has(member));
    for (const { name: missing, member } of listed) if (!contents.has(member)) odd.add('media-missing', missing);
    return {
      collection,
      isOldest: name === 'collection.anki2',
      mediaCount: media.length,
      media: () => contents.media(media, isLatest, odd),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Whoever unpacks a package and packs its folder again has everything below that. '' where the collection lies at the top, or in several. */
function folderOf(names: readonly string[]): string {
  const found = names.flatMap((name) => /^((?:(?!__MACOSX\/)[^/]+\/)?)collection\.anki2\w?$/.exec(name)?.[1] ?? []);
  const [only = '', ...others] = new Set(found);
  return others.length === 0 ? only : '';
}

const isOutside = (name: string) => name.split(/[/\\]/).includes('..') || /^[/\\]|^[a-z]:|\0/i.test(name);

/** Which kind of package it says it is; the oldest say nothing. */
async function versionOf(contents: Contents): Promise<number> {
  if (!contents.has('meta')) return 1;
  const bytes = await contents.whole('meta', LIMITS.metaBytes, false);
  try {
    const version = new Message(bytes).int(1);
    if (version > LATEST) throw unreadable('newer-format', contents.file, `meta ${version}`);
    return version;
  } catch (error) {
    throw error instanceof BrokenMessage ? unreadable('zip-damaged', contents.file, 'meta', error) : error;
  }
}

class Contents {
  constructor(
    private readonly zip: ZipSource,
    readonly file: string,
    /** What the names of all entries begin with: '' or a folder with a slash. */
    private readonly folder: string,
  ) {}

  has(name: string): boolean {
    return this.#entry(name) !== undefined;
  }

  whole(name: string, maxBytes: number, isZstd: boolean): Promise<Uint8Array> {
    const entry = this.#entry(name)!;
    if (entry.bytes > maxBytes) throw unreadable('too-large', this.file, name);
    // What Zstandard unpacks to is not said by the archive.
    const expected = isZstd ? 0 : entry.bytes;
    return wholeOf(this.#unpacked(entry, isZstd), { file: this.file, place: name, maxBytes, expected });
  }

  #entry(name: string): ZipEntry | undefined {
    return this.zip.entries.get(this.folder + name);
  }

  async *media(list: readonly ListedMedia[], isZstd: boolean, odd: Oddities): AsyncGenerator<SourceMedia> {
    for (const listed of list) {
      const entry = this.#entry(listed.member)!;
      if ((listed.bytes ?? entry.bytes) > LIMITS.mediaBytes) odd.add('media-unreadable', listed.name);
      else
        yield {
          name: listed.name,
          bytes: listed.bytes ?? entry.bytes,
          open: () => this.#checked(listed, this.#unpacked(entry, isZstd), odd),
        };
    }
  }

  async *#unpacked(entry: ZipEntry, isZstd: boolean): AsyncGenerator<Uint8Array> {
    if (!isZstd) return yield* this.zip.pieces(entry);
    // Earlier exports lay down an empty file, not an empty frame.
    if (entry.bytes === 0) return;
    let bytes = 0;
    try {
      for await (const piece of unzstd(this.zip.pieces(entry))) {
        bytes += piece.length;
        if (isBomb(bytes, entry.bytes)) throw unreadable('too-large', this.file, entry.name);
        yield piece;
      }
    } catch (error) {
      throw error instanceof BrokenZstd ? unreadable('zip-damaged', this.file, entry.name, error) : error;
    }
  }

  /** What can not be read is told as an oddity as well: one broken picture spoils no deck. */
  async *#checked(
    { name, bytes: length, sha1 }: ListedMedia,
    pieces: AsyncIterable<Uint8Array>,
    odd: Oddities,
  ): AsyncGenerator<Uint8Array> {
    const hash = sha1 && createHash('sha1');
    let bytes = 0;
    try {
      for await (const piece of pieces) {
        bytes += piece.length;
        if (length !== undefined && bytes > length) throw unreadable('lies-about-sizes', this.file, name);
        hash?.update(piece);
        yield piece;
      }
      if (length !== undefined && bytes < length) throw unreadable('lies-about-sizes', this.file, name);
      if (hash && !hash.digest().equals(sha1)) throw unreadable('zip-damaged', this.file, name);
    } catch (error) {
      if (error instanceof AppError && error.code === 'import-unreadable') odd.add('media-unreadable', name);
      throw error;
    }
  }
}
