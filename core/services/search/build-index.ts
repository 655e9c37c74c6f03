import { join } from 'node:path';
import type { Note } from '../../domain/note/note.ts';
import type { Files } from '../disk/files.ts';
import { readPart } from '../disk/whole-file.ts';
import { inSlices } from '../jobs/slices.ts';
import { Pack } from '../library/pack.ts';
import { packPath } from '../library/places.ts';
import { IndexBuilder, type IndexParts } from './index-builder.ts';
import { writeTextIndex } from './index-file.ts';
import { formsOf, noteTexts } from './note-texts.ts';

/** Bytes of the pack that are read at once; a longer note alone. */
const PIECE = 1 << 20;

/**
 * Reads a pack from its first to its last note.
 * @throws AppError `data-corrupt` where the pack can not be opened
 */
export async function indexParts(files: Files, dataDir: string, sha256: string): Promise<IndexParts> {
  const pack = await Pack.open(files, dataDir, sha256);
  const builder = new IndexBuilder();
  await inSlices(adding(files, join(dataDir, packPath(sha256)), pack, builder));
  return builder.parts();
}

/** The same, and puts the index of its texts beside it. @throws errors of the disk, too */
export async function buildIndex(files: Files, dataDir: string, sha256: string): Promise<void> {
  await writeTextIndex(files, dataDir, sha256, await indexParts(files, dataDir, sha256));
}

function* adding(files: Files, path: string, { columns, notes }: Pack, builder: IndexBuilder): Generator<undefined> {
  const { offset, bytes } = columns;
  let piece: Buffer = Buffer.alloc(0);
  let from = 0;
  for (let note = 0; note < notes; note++) {
    const [begin, end] = [offset[note]!, offset[note]! + bytes[note]!];
    if (begin < from || end > from + piece.length) {
      piece = readPart(files, path, begin, Math.max(end, Math.min(begin + PIECE, columns.packBytes)));
      from = begin;
    }
    builder.add(formsOf(textsOfLine(piece.subarray(begin - from, end - from))));
    yield;
  }
}

/** The pack was looked through when it came; of a note that can not be read since then nothing is found. */
function textsOfLine(line: Buffer): string[] {
  try {
    const [, { content }] = JSON.parse(line.toString('utf8')) as [string, Pick<Note, 'content'>];
    return noteTexts(content);
  } catch {
    return [];
  }
}
