import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../disk/files.ts';
import { readWhole, replaceFile, writeAll } from '../disk/whole-file.ts';

const FILE = 'sync-taken.json';
const Shape = z.object({ taken: z.array(z.string().regex(/^[0-9a-f]{32}$/)).max(1_000_000) });

/**
 * Segments of which every line is here, under its device or under the one that parted from it. They need not be read again. It is a
 * view: without its file they are.
 */
export class Taken {
  readonly #ids: Set<string>;
  #isChanged = false;

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
  ) {
    this.#ids = new Set(idsIn(readWhole(files, join(dataDir, FILE))));
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: string): void {
    this.#isChanged ||= !this.#ids.has(id);
    this.#ids.add(id);
  }

  /** Nothing that was taken can be counted on: the journals lost lines. */
  clear(): void {
    this.#isChanged ||= this.#ids.size > 0;
    this.#ids.clear();
  }

  /** @param present what is in the folder now: the others are forgotten */
  async write(present: ReadonlySet<string>): Promise<void> {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    const taken = [...this.#ids].filter((id) => present.has(id));
    const bytes = Buffer.from(JSON.stringify({ taken }));
    await replaceFile(this.files, join(this.dataDir, FILE), (fd) => writeAll(this.files, fd, bytes, 0));
  }
}

function idsIn(bytes: Buffer | null): readonly string[] {
  if (bytes === null) return [];
  try {
    return Shape.parse(JSON.parse(bytes.toString('utf8'))).taken;
  } catch {
    return [];
  }
}
