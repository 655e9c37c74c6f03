import type { SyncStore } from '../sync-store.ts';

/** What a call says. `short`: half of a file is left under its name, then the disk is full, as on drives that know no renaming. */
export type FolderFault = 'ENOSPC' | 'EROFS' | 'EIO' | 'EACCES' | 'ENOENT' | 'short';

/** A sync folder of which the calls number `from` to `to` (counted from 1) fail; a write in its middle. */
export class FaultyStore {
  calls = 0;
  /** Of them, what they were. */
  readonly failed: string[] = [];

  constructor(
    private readonly fault: FolderFault,
    private readonly from: number,
    private to: number,
    /** Which calls are counted: a folder that can be read only fails where it is written. */
    private readonly isCounted: (call: string, part: string) => boolean = () => true,
  ) {}

  /** All is well from here on. */
  mend(): void {
    this.to = 0;
  }

  around(store: SyncStore): SyncStore {
    return {
      parts: () => this.#call('parts', '', () => store.parts()),
      list: (part) => this.#call('list', part, () => store.list(part)),
      read: (part, name) => this.#reading(part, store.read(part, name)),
      write: (part, name, pieces) => this.#writing(store, part, name, pieces),
      remove: (part, name) => this.#call('remove', part, () => store.remove(part, name)),
      watch: (changed) => store.watch(changed),
    };
  }

  #fails(call: string, part: string): boolean {
    if (!this.isCounted(call, part)) return false;
    this.calls++;
    if (this.calls < this.from || this.calls > this.to) return false;
    this.failed.push(call);
    return true;
  }

  #error(call: string): Error {
    const code = this.fault === 'short' ? 'ENOSPC' : this.fault;
    return Object.assign(new Error(`${code} in ${call}`), { code });
  }

  async #call<T>(call: string, part: string, work: () => Promise<T>): Promise<T> {
    if (this.#fails(call, part)) throw this.#error(call);
    return work();
  }

  async *#reading(part: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    if (this.#fails('read', part)) throw this.#error('read');
    yield* pieces;
  }

  async #writing(store: SyncStore, part: string, name: string, pieces: Parameters<SyncStore['write']>[2]) {
    if (!this.#fails('write', part)) return store.write(part, name, pieces);
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    const bytes = Buffer.concat(all);
    const half = bytes.subarray(0, bytes.length >> 1);
    const error = this.#error('write');
    if (this.fault === 'short') await store.write(part, name, [half]);
    else
      await store.write(
        part,
        name,
        (function* () {
          yield half;
          throw error;
        })(),
      );
    throw error;
  }
}
