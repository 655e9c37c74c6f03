import { join } from 'node:path';
import { z } from 'zod';
import type { Postings } from '../../domain/text/postings.ts';
import { readFields, writeFields } from '../disk/field-file.ts';
import type { Files } from '../disk/files.ts';
import { readSealed, writeSealed } from '../disk/sealed-file.ts';
import { INDEX } from '../library/places.ts';
import type { IndexParts } from './index-builder.ts';
import { TextIndex } from './text-index.ts';

const MAGIC = 'JMDTEXTS';
/** Another one where forms, bytes or grams mean something else: a file of before is made again. */
const VERSION = 1;
const FIELDS = {
  text: 'u8',
  ends: 'u32',
  pairGrams: 'u32',
  pairCounts: 'u32',
  pairStarts: 'u32',
  pairBytes: 'u8',
  tripleGrams: 'u32',
  tripleCounts: 'u32',
  tripleStarts: 'u32',
  tripleBytes: 'u8',
  head: 'u8',
} as const;
const Head = z.strictObject({ version: z.literal(VERSION), pack: z.string() });

/** Made of the pack again whenever it is missing. */
export const textIndexPath = (sha256: string): string => `${INDEX}/${sha256}.text`;

/** @throws errors of the disk */
export async function writeTextIndex(files: Files, dataDir: string, pack: string, parts: IndexParts): Promise<void> {
  const { text, ends, postings } = parts;
  const { pairs, triples } = postings;
  const pieces = writeFields(MAGIC, FIELDS, {
    ...{ text, ends, head: Buffer.from(JSON.stringify({ version: VERSION, pack })) },
    ...{ pairGrams: pairs.grams, pairCounts: pairs.counts, pairStarts: pairs.starts, pairBytes: pairs.bytes },
    ...{ tripleGrams: triples.grams, tripleCounts: triples.counts },
    ...{ tripleStarts: triples.starts, tripleBytes: triples.bytes },
  });
  files.makeFolder(join(dataDir, INDEX));
  await writeSealed(files, join(dataDir, textIndexPath(pack)), pieces);
}

/** Null where there is none that can be used: nothing in it is not in the pack. @param notes of the pack */
export async function readTextIndex(
  files: Files,
  dataDir: string,
  pack: string,
  notes: number,
): Promise<TextIndex | null> {
  try {
    const bytes = await readSealed(files, join(dataDir, textIndexPath(pack)));
    if (bytes === null) return null;
    const { text, ends, head, ...rest } = readFields(MAGIC, FIELDS, bytes);
    const { pack: of } = Head.parse(JSON.parse(Buffer.from(head).toString('utf8')));
    const pairs = {
      ...{ documents: notes, grams: rest.pairGrams, counts: rest.pairCounts },
      ...{ starts: rest.pairStarts, bytes: rest.pairBytes },
    };
    const triples = {
      ...{ documents: notes, grams: rest.tripleGrams, counts: rest.tripleCounts },
      ...{ starts: rest.tripleStarts, bytes: rest.tripleBytes },
    };
    const isWhole = of === pack && ends.length === notes && (ends.at(-1) ?? 0) === text.length;
    return isWhole && isSound(pairs) && isSound(triples) ? new TextIndex(text, ends, { pairs, triples }) : null;
  } catch {
    return null;
  }
}

const isSound = ({ grams, counts, starts, bytes }: Postings): boolean =>
  counts.length === grams.length && starts.length === grams.length + 1 && starts.at(-1) === bytes.length;
