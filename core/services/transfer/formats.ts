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
  if (!best) throw unreadable('not-known', source.name);
  return best;
}
