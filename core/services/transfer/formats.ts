import type { Unreadable } from '../../domain/note/unreadable.ts';
import type { ImportFormat } from '../../domain/note/import-formats.ts';
import { fileHead } from './file-head.ts';
import type { Format, ReadOptions, Source } from './format.ts';
import { unreadable } from './unreadable.ts';

/** Every format that is read. Each is loaded when a file is looked at: none of them is needed to start. */
const FORMATS: Readonly<Record<ImportFormat, () => Promise<Format>>> = {
  anki: async () => (await import('./anki/format.ts')).ankiFormat,
  'deck-text': async () => (await import('./deck-text/format.ts')).deckTextFormat,
  obsidian: async () => (await import('./obsidian/format.ts')).obsidianFormat,
  hashcards: async () => (await import('./hashcards/format.ts')).hashcardsFormat,
  mochi: async () => (await import('./mochi/format.ts')).mochiFormat,
  mnemosyne: async () => (await import('./mnemosyne/format.ts')).mnemosyneFormat,
  course: async () => (await import('./course/format.ts')).courseFormat,
  table: async () => (await import('./table/format.ts')).tableFormat,
};

/** The beginnings of archives: zip, gzip, 7z, RAR, bzip2, xz. */
const ARCHIVES = [
  [0x50, 0x4b],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58],
];

/** Of a file that none knows: what may help to make one of it that is known. */
function whatElse(head: Uint8Array, name: string): Unreadable {
  const begins = (bytes: readonly number[]) => bytes.every((byte, i) => head[i] === byte);
  if (/\.(?:xls|xlsb|ods|fods|numbers)$/i.test(name)) return 'other-workbook';
  return /\.(?:zip|gz|tgz|7z|rar|bz2|xz)$/i.test(name) && ARCHIVES.some(begins) ? 'packed' : 'not-known';
}

/**
 * The format a file is read as: the one named, else the one that is surest of it.
 * @throws AppError `import-unreadable` where none knows it
 */
export async function formatOf(source: Source, options: ReadOptions, named?: string): Promise<Format> {
  const load = named === undefined ? undefined : Object.entries(FORMATS).find(([id]) => id === named)?.[1];
  if (load) return load();
  const head = source.isFolder ? new Uint8Array(1) : await fileHead(source);
  if (head.length === 0) throw unreadable('empty', source.name);
  const { courseFormat, isCourse } = await import('./course/format.ts');
  if (await isCourse(source, head, options)) return courseFormat;
  let [best, sureness]: [Format | null, number] = [null, 0];
  for (const each of Object.values(FORMATS)) {
    const format = await each();
    const sure = format.detect(head, source.name);
    if (sure > sureness) [best, sureness] = [format, sure];
  }
  if (!best) throw unreadable(whatElse(head, source.name), source.name);
  return best;
}
