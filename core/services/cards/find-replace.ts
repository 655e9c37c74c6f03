import type { Input } from '../../api/contract.ts';
import type { CardId } from '../../domain/ids.ts';
import { textPlaces } from '../../domain/note/text-places.ts';
import type { Question } from '../../domain/question.ts';
import { searchForm } from '../../domain/text/search-form.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { LibraryNote } from '../library/library-note.ts';
import type { CardColumns } from './all-cards.ts';
import { ownRows } from './change-events.ts';
import type { LeftAlone } from './left-alone.ts';
import { replacedQuestion } from './replaced-questions.ts';
import { replacing } from './replacing.ts';

export type Wish = Input<'card.replacements'>['replacement'];

/** A text of a note in which something is looked for: a field, or of a question one of its texts. */
interface Looked {
  /** Name of the field, or part of the question. */
  readonly field: string;
  readonly nth: number | null;
  /** Null of a field. */
  readonly language: 'th' | 'en' | null;
  readonly path: readonly (string | number)[];
  readonly before: string;
}
export type ChangedText = Looked & { readonly after: string };

/** What becomes of one note. */
export interface ChangedNote {
  readonly noteId: string;
  /** The first of its cards that were meant. */
  readonly cardId: CardId;
  readonly texts: readonly ChangedText[];
  /** What is written of it: places of fields, or parts of a question. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Notes whose texts are looked through together. */
const GROUP = 40;

type Waiting = Pick<ChangedNote, 'noteId' | 'cardId'> & {
  readonly note: LibraryNote;
  readonly texts: readonly Looked[];
};

/**
 * Every note in which something is found, with what becomes of it.
 * @throws AppError `bad-pattern`, `data-corrupt`
 */
export function* changedNotes(
  all: CardColumns,
  rows: readonly number[],
  wish: Wish,
  library: Pick<DeckLibrary, 'note'>,
  leftAlone: LeftAlone,
): Generator<undefined, ChangedNote[]> {
  const replace = replacing(wish);
  const { notes, note, cards } = all;
  const seen = new Set<number>();
  const changed: ChangedNote[] = [];
  let waiting: Waiting[] = [];
  const settle = () => {
    const afters = replace(waiting.flatMap(({ texts }) => texts.map(({ before }) => before)));
    let at = 0;
    for (const { note: whole, texts, ...names } of waiting) {
      const found: ChangedText[] = [];
      for (const looked of texts) {
        const after = afters[at++]!;
        if (after === null) leftAlone.add('too-long');
        else if (after !== looked.before) found.push({ ...looked, after });
      }
      const { parts, why } = found.length === 0 ? NOTHING : written(whole, found);
      if (why) leftAlone.add(why);
      else if (found.length > 0) changed.push({ ...names, texts: found, parts });
    }
    waiting = [];
  };
  for (const row of ownRows(all, rows, leftAlone)) {
    const number = note[row]!;
    if (seen.has(number)) continue;
    seen.add(number);
    const whole = library.note(notes.keys[number]!);
    const texts = textsOf(whole, wish);
    if (texts.length > 0) waiting.push({ noteId: whole.key, cardId: cards[row]!.cardId, note: whole, texts });
    if (waiting.length >= GROUP) settle();
    yield;
  }
  settle();
  return changed;
}

const NOTHING = { parts: new Map<string, string>(), why: null };

/** Those that are looked in: of fields and parts all, or those alone that are named. */
function textsOf({ content, type }: LibraryNote, { field, part }: Wish): Looked[] {
  const isAll = field === undefined && part === undefined;
  if (content.kind === 'question')
    return Array.from(textPlaces(content.question as Question, content.languages), (each) => ({
      ...{ field: each.part, nth: each.nth, language: each.language, path: each.path, before: each.text },
    })).filter((each) => isAll || each.field === part);
  const only = field === undefined ? null : searchForm(field);
  return (type?.fields ?? []).flatMap(({ name, gone }, place): Looked[] => {
    const before = content.fields[place] ?? '';
    if (gone || before === '' || !(isAll || searchForm(name) === only)) return [];
    return [{ field: name, nth: null, language: null, path: [place], before }];
  });
}

function written({ content }: LibraryNote, texts: readonly ChangedText[]) {
  const changes = texts.map(({ path, after }) => ({ path, text: after }));
  if (content.kind === 'question')
    return replacedQuestion({ question: content.question as Question, languages: content.languages }, changes);
  return { parts: new Map(changes.map(({ path, text }) => [String(path[0]), text])), why: null };
}

/** Signs that are shown of a field, and how many of them before the first that changes. */
const SHOWN = 600;
const BEFORE = 80;

/** The part of a field where it changes, before and after. */
export function excerpt({ before, after }: Pick<ChangedText, 'before' | 'after'>): { before: string; after: string } {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - BEFORE);
  const part = (text: string) =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + SHOWN)}${text.length > from + SHOWN ? '…' : ''}`;
  return { before: part(before), after: part(after) };
}
