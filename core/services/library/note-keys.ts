import { fnv1a } from '../../domain/fnv.ts';

const END = '\n';
/** Names between two steps. */
const GROUP = 5_000;

/** Names of notes in the order of their pack, see `noteKeyOf`: one text, and where each begins in it. Each by itself would be an object. */
export class NoteKeys implements Iterable<string> {
  private constructor(
    /** Each but the last with a line's end behind it. */
    readonly text: string,
    /** Where each begins, and where one behind the last would. */
    private readonly starts: Uint32Array,
  ) {}

  static of(keys: readonly string[]): NoteKeys {
    const starts = new Uint32Array(keys.length + 1);
    for (const [place, key] of keys.entries()) starts[place + 1] = starts[place]! + key.length + END.length;
    return new NoteKeys(keys.join(END), starts);
  }

  /** In steps. @returns null where the text does not hold so many */
  static *read(text: string, length: number): Generator<void, NoteKeys | null> {
    if (length === 0) return text === '' ? NoteKeys.of([]) : null;
    const starts = new Uint32Array(length + 1);
    for (let place = 1; place <= length; place++) {
      if (place % GROUP === 0) yield;
      const end = text.indexOf(END, starts[place - 1]);
      if (end < 0 !== (place === length)) return null;
      starts[place] = (end < 0 ? text.length : end) + END.length;
    }
    return new NoteKeys(text, starts);
  }

  get length(): number {
    return this.starts.length - 1;
  }

  /** @param place below `length` */
  at(place: number): string {
    return this.text.slice(this.starts[place]!, this.starts[place + 1]! - END.length);
  }

  /** `hashOfKey` of the name at a place. */
  hashAt(place: number): number {
    return mixed(fnv1a(this.text, this.starts[place]!, this.starts[place + 1]! - END.length));
  }

  *entries(): Generator<[place: number, key: string]> {
    for (let place = 0; place < this.length; place++) yield [place, this.at(place)];
  }

  *[Symbol.iterator](): Generator<string> {
    for (let place = 0; place < this.length; place++) yield this.at(place);
  }
}

export const hashOfKey = (key: string): number => mixed(fnv1a(key));

/** Low bits choose the place in a table, and names that count up differ in few of them. */
const mixed = (hash: number): number => hash ^ (hash >>> 15);
