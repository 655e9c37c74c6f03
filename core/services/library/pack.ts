import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Files } from '../disk/files.ts';
import { OpenFile } from '../disk/open-file.ts';
import { readPart, readWhole } from '../disk/whole-file.ts';
import { inSlices } from '../jobs/slices.ts';
import type { SourceDeck, SourcePreset } from '../transfer/format.ts';
import { decodingColumns, type PackColumns } from './pack-columns.ts';
import { decodePackLine, type LineOf, type PackLine, type PackMedia, type PackNote } from './pack-lines.ts';
import { columnsPath, packPath } from './places.ts';
import { rebuiltColumns } from './rebuilt-columns.ts';

/** Notes that were read last are kept: a card is shown, graded and shown again. */
const KEPT_NOTES = 200;
const NEWLINE = 10;

/** Notes as they came in with one import: read as they are asked for. It never changes. */
export class Pack {
  readonly #kept = new Map<number, PackNote>();
  readonly types: ReadonlyMap<string, NoteType>;

  private constructor(
    readonly sha256: string,
    readonly source: LineOf<'header'>['source'],
    /** Of a pack that holds a course. */
    readonly course: LineOf<'course'> | undefined,
    types: readonly NoteType[],
    readonly decks: readonly SourceDeck[],
    readonly presets: readonly SourcePreset[],
    /** By the names that notes call them. */
    readonly media: ReadonlyMap<string, PackMedia>,
    readonly columns: PackColumns,
    private readonly file: OpenFile,
  ) {
    this.types = new Map(types.map((type) => [type.id, type]));
  }

  /**
   * @param dataDir where `library/packs` is
   * @throws AppError `data-corrupt` naming the pack where it is missing or damaged
   */
  static async open(files: Files, dataDir: string, sha256: string): Promise<Pack> {
    const path = join(dataDir, packPath(sha256));
    const facts = files.facts(path);
    if (facts === null) throw new AppError('data-corrupt', 'a pack is missing', { file: packPath(sha256) });
    const kept = readWhole(files, join(dataDir, columnsPath(sha256)));
    const columns =
      (kept && (await inSlices(decodingColumns(kept, sha256, facts.bytes)))) ??
      (await rebuiltColumns(files, dataDir, sha256));
    const head = linesOf(readPart(files, path, 0, columns.headBytes), sha256);
    const tail = linesOf(readPart(files, path, columns.tailAt, columns.packBytes), sha256);
    const of = <K extends PackLine['kind']>(kind: K) =>
      [...head, ...tail].flatMap((each) => (each.kind === kind ? [each.line as LineOf<K>] : []));
    const [header] = of('header');
    if (!header) throw damaged(sha256, 0);
    const media = new Map(of('media').map((medium) => [medium.name, medium]));
    return new Pack(
      sha256,
      header.source,
      of('course')[0],
      of('type'),
      of('deck'),
      of('preset'),
      media,
      columns,
      new OpenFile(files, path),
    );
  }

  get notes(): number {
    return this.columns.keys.length;
  }

  /** @param place of the note, from 0. @throws AppError `data-corrupt` naming the pack and where in it */
  note(place: number): PackNote {
    const kept = this.#kept.get(place);
    if (kept) return kept;
    const from = this.columns.offset[place]!;
    const bytes = this.file.part(from, from + this.columns.bytes[place]!);
    const read = lineOf(bytes, this.sha256, from);
    if (read.kind !== 'note' || read.line.key !== this.columns.keys.at(place)) throw damaged(this.sha256, from);
    if (this.#kept.size >= KEPT_NOTES) this.#kept.delete(this.#kept.keys().next().value!);
    this.#kept.set(place, read.line);
    return read.line;
  }

  /** Its file is open once a note was read. A note that is asked for later opens it again. */
  close(): void {
    this.file.close();
  }
}

function linesOf(bytes: Buffer, sha256: string): PackLine[] {
  const lines: PackLine[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, from);
    if (end < 0) throw damaged(sha256, from);
    lines.push(lineOf(bytes.subarray(from, end), sha256, from));
    from = end + 1;
  }
  return lines;
}

export function lineOf(bytes: Buffer, sha256: string, at: number): PackLine {
  try {
    return decodePackLine(bytes);
  } catch (cause) {
    throw damaged(sha256, at, cause);
  }
}

export const damaged = (sha256: string, at: number, cause?: unknown): AppError =>
  new AppError('data-corrupt', `a pack is damaged at byte ${at}`, { file: packPath(sha256) }, { cause });
