import { parse } from 'yaml';
import { z } from 'zod';
import type { Format, SourceNote } from '../format.ts';
import { frontMatter } from '../markdown/front-matter.ts';
import { NoteIds, writtenId } from '../note-ids.ts';
import { Oddities } from '../oddities.ts';
import { stemOf, textOfFile } from '../text-file.ts';
import { textReading } from '../text-reading.ts';
import { deckName, tagsIn } from '../texts.ts';
import { unreadable } from '../unreadable.ts';
import { writtenNotes, type WrittenNote } from './entries.ts';
import { neededText, NoteFault, word } from './parts.ts';
import { questionOf } from './questions.ts';

const listed = z.union([z.string(), z.array(z.string())]);
const matterSchema = z.object({
  jamdai: z.literal('deck'),
  deck: z.string().optional(),
  languages: z
    .array(z.enum(['th', 'en']))
    .min(1)
    .optional(),
  tags: listed.optional(),
});

/** Our own Markdown: docs/markdown-deck.md */
export const deckTextFormat: Format = {
  id: 'deck-text',
  extensions: ['md', 'markdown'],

  detect: (head) =>
    /^\uFEFF?---\s*\n(?:.*\n)*?jamdai:[ \t]*deck\s*\n/.test(new TextDecoder().decode(head).replaceAll('\r\n', '\n'))
      ? 1
      : 0,

  async open(source, { signal, mapping }) {
    if (source.bytes === 0) throw unreadable('empty', source.name);
    const odd = new Oddities();
    const { text } = await textOfFile(source, { signal, encoding: mapping?.encoding, odd });
    const { matter, body, firstLine } = frontMatter(text);
    const about = matterOf(matter, source.name);
    const written = writtenNotes(body, firstLine);
    const languages = about.languages ?? languagesOf(written);
    const ids = new NoteIds();
    const seen = new Set<string>();
    const notes = written.flatMap((each): SourceNote[] => {
      try {
        const made = noteOf(each, {
          deck: about.deck ?? stemOf(source.name),
          tags: tagsIn('', [about.tags ?? []].flat()),
          languages,
          ids,
        });
        if (!made) return (odd.add('kind-unknown', `${each.line} ${each.kind}`), []);
        const key = `${made.space}/${made.note.id}`;
        if (seen.has(key)) return (odd.add('duplicate-guid', `${each.line} ${made.note.id}`), []);
        seen.add(key);
        return [made];
      } catch (error) {
        if (!(error instanceof NoteFault)) throw error;
        odd.add('row-unreadable', `${error.line}`);
        return [];
      }
    });
    if (notes.length === 0)
      throw unreadable(written.length === 0 ? 'no-cards' : 'syntax', source.name, odd.list[0]?.places[0]);
    return textReading({
      types: [],
      decks: [...new Set(notes.flatMap(({ cards }) => cards.map(({ deckId }) => deckId)))],
      counts: { notes: notes.length, cards: notes.length },
      odd,
      async *notes() {
        yield* notes;
      },
    });
  },
};

interface Around {
  readonly deck: string;
  readonly tags: readonly string[];
  readonly languages: readonly ('th' | 'en')[];
  readonly ids: NoteIds;
}

function noteOf(written: WrittenNote, { deck, tags, languages, ids }: Around): SourceNote | null {
  const own = deckName(word(written, 'Deck') ?? deck);
  const given = written.id === null ? null : writtenId(written.id);
  const { id, space } = given
    ? { id: given.id, space: given.space === 'anki' ? ('text' as const) : given.space }
    : { id: ids.of(own, neededText(written, 'Q').en), space: 'text' as const };
  const question = questionOf(written, id);
  if (!question) return null;
  const all = [...new Set([...tags, ...written.tags])];
  return {
    note: { id, content: { kind: 'question', languages, question }, tags: all, createdAt: 0, modifiedAt: 0 },
    space,
    cards: [{ ordinal: 0, deckId: own }],
  };
}

/** @throws AppError `import-unreadable` `syntax` */
function matterOf(matter: string | null, file: string): z.infer<typeof matterSchema> {
  try {
    return matterSchema.parse(parse(matter ?? '', { maxAliasCount: 0 }));
  } catch (error) {
    throw unreadable('syntax', file, '1', error);
  }
}

/** Those that entries name; where none does, the one that the letters tell. */
function languagesOf(notes: readonly WrittenNote[]): ('th' | 'en')[] {
  const entries = notes.flatMap((note) => note.entries);
  const named = (['th', 'en'] as const).filter((each) => entries.some(({ language }) => language === each));
  if (named.length > 0) return named;
  return entries.some(({ text }) => /\p{Script=Thai}/u.test(text)) ? ['th'] : ['en'];
}
