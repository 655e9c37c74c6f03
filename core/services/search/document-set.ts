/** Documents by their numbers, a bit each. */
export class DocumentSet {
  constructor(
    readonly documents: number,
    readonly bits: Uint8Array = new Uint8Array(Math.ceil(documents / 8)),
  ) {}

  static all(documents: number): DocumentSet {
    const set = new DocumentSet(documents);
    set.bits.fill(0xff);
    if (documents % 8 !== 0) set.bits[set.bits.length - 1] = (1 << (documents % 8)) - 1;
    return set;
  }

  has(document: number): boolean {
    return (this.bits[document >> 3]! & (1 << (document & 7))) !== 0;
  }

  add(document: number): void {
    this.bits[document >> 3]! |= 1 << (document & 7);
  }

  /** Those of either. */
  or({ bits }: Pick<DocumentSet, 'bits'>): DocumentSet {
    const both = this.bits.slice();
    for (let i = 0; i < both.length; i++) both[i]! |= bits[i]!;
    return new DocumentSet(this.documents, both);
  }

  /** Those of both. */
  and({ bits }: Pick<DocumentSet, 'bits'>): DocumentSet {
    const both = this.bits.slice();
    for (let i = 0; i < both.length; i++) both[i]! &= bits[i]!;
    return new DocumentSet(this.documents, both);
  }

  get count(): number {
    let count = 0;
    for (let i = 0; i < this.bits.length; i++) count += BITS[this.bits[i]!]!;
    return count;
  }

  /** Their numbers, growing. */
  list(): Uint32Array {
    const list = new Uint32Array(this.count);
    let length = 0;
    for (let place = 0; place < this.bits.length; place++)
      for (let byte = this.bits[place]!; byte !== 0; byte &= byte - 1)
        list[length++] = place * 8 + 31 - Math.clz32(byte & -byte);
    return list;
  }
}

/** How many bits of a byte are set. */
const BITS = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);
