import { letOthersRun } from '../cancellation.ts';
import type { SourceCardState, SourceSchedule } from '../format.ts';
import { addHashcards, hashcardsFormat } from '../hashcards/format.ts';
import type { FieldNotes } from '../markdown/field-notes.ts';
import { frontMatter, tagsOf } from '../markdown/front-matter.ts';
import { addVaultNote, obsidianFormat } from '../obsidian/format.ts';
import { scheduleOf } from '../obsidian/schedule.ts';
import type { Oddities } from '../oddities.ts';
import { deckName, tagsIn } from '../texts.ts';
import { addContent } from './cards.ts';

/** A text of an archive. */
export interface MarkdownFile {
  readonly path: string;
  readonly text: string;
}

/** Below these a text is none of the kind. */
const SURE_OF_OBSIDIAN = 0.5;
const SURE_OF_HASHCARDS = 0.8;
/** What of a text is looked at for its kind. */
const HEAD = 64 << 10;
const TURN = 50;

interface Around {
  /** The deck of what lies in no folder. */
  readonly deck: string;
  readonly odd: Oddities;
  readonly signal: AbortSignal;
}

/**
 * Adds the cards of an archive of Markdown: of a vault of Obsidian or a folder of hashcards, if any text in it has such cards; then texts
 * without are for people. Else every text is a card of Mochi.
 */
export async function addMarkdownFiles(
  notes: FieldNotes,
  files: readonly MarkdownFile[],
  { deck, odd, signal }: Around,
): Promise<SourceSchedule | null> {
  const kinds = files.map(kindOf);
  const hasCards = kinds.some((kind) => kind !== 'mochi');
  const known: SourceCardState[] = [];
  for (const [i, { path, text }] of files.entries()) {
    if (i % TURN === 0) await letOthersRun(signal);
    const name = path.split('/').at(-1)!;
    const at = { name, odd, place: `${path} ` };
    if (kinds[i] === 'obsidian') known.push(...addVaultNote(notes, text, at));
    else if (kinds[i] === 'hashcards') addHashcards(notes, text, at);
    else if (!hasCards) {
      const { matter, body } = frontMatter(text);
      const own = deckName([deck, ...path.split('/').slice(0, -1)].join('::'));
      addContent(notes, body, { deck: own, tags: tagsIn('', tagsOf(matter)) });
    }
  }
  return scheduleOf(known);
}

function kindOf({ path, text }: MarkdownFile): 'obsidian' | 'hashcards' | 'mochi' {
  const head = new TextEncoder().encode(text.slice(0, HEAD));
  if (hashcardsFormat.detect(head, path) >= SURE_OF_HASHCARDS) return 'hashcards';
  return obsidianFormat.detect(head, path) >= SURE_OF_OBSIDIAN ? 'obsidian' : 'mochi';
}
