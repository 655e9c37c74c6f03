import type { Reading, ReadOptions, Source, SourceSchedule } from '../format.ts';
import { letOthersRun } from '../cancellation.ts';
import { Oddities } from '../oddities.ts';
import { textOfFile } from '../text-file.ts';
import { textReading } from '../text-reading.ts';
import { unreadable } from '../unreadable.ts';
import type { FieldNotes } from './field-notes.ts';

/**
 * Opens a text of which all notes are made at once: nobody writes by hand what would be too much for that.
 * @throws AppError `import-unreadable`, `no-cards` where there is none in it; `cancelled`
 */
export async function openMarkdown(
  source: Source,
  { signal, mapping }: ReadOptions,
  read: (text: string, odd: Oddities) => { readonly notes: FieldNotes; readonly schedule?: SourceSchedule },
): Promise<Reading> {
  if (source.bytes === 0) throw unreadable('empty', source.name);
  const odd = new Oddities();
  const { text } = await textOfFile(source, { signal, encoding: mapping?.encoding, odd });
  const { notes: made, schedule } = read(text, odd);
  await letOthersRun(signal);
  const { notes, types, decks } = made;
  if (notes.length === 0) throw unreadable('no-cards', source.name);
  return textReading({
    types: [...types.values()],
    decks: [...decks],
    counts: { notes: notes.length, cards: notes.reduce((sum, { cards }) => sum + cards.length, 0) },
    odd,
    ...(schedule && { schedule }),
    async *notes() {
      yield* notes;
    },
  });
}
