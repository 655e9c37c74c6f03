import type { PartName, SyncFile, SyncStore } from '../sync-store.ts';
import type { KeyRing } from './key-ring.ts';
import { readHead } from './read-head.ts';
import { hiddenName } from './seal-key.ts';
import { HEAD_BYTES } from './sealed-layout.ts';
import { nameIn, seal, unseal, type SealFault } from './sealed-file.ts';

/** What a file on the disk is, by its head. */
interface Head {
  readonly stamp: string;
  /** Part and name under which it was sealed; null where it can not be opened. */
  readonly label: { readonly part: PartName; readonly name: string } | null;
  /** Whether it stands where a key puts it: the place of this key in the ring, Infinity where it was moved or renamed. */
  readonly rank: number;
  /** Why it can not be opened; null where it can. */
  readonly fault: SealFault | null;
}

/** Where a file that was told stands on the disk, and under which name it was sealed. */
interface Place {
  readonly folder: string;
  readonly file: string;
  readonly label: string;
}

const labelOf = (part: PartName, name: string): string => `${part}/${name}`;

function readLabel(text: string): Head['label'] {
  const slash = text.indexOf('/');
  return slash > 0 ? { part: text.slice(0, slash), name: text.slice(slash + 1) } : null;
}

/**
 * A sync folder of which nothing can be read without the passphrase. Folders and files have names that say nothing; each file says,
 * sealed, what it is, so it is known again under whatever name a synchroniser gives it: it is told as `<name>.<name on the disk>` then.
 */
export class SealedStore implements SyncStore {
  readonly #heads = new Map<string, Head>();
  readonly #places = new Map<string, Place>();
  readonly #locked = new Set<PartName>();
  readonly #partOfFolder = new Map<string, PartName>();

  /** @param inner the folder as it is on the disk @param keys the first seals, all of them open */
  constructor(
    private readonly inner: SyncStore,
    private readonly keys: KeyRing,
  ) {}

  async parts(): Promise<PartName[]> {
    const parts = new Set<PartName>();
    for (const folder of await this.inner.parts()) parts.add((await this.#partIn(folder)) ?? folder);
    return [...parts];
  }

  async list(part: PartName): Promise<SyncFile[]> {
    this.#locked.delete(part);
    const found: { folder: string; file: SyncFile; head: Head }[] = [];
    for (const folder of [...this.keys.map((key) => hiddenName(key, part)), part])
      for (const file of await this.inner.list(folder)) {
        const head = await this.#headOf(folder, file);
        if (head.fault === 'no-key') this.#locked.add(part);
        else if (head.fault !== 'foreign') found.push({ folder, file, head });
      }
    const told = new Map<string, SyncFile>();
    for (const { folder, file, head } of found.sort((a, b) => a.head.rank - b.head.rank)) {
      const { label, rank } = head;
      const isItself = label?.part === part && rank < Infinity && !told.has(label.name);
      const name = label === null ? file.name : isItself ? label.name : `${label.name}.${file.name}`;
      told.set(name, { ...file, name });
      const sealedAs = label === null ? labelOf(part, name) : labelOf(label.part, label.name);
      this.#places.set(labelOf(part, name), { folder, file: file.name, label: sealedAs });
    }
    return [...told.values()];
  }

  read(part: PartName, name: string): AsyncIterable<Buffer> {
    const { folder, file, label } = this.#places.get(labelOf(part, name)) ?? this.#placeFor(part, name);
    return unseal(label, this.inner.read(folder, file), this.keys);
  }

  async write(part: PartName, name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    const place = this.#placeFor(part, name);
    await this.inner.write(place.folder, place.file, seal(place.label, pieces, this.keys[0]));
    this.#places.set(place.label, place);
    for (const key of this.keys.slice(1)) await this.#removeOf(key, part, name);
  }

  async remove(part: PartName, name: string): Promise<void> {
    const place = this.#places.get(labelOf(part, name));
    if (place) await this.inner.remove(place.folder, place.file);
    for (const key of this.keys) await this.#removeOf(key, part, name);
    this.#places.delete(labelOf(part, name));
  }

  async tidy(part: PartName): Promise<void> {
    for (const key of this.keys) await this.inner.tidy?.(hiddenName(key, part));
  }

  isLocked(part: PartName): boolean {
    return this.#locked.has(part);
  }

  watch(changed: () => void): () => void {
    return this.inner.watch(changed);
  }

  /** Where a file is written. */
  #placeFor(part: PartName, name: string): Place {
    const [key] = this.keys;
    const label = labelOf(part, name);
    return { folder: hiddenName(key, part), file: hiddenName(key, label), label };
  }

  #removeOf(key: KeyRing[number], part: PartName, name: string): Promise<void> {
    return this.inner.remove(hiddenName(key, part), hiddenName(key, labelOf(part, name)));
  }

  /** The part that a folder on the disk is, known by any of its files that opens; null for one that was renamed or is none. */
  async #partIn(folder: string): Promise<PartName | null> {
    const known = this.#partOfFolder.get(folder);
    if (known !== undefined) return known;
    for (const file of await this.inner.list(folder)) {
      const part = (await this.#headOf(folder, file)).label?.part;
      if (part === undefined || !this.keys.some((key) => hiddenName(key, part) === folder)) continue;
      this.#partOfFolder.set(folder, part);
      return part;
    }
    return null;
  }

  async #headOf(folder: string, { name, stamp }: SyncFile): Promise<Head> {
    const path = `${folder}/${name}`;
    const known = this.#heads.get(path);
    if (known?.stamp === stamp) return known;
    const bytes = await readHead(this.inner, folder, name);
    const opened = nameIn(bytes, this.keys);
    const sealedAs = typeof opened === 'string' ? null : opened.name;
    const at = sealedAs === null ? -1 : this.keys.findIndex((key) => hiddenName(key, sealedAs) === name);
    const head = {
      stamp,
      label: sealedAs === null ? null : readLabel(sealedAs),
      rank: at < 0 ? Infinity : at,
      fault: typeof opened === 'string' ? opened : null,
    };
    // What could not be read now may be read next time.
    if (bytes.length === HEAD_BYTES) this.#heads.set(path, head);
    return head;
  }
}
