import type { Files } from './files.ts';

/** Bytes that are read at once: what lies side by side is mostly asked for one after the other. */
const WINDOW = 16_384;

/** A file that never changes, read in parts: it stays open between them, since opening it costs more than what is read. */
export class OpenFile {
  #fd: number | null = null;
  #from = 0;
  #window: Buffer = Buffer.alloc(0);

  constructor(
    private readonly files: Files,
    private readonly path: string,
  ) {}

  /** Bytes `from` to `to`, only lent until the next call; fewer where the file ends before. @throws as `Files.open` and `Files.read` */
  part(from: number, to: number): Buffer {
    const end = this.#from + this.#window.length;
    if (from < this.#from || to > end) this.#read(from, Math.max(to - from, WINDOW));
    return this.#window.subarray(from - this.#from, to - this.#from);
  }

  /** What is read next opens it again. */
  close(): void {
    if (this.#fd !== null) this.files.close(this.#fd);
    this.#fd = null;
    this.#window = Buffer.alloc(0);
  }

  #read(from: number, length: number): void {
    this.#fd ??= this.files.open(this.path, 'r');
    const bytes = Buffer.allocUnsafeSlow(length);
    this.#window = bytes.subarray(0, this.files.read(this.#fd, bytes, from));
    this.#from = from;
  }
}
