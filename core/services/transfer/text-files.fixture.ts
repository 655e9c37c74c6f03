import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { allOf, sourceOf } from './anki/shared-decks.fixture.ts';
import type { Format, Mapping, Reading, Source, SourceNote } from './format.ts';

/** A real file, gone when the test is. */
export function fileWith(content: string | Uint8Array, name: string): Source {
  const folder = mkdtempSync(join(tmpdir(), 'jamdai-text-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return sourceOf(path);
}

export interface Read {
  readonly reading: Reading;
  readonly notes: readonly SourceNote[];
}

export async function readBy(format: Format, source: Source, mapping?: Mapping): Promise<Read> {
  const reading = await format.open(source, { signal: new AbortController().signal, ...(mapping && { mapping }) });
  return { reading, notes: await allOf(reading.notes()) };
}

/** Fields of each note; a note of a question kind has none. */
export const fieldsOf = ({ notes }: Read): (readonly string[])[] =>
  notes.map(({ note }) => (note.content.kind === 'fields' ? note.content.fields : []));

export const oddIn = ({ reading }: Read): Record<string, number> =>
  Object.fromEntries(reading.odd.map(({ code, count }) => [code, count]));
