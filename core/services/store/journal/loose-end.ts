/** The end of the newest file that is not to be kept: a torn line, or a batch without its end. */
export interface LooseEnd {
  readonly file: string;
  readonly offset: number;
  readonly bytes: Buffer;
}

/** Read when it is asked for: of another folder nobody asks. */
export function looseEnd(file: string, offset: number, read: () => Buffer): LooseEnd {
  let bytes: Buffer | null = null;
  return {
    file,
    offset,
    get bytes() {
      return (bytes ??= read());
    },
  };
}
