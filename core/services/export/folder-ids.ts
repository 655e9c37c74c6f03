const LONGEST = 50;

/** Ids as files of courses have them, for what is called otherwise in the library: the same again for the same name. */
export class FolderIds {
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** @param key of a note, `space/name` */
  of(key: string): string {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const plain = key
      .slice(key.indexOf('/') + 1)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+/, '')
      .slice(0, LONGEST);
    let id = plain === '' ? 'q' : plain;
    for (let count = 2; this.#taken.has(id); count++) id = `${plain === '' ? 'q' : plain}-${count}`;
    this.#taken.add(id);
    this.#ids.set(key, id);
    return id;
  }
}
