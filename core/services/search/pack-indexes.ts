import type { Files } from '../disk/files.ts';
import type { Pack } from '../library/pack.ts';
import { indexParts } from './build-index.ts';
import { readTextIndex } from './index-file.ts';
import { indexHere, type Indexer } from './indexer.ts';
import { TextIndex } from './text-index.ts';

/** So few notes are read quicker than a thread begins. */
const FEW_NOTES = 2_000;

/** The indexes of packs: read from their files, and made where they are missing. */
export class PackIndexes {
  readonly #open = new Map<string, TextIndex>();
  readonly #coming = new Map<string, Promise<void>>();
  readonly #end = new AbortController();

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
    private readonly indexer: Indexer,
  ) {}

  /** Undefined as long as it is not there. */
  get(sha256: string): TextIndex | undefined {
    return this.#open.get(sha256);
  }

  /** Resolves when all these are there, and only these. @throws AppError `data-corrupt` where a pack can not be read */
  async bring(packs: readonly Pack[]): Promise<void> {
    const wanted = new Set(packs.map(({ sha256 }) => sha256));
    for (const sha256 of this.#open.keys()) if (!wanted.has(sha256)) this.#open.delete(sha256);
    for (const pack of packs) {
      const { sha256 } = pack;
      if (this.#open.has(sha256)) continue;
      if (!this.#coming.has(sha256))
        this.#coming.set(
          sha256,
          this.#make(pack).finally(() => this.#coming.delete(sha256)),
        );
      await this.#coming.get(sha256);
    }
  }

  /** Ends what is being made. */
  async close(): Promise<void> {
    this.#end.abort();
    await Promise.allSettled(this.#coming.values());
  }

  async #make({ sha256, notes }: Pack): Promise<void> {
    const read = () => readTextIndex(this.files, this.dataDir, sha256, notes);
    const known = (await read()) ?? (await this.#made(sha256, notes, read));
    this.#open.set(sha256, known);
  }

  async #made(sha256: string, notes: number, read: () => Promise<TextIndex | null>): Promise<TextIndex> {
    const index = notes <= FEW_NOTES ? indexHere : this.indexer;
    try {
      await index({ dataDir: this.dataDir, pack: sha256 }, this.#end.signal);
    } catch (cause) {
      if (this.#end.signal.aborted) throw cause;
      // A folder that can not be written is searched all the same.
    }
    const written = await read();
    if (written) return written;
    const { text, ends, postings } = await indexParts(this.files, this.dataDir, sha256);
    return new TextIndex(text, ends, postings);
  }
}
