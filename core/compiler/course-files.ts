import type { Problem } from './problems.ts';

/** The files of one course, wherever they lie. Paths are below its folder, with "/". */
export interface CourseFiles {
  /** Of every file that may be read, in no order. */
  readonly paths: readonly string[];
  /** What lies there that is no file of a course, such as a link. */
  readonly faults: readonly Problem[];
  /** What a file holds; null where there is none. @throws errors of the disk */
  read(path: string): Uint8Array | null;
}

/** Texts are so long at most, bytes: a thousand questions have one. */
const MAX_TEXT_BYTES = 4 * 2 ** 20;

const strict = new TextDecoder('utf-8', { fatal: true });

/** A text of the course as UTF-8 with line feeds, or why it is none; null where there is no such file. */
export function textOf(
  files: CourseFiles,
  path: string,
): { readonly text: string } | { readonly fault: string } | null {
  const bytes = files.read(path);
  if (bytes === null) return null;
  if (bytes.length > MAX_TEXT_BYTES)
    return { fault: `the file has ${bytes.length} bytes; ${MAX_TEXT_BYTES} are the most a text may have: split it` };
  try {
    return { text: strict.decode(bytes).replaceAll('\r\n', '\n') };
  } catch {
    return { fault: 'the file is not UTF-8: save it as UTF-8' };
  }
}
