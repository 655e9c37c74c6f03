import { letOthersRun } from '../cancellation.ts';
import type { Outgoing, WriteOptions, Written } from './outgoing.ts';
import { tagsWithoutProgress } from './tags.ts';
import { writtenFile } from './written-file.ts';

const AT_ONCE = 500;

/**
 * Writes everything but media as one JSON document for programs: `format`, `version`, then types, decks, presets and schedule, then
 * notes with their cards and reviews, one a line. Instants are epoch ms, days are counted from 1970.
 * @param path of the file, which is there whole or not at all
 * @throws AppError `cancelled`, errors of the disk
 */
export async function writeJson(outgoing: Outgoing, path: string, options: WriteOptions): Promise<Written> {
  const counts = { notes: 0, cards: 0, reviews: 0 };
  const bytes = await writtenFile(path, () => lines(outgoing, options, counts));
  return { ...counts, leftOut: 0, media: 0, bytes };
}

type Counts = { notes: number; cards: number; reviews: number };

async function* lines(outgoing: Outgoing, { signal, withProgress }: WriteOptions, counts: Counts) {
  const { types, decks } = outgoing;
  const presets = withProgress ? outgoing.presets : [];
  const schedule = withProgress ? outgoing.schedule : null;
  const head = JSON.stringify({ format: 'jamdai-deck', version: 1, types, decks, presets, schedule });
  yield Buffer.from(`${head.slice(0, -1)},\n"notes":[`);
  let separator = '\n';
  for await (const { note, cards, ...rest } of outgoing.notes()) {
    if (counts.notes++ % AT_ONCE === 0) await letOthersRun(signal);
    counts.cards += cards.length;
    const unseen = cards.map(({ ordinal, deckId, sourceId }) => ({ ordinal, deckId, sourceId }));
    const whole = withProgress
      ? { ...rest, note, cards }
      : { ...rest, note: { ...note, tags: tagsWithoutProgress(note.tags) }, cards: unseen };
    yield Buffer.from(separator + JSON.stringify(whole));
    separator = ',\n';
  }
  yield Buffer.from('\n],\n"reviews":[');
  separator = '\n';
  if (schedule)
    for await (const review of outgoing.reviews()) {
      if (counts.reviews++ % AT_ONCE === 0) await letOthersRun(signal);
      yield Buffer.from(separator + JSON.stringify(review));
      separator = ',\n';
    }
  yield Buffer.from('\n]}\n');
}
