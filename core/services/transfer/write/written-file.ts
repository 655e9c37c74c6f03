import { nodeFiles } from '../../disk/files.ts';
import { replaceFile, writeAllAsync } from '../../disk/whole-file.ts';

/**
 * Writes a file as its pieces come, beside its name, and puts it there when it is whole.
 * @param open begins the pieces; called when the file is open
 * @returns its bytes
 */
export async function writtenFile(path: string, open: () => AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  await replaceFile(nodeFiles, path, async (fd) => {
    for await (const piece of open()) {
      await writeAllAsync(nodeFiles, fd, piece, bytes);
      bytes += piece.length;
    }
  });
  return bytes;
}
