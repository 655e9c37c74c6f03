import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { stopIfCancelled } from '../transfer/cancellation.ts';
import type { Source } from '../transfer/format.ts';

/** @param name as the learner knows it, where the file lies under another. @throws AppError `not-found`, `bad-input` for what is no file, `import-unreadable` for a folder without a course, `cancelled`; errors of the disk */
export async function sourceFile(path: string, name: string | undefined, signal: AbortSignal): Promise<Source> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw new AppError('not-found', 'no such file', { what: 'file' }, { cause });
  });
  if (facts.isDirectory()) return (await import('../transfer/course/folder.ts')).folderSource(path, signal);
  if (!facts.isFile()) throw new AppError('bad-input', 'not a file', { method: 'library.import', field: 'path' });
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    stopIfCancelled(signal);
    hash.update(piece as Buffer);
  }
  return { name: (name ?? basename(path)).normalize('NFC'), path, bytes: facts.size, sha256: hash.digest('hex') };
}
