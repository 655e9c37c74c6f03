import { letOthersRun } from '../../cancellation.ts';
import { idToWrite } from '../../note-ids.ts';
import type { NoteType } from '../../../../domain/note/note-type.ts';
import type { Outgoing, OutgoingNote, WriteOptions, Written } from '../outgoing.ts';
import { plainSides } from '../plain-sides.ts';
import { tagsWithoutProgress } from '../tags.ts';
import { writtenFile } from '../written-file.ts';
import { braced, entry } from './lines.ts';
import { questionLines } from './question-lines.ts';

const AT_ONCE = 500;

/**
 * Writes our Markdown deck, see docs/markdown-deck.md: questions of every kind whole, other cards as text on two sides.
 * @param path of the file, which is there whole or not at all
 * @throws AppError `cancelled`, errors of the disk
 */
export async function writeMarkdown(outgoing: Outgoing, path: string, options: WriteOptions): Promise<Written> {
  const counts = { notes: 0, cards: 0, leftOut: 0 };
  const bytes = await writtenFile(path, () => pieces(outgoing, options, counts));
  return { ...counts, reviews: 0, media: 0, bytes };
}

type Counts = { notes: number; cards: number; leftOut: number };

async function* pieces(outgoing: Outgoing, { signal, withProgress }: WriteOptions, counts: Counts) {
  const place = {
    decks: new Map(outgoing.decks.map(({ id, name }) => [id, name])),
    types: new Map(outgoing.types.map((type) => [type.id, type])),
    deck: outgoing.decks[0]?.name ?? 'Deck',
    withProgress,
  };
  // JSON is YAML, whatever the name holds.
  yield Buffer.from(`---\njamdai: deck\ndeck: ${JSON.stringify(place.deck)}\n---\n`);
  let seen = 0;
  for await (const each of outgoing.notes()) {
    if (seen++ % AT_ONCE === 0) await letOthersRun(signal);
    const written = noteLines(each, place);
    if (written.length === 0) counts.leftOut++;
    else {
      counts.notes++;
      counts.cards += written.length;
      yield Buffer.from(written.map((lines) => `\n${lines.join('\n')}\n`).join(''));
    }
  }
}

interface Place {
  readonly decks: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, NoteType>;
  /** Of the file. */
  readonly deck: string;
  readonly withProgress: boolean;
}

/** A note of the file for each card: ours have one. */
function noteLines(
  { note, space = 'anki', cards }: OutgoingNote,
  { decks, types, deck, withProgress }: Place,
): string[][] {
  const { content } = note;
  const tags = withProgress ? note.tags : tagsWithoutProgress(note.tags);
  const id = idToWrite(space, note.id);
  return cards.flatMap(({ ordinal, deckId }) => {
    const own = decks.get(deckId) ?? deck;
    const inDeck = own === deck ? [] : entry('Deck', own);
    if (content.kind === 'question')
      return [[heading(content.question.kind, id, tags), ...questionLines(content.question), ...inDeck]];
    const type = types.get(content.typeId);
    if (!type) return [];
    const { front, back } = plainSides({ type, fields: content.fields, tags: note.tags }, ordinal, own);
    if (front === '' || back === '') return [];
    const name = cards.length === 1 ? id : `${id}#${ordinal + 1}`;
    return [[heading('card', name, tags), ...entry('Q', front), ...entry('A', back), ...inDeck]];
  });
}

const heading = (kind: string, id: string, tags: readonly string[]) =>
  `## ${kind}${braced(id)}${tags.map((tag) => ` #${tag.replaceAll(/[\s#]+/g, '_')}`).join('')}`;
