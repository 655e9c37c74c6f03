import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../disk/files.ts';
import type { StoreNotice } from '../ports.ts';
import { readWhole, replaceFile, writeAll } from '../disk/whole-file.ts';

const FILE = 'sync-taken.json';
const Shape = z.object({
  taken: z.array(z.string().regex(/^[0-9a-f]{32}$/)).max(1_000_000),
  /** What was missing from the journals when this was written. */
  losses: z.string().max(1_000).default(''),
});
/** What a store tells of lines that were there once. */
const LOSSES: ReadonlySet<StoreNotice['code']> = new Set([
  'lines-quarantined',
  'journal-missing',
  'events-missing',
  'incoming-missing',
]);

/**
 * Segments of which every line is here, under its device or under the one that parted from it. They need not be read again. It is a
 * view: without its file they are.
 */
export class Taken {
  readonly #ids: Set<string>;
  readonly #losses: string;
  #isChanged: boolean;

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
    /** Of the store: where lines were lost since this was written, nothing that was taken can be counted on. */
    notices: readonly StoreNotice[],
  ) {
    const known = takenIn(readWhole(files, join(dataDir, FILE)));
    const lost = notices.filter(({ code }) => LOSSES.has(code)).map(({ code, count }) => `${code} ${count}`);
    this.#losses = lost.sort().join();
    const isLess = this.#losses !== '' && this.#losses !== known.losses;
    this.#ids = new Set(isLess ? [] : known.taken);
    this.#isChanged = this.#losses !== known.losses;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: string): void {
    this.#isChanged ||= !this.#ids.has(id);
    this.#ids.add(id);
  }

  /** @param present what is in the folder now: the others are forgotten */
  async write(present: ReadonlySet<string>): Promise<void> {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    const taken = [...this.#ids].filter((id) => present.has(id));
    const bytes = Buffer.from(JSON.stringify({ taken, losses: this.#losses }));
    await replaceFile(this.files, join(this.dataDir, FILE), (fd) => writeAll(this.files, fd, bytes, 0));
  }
}

function takenIn(bytes: Buffer | null): z.infer<typeof Shape> {
  if (bytes === null) return { taken: [], losses: '' };
  try {
    return Shape.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return { taken: [], losses: '' };
  }
}
