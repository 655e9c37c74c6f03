import { mediaNames } from '../../domain/template/media-names.ts';
import { withMediaRenamed } from '../../domain/template/rename-media.ts';
import type { Pack } from '../library/pack.ts';
import type { PackMedia } from '../library/pack-lines.ts';

/**
 * The files that go out, each under a name of its own. Of two packs that call different files alike the first keeps the name, and the
 * second goes by one that bears its hash; programs that hold media in a folder take names that differ in case only for one.
 */
export class OutgoingMedia {
  readonly #files = new Map<string, PackMedia>();

  constructor(
    /** The file that a name in a note of a pack stands for, or in one that was made here. */
    private readonly fileOf: (pack: Pack | undefined, name: string) => PackMedia | undefined,
  ) {}

  /** @returns the text with the names its files go by */
  in(pack: Pack | undefined, html: string): string {
    const renamed = new Map<string, string>();
    for (const name of mediaNames(html)) {
      const other = this.take(pack, name);
      if (other !== undefined && other !== name) renamed.set(name, other);
    }
    return renamed.size === 0 ? html : withMediaRenamed(html, (name) => renamed.get(name));
  }

  /** @returns what the file goes by; undefined where there is none of that name */
  take(pack: Pack | undefined, name: string): string | undefined {
    const file = this.fileOf(pack, name);
    if (!file) return undefined;
    for (let digits = 0; ; digits = digits === 0 ? 8 : digits * 2) {
      const wanted = digits === 0 ? name : withHash(name, file.sha256.slice(0, digits));
      const key = wanted.toLowerCase();
      const known = this.#files.get(key);
      if (known && known.sha256 !== file.sha256 && digits < 64) continue;
      if (!known) this.#files.set(key, { ...file, name: wanted });
      return this.#files.get(key)!.name;
    }
  }

  get files(): readonly PackMedia[] {
    return [...this.#files.values()];
  }
}

/** Before its ending, by which programs know what it is. */
function withHash(name: string, hash: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? `${name}-${hash}` : `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
}
