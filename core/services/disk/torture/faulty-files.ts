import { nodeFiles, type Files } from '../files.ts';

/** ENOSPC and the like: the call does nothing. `short`: a write takes half of its bytes, then the disk is full. */
export type Fault = 'ENOSPC' | 'EIO' | 'EACCES' | 'EROFS' | 'short';

/** Calls that can fail on a real disk. */
const FALLIBLE = [
  'open',
  'write',
  'truncate',
  'datasync',
  'sync',
  'makeFolder',
  'rename',
  'remove',
  'syncFolder',
  'writeAsync',
  'renameAsync',
  'syncFolderAsync',
] as const;

/** The real disk, on which the calls number `from` to `to` (counted from 1) fail. */
export class FaultyFiles {
  calls = 0;
  failed = 0;
  readonly files: Files;

  constructor(
    private readonly fault: Fault,
    private readonly from: number,
    private readonly to: number,
    disk: Files = nodeFiles,
  ) {
    const wrapped: Record<string, unknown> = { ...disk };
    for (const name of FALLIBLE) {
      const real = disk[name] as (...args: unknown[]) => unknown;
      wrapped[name] = (...args: unknown[]) => {
        this.calls++;
        if (this.calls < this.from || this.calls > this.to) return real(...args);
        this.failed++;
        if (this.fault === 'short' && (name === 'write' || name === 'writeAsync')) {
          const [fd, bytes, at] = args as [number, Uint8Array, number];
          return nodeFiles.write(fd, bytes.subarray(0, Math.ceil(bytes.length / 2)), at);
        }
        const code = this.fault === 'short' ? 'ENOSPC' : this.fault;
        const error = Object.assign(new Error(`${code} in ${name}`), { code });
        if (name === 'sync' || name.endsWith('Async')) return Promise.reject(error);
        throw error;
      };
    }
    this.files = wrapped as unknown as Files;
  }
}
