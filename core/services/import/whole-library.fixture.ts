import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StudyApp } from '../study-app.fixture.ts';
import type { SourceCard, SourceNote, SourceReview } from '../transfer/format.ts';

interface Written {
  readonly decks: readonly { readonly id: string; readonly name: string }[];
  readonly notes: readonly SourceNote[];
  readonly reviews: readonly SourceReview[];
}

/** Everything in the decks of the library, as an export tells it. */
export interface WholeLibrary {
  readonly notes: readonly SourceNote[];
  readonly cards: readonly (SourceCard & { readonly deck: string })[];
  readonly reviews: readonly SourceReview[];
  /** SHA-256 of the media in the data folder. */
  readonly media: readonly string[];
}

/** All decks as the router gives them out, with progress, put together. */
export async function wholeLibrary(app: StudyApp): Promise<WholeLibrary> {
  const { courses } = await app.call('library.list', {});
  const parts: Written[] = [];
  for (const { id: courseId } of courses.filter(({ kind, parentId }) => kind === 'deck' && parentId === null)) {
    const path = join(app.dataDir, '..', 'whole.json');
    await app.call('library.export', { courseId, format: 'json', withProgress: true, language: 'en', path });
    parts.push(JSON.parse(readFileSync(path, 'utf8')) as Written);
    rmSync(path);
  }
  const names = new Map(parts.flatMap(({ decks }) => decks.map(({ id, name }) => [id, name] as const)));
  const notes = parts.flatMap((part) => part.notes);
  return {
    notes,
    cards: notes.flatMap(({ cards }) => cards.map((card) => ({ ...card, deck: names.get(card.deckId)! }))),
    reviews: parts.flatMap(({ reviews }) => reviews),
    media: mediaIn(app.dataDir),
  };
}

/** Of each file of the media that is in a data folder its SHA-256. */
export function mediaIn(dataDir: string): string[] {
  const folder = join(dataDir, 'library', 'media');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => name).sort();
}
