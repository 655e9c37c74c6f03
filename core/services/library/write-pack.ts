import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Files } from '../disk/files.ts';
import { writeAll } from '../disk/whole-file.ts';
import type { SourceDeck, SourceNote, SourcePreset } from '../transfer/format.ts';
import { noteKeyOf } from './card-ids.ts';
import { ColumnsBuilder } from './columns-builder.ts';
import { writeColumns } from './pack-columns.ts';
import { textOfPackLine, type LineKind, type LineOf, type PackMedia } from './pack-lines.ts';
import { columnsPath, INDEX, packPath, PACKS } from './places.ts';

/** What stands before the notes of a pack. */
export interface PackHead {
  readonly source: LineOf<'header'>['source'];
  /** Of a pack that holds a course. */
  readonly course?: LineOf<'course'>;
  readonly types: readonly NoteType[];
  readonly decks: readonly SourceDeck[];
  readonly presets: readonly SourcePreset[];
}

export interface WrittenPack {
  readonly sha256: string;
  /** Of all before the media: the same whether they were read or not. */
  readonly notesSha256: string;
  readonly notes: number;
  readonly cards: number;
  readonly media: number;
}

const FLUSH_BYTES = 1 << 20;
/** A character is three bytes at most. */
const BYTES_A_CHARACTER = 3;

/** Writes a pack into a folder in the form of the data folder: notes, then media, then `finish`. What is the same gives the same bytes. */
export class PackWriter {
  readonly #temp: string;
  readonly #fd: number;
  readonly #hash: Hash = createHash('sha256');
  readonly #columns: ColumnsBuilder;
  readonly #deckPlaces: ReadonlyMap<string, number>;
  /** Lines that were not written yet, side by side, and how many bytes they are. */
  #memory = Buffer.allocUnsafeSlow(FLUSH_BYTES);
  #waiting = 0;
  #bytes = 0;
  #headBytes = 0;
  #tailAt: number | null = null;
  #media = 0;
  #notesSha256 = '';
  #isOpen = true;
  #syncing: Promise<void> | null = null;

  /** @throws errors of the disk */
  constructor(
    private readonly files: Files,
    private readonly folder: string,
    { source, course, types, decks, presets }: PackHead,
  ) {
    files.makeFolder(join(folder, PACKS));
    files.makeFolder(join(folder, INDEX));
    this.#temp = join(folder, PACKS, 'unfinished');
    this.#fd = files.open(this.#temp, 'wx');
    this.#columns = new ColumnsBuilder(types);
    this.#deckPlaces = new Map(decks.map(({ id }, place) => [id, place]));
    this.#put('header', { pack: 1, source });
    if (course) this.#put('course', course);
    for (const type of types) this.#put('type', type);
    for (const deck of decks) this.#put('deck', deck);
    for (const preset of presets) this.#put('preset', preset);
    this.#headBytes = this.#bytes;
  }

  /** @returns what the note is called in the library */
  note({ note, space = 'anki', cards }: SourceNote): string {
    const key = noteKeyOf(space, note.id);
    const { id, content, tags, createdAt, modifiedAt } = note;
    const line: LineOf<'note'> = {
      ...{ key, id, content, tags, createdAt, modifiedAt },
      cards: cards.map(({ ordinal, deckId }) => [ordinal, this.#deckPlaces.get(deckId) ?? 0]),
    };
    const offset = this.#bytes;
    const bytes = this.#put('note', line);
    this.#columns.add(line, offset, bytes - 1);
    return key;
  }

  media(medium: PackMedia): void {
    this.#endOfNotes();
    this.#put('media', medium);
    this.#media += 1;
  }

  /** Gives the pack its name, with its columns beside it. It lasts once `lasting` is over, so that more can be made meanwhile. */
  finish(): WrittenPack {
    const { notes, cards } = this.#columns;
    const tailAt = this.#endOfNotes();
    this.#put('end', { notes, cards, media: this.#media });
    this.#flush();
    this.#syncing = this.files.sync(this.#fd);
    // Who asks for it is told; until then nobody may hear of it.
    this.#syncing.catch(() => undefined);
    const sha256 = this.#hash.digest('hex');
    this.files.rename(this.#temp, join(this.folder, packPath(sha256)));
    const columns = this.#columns.done({ headBytes: this.#headBytes, tailAt, packBytes: this.#bytes });
    const fd = this.files.open(join(this.folder, columnsPath(sha256)), 'wx');
    try {
      writeColumns(this.files, fd, sha256, columns);
    } finally {
      this.files.close(fd);
    }
    return { sha256, notesSha256: this.#notesSha256, notes, cards, media: this.#media };
  }

  /** When the finished pack is on the disk. @throws errors of the disk */
  async lasting(): Promise<void> {
    await this.#syncing;
  }

  /** Lets the file go, finished or not. */
  async close(): Promise<void> {
    await this.#syncing?.catch(() => undefined);
    if (this.#isOpen) this.files.close(this.#fd);
    this.#isOpen = false;
  }

  /** Where the lines behind the notes begin. */
  #endOfNotes(): number {
    if (this.#tailAt === null) {
      this.#tailAt = this.#bytes;
      this.#flush();
      this.#notesSha256 = this.#hash.copy().digest('hex');
    }
    return this.#tailAt;
  }

  #put<K extends LineKind>(kind: K, line: LineOf<K>): number {
    const text = textOfPackLine(kind, line);
    const room = text.length * BYTES_A_CHARACTER;
    if (this.#waiting + room > this.#memory.length) this.#flush();
    if (room > this.#memory.length) this.#memory = Buffer.allocUnsafeSlow(room);
    const bytes = this.#memory.write(text, this.#waiting);
    this.#waiting += bytes;
    this.#bytes += bytes;
    return bytes;
  }

  #flush(): void {
    const lines = this.#memory.subarray(0, this.#waiting);
    this.#hash.update(lines);
    writeAll(this.files, this.#fd, lines, this.#bytes - this.#waiting);
    this.#waiting = 0;
  }
}
