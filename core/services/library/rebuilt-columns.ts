import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Files } from '../disk/files.ts';
import { readPart, replaceFile } from '../disk/whole-file.ts';
import { inSlices } from '../jobs/slices.ts';
import { ColumnsBuilder } from './columns-builder.ts';
import { writeColumns, type PackColumns } from './pack-columns.ts';
import { damaged, lineOf } from './pack.ts';
import { columnsPath, INDEX, packPath } from './places.ts';

const PIECE = 1 << 20;
const NEWLINE = 10;

/**
 * Reads a pack from its first to its last line and puts its columns beside it, which were missing or not its own.
 * @throws AppError `data-corrupt` where the pack is damaged
 */
export async function rebuiltColumns(files: Files, dataDir: string, sha256: string): Promise<PackColumns> {
  const columns = await inSlices(reading(files, join(dataDir, packPath(sha256)), sha256));
  files.makeFolder(join(dataDir, INDEX));
  await replaceFile(files, join(dataDir, columnsPath(sha256)), (fd) => writeColumns(files, fd, sha256, columns));
  return columns;
}

function* reading(files: Files, path: string, sha256: string): Generator<undefined, PackColumns> {
  const hash = createHash('sha256');
  const types: NoteType[] = [];
  let builder: ColumnsBuilder | null = null;
  let headBytes = 0;
  let tailAt: number | null = null;
  let at = 0;
  for (const { line: bytes, isWhole } of lines(files, path)) {
    if (!isWhole) throw damaged(sha256, at);
    const { kind, line } = lineOf(bytes, sha256, at);
    hash.update(bytes).update('\n');
    const next = at + bytes.length + 1;
    if (kind === 'type') types.push(line);
    if (kind === 'note') {
      if (builder === null) headBytes = at;
      (builder ??= new ColumnsBuilder(types)).add(line, at, bytes.length);
    } else if (kind === 'media' || kind === 'end') tailAt ??= at;
    at = next;
    yield;
  }
  if (tailAt === null || hash.digest('hex') !== sha256)
    throw new AppError('data-corrupt', 'a pack is not what its name says', { file: packPath(sha256) });
  return (builder ?? new ColumnsBuilder(types)).done({
    headBytes: builder === null ? tailAt : headBytes,
    tailAt,
    packBytes: at,
  });
}

function* lines(files: Files, path: string): Generator<{ line: Buffer; isWhole: boolean }> {
  const size = files.facts(path)?.bytes ?? 0;
  let rest: Buffer = Buffer.alloc(0);
  for (let from = 0; from < size; from += PIECE) {
    const piece = Buffer.concat([rest, readPart(files, path, from, Math.min(size, from + PIECE))]);
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      yield { line: piece.subarray(start, end), isWhole: true };
      start = end + 1;
    }
    rest = piece.subarray(start);
  }
  if (rest.length > 0) yield { line: rest, isWhole: false };
}
