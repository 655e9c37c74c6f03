import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { Files } from './files.ts';

export interface DataLock {
  release(): Promise<void>;
}

/**
 * A name only one process can listen on. The system frees it when the process ends, however it ends, so there is no stale
 * lock: a named pipe on Windows, an abstract socket on Linux. Elsewhere a socket file, which may outlive its process.
 */
function lockName(folder: string): { address: string; file: string | null } {
  const hash = createHash('sha256').update(realpathSync.native(folder)).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return { address: `\\\\.\\pipe\\jamdai-${hash}`, file: null };
  if (process.platform === 'linux') return { address: `\0jamdai-${hash}`, file: null };
  const file = join(tmpdir(), `jamdai-${hash}.sock`);
  return { address: file, file };
}

const listen = (server: Server, address: string) =>
  new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen({ path: address, exclusive: true }, () => resolve(true));
  });

const answers = (address: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(address, () => resolve(socket.destroy() !== null));
    socket.once('error', () => resolve(false));
  });

/**
 * One process per data folder, both shells.
 * @throws AppError `data-locked`
 */
export async function lockFolder(files: Files, folder: string): Promise<DataLock> {
  const { address, file } = lockName(folder);
  const server = createServer((socket) => socket.destroy());
  server.unref();
  let held = await listen(server, address);
  if (!held && file !== null && !(await answers(file))) {
    files.remove(file);
    held = await listen(server, address);
  }
  if (!held) throw new AppError('data-locked', 'another process has this data folder open');
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}
