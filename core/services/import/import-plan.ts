import { isDeepStrictEqual } from 'node:util';
import type { Output } from '../../api/contract.ts';
import { noteOfRecord, recordsOf } from '../../domain/history/records.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Progress } from '../../domain/progress.ts';
import { inSlices } from '../jobs/slices.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { Pack } from '../library/pack.ts';
import type { PackNote } from '../library/pack-lines.ts';
import { askedOf, coursePlan, type CourseNow } from './course-plan.ts';
import type { Staged } from './stage.ts';

export type ImportPlan = Output<'library.plan'>;
export type ImportReport = Output<'library.import'>;

const MOST_LISTED = 100;
const MOST_CELL = 200;
/** Notes between two chances to give the loop free. */
const GROUP = 200;

/** What taking in does to the library as it stands. @param pack as it was laid down @param into the deck all of it goes to @param courseNow what is here of a course */
export async function planOf(
  staged: Staged,
  pack: Pack,
  library: DeckLibrary,
  progress: Pick<Progress, 'records' | 'cards'>,
  into: string | null,
  courseNow: CourseNow,
): Promise<ImportPlan> {
  const { file, has, types, odd, reviews, table } = staged;
  const course = staged.course && coursePlan(staged.course, courseNow);
  const names = new Set(library.decks.map(({ name }) => name));
  const decks = course ? [] : into === null ? staged.decks : [{ name: into, cards: staged.pack.cards }];
  return {
    file: { ...file },
    counts: {
      ...{ decks: decks.length, notes: staged.pack.notes, reviews: reviews.taken },
      cards: staged.course ? askedOf(staged.course).length : staged.pack.cards,
      ...{ media: staged.media, noteTypes: types.length },
    },
    ...(course && { course }),
    notes: await inSlices(notesOf(pack, library, progress)),
    reviews: { fresh: reviews.taken - reviews.known, known: reviews.known },
    has: { ...has },
    decks: decks.slice(0, MOST_LISTED).map(({ name, cards }) => ({ name, cards, isThere: names.has(name) })),
    types: types.slice(0, MOST_LISTED).map((type) => ({ ...type })),
    converted: reviews.converted,
    dueApart: { ...reviews.dueApart },
    odd: odd.map(({ code, count, places }) => ({ code, count, places: [...places] })),
    isAgain: progress.records.has(`import/${staged.device}`),
    table: table && {
      mapping: { ...table.mapping, columns: [...table.mapping.columns], tags: [...(table.mapping.tags ?? [])] },
      columns: table.columns.map((column) => ({ ...column })),
      rows: table.rows.map((row) => row.map((cell) => cell.slice(0, MOST_CELL))),
      problems: [...table.problems],
    },
  };
}

/** What becomes of each note: a note counts as the pack has it that changed it last, and what the learner wrote stays over it. */
function* notesOf(
  pack: Pack,
  library: DeckLibrary,
  progress: Pick<Progress, 'records'>,
): Generator<void, ImportPlan['notes']> {
  const { columns, sha256 } = pack;
  const edited = new Set(recordsOf(progress, 'note-field').map(([id]) => noteOfRecord('note-field', id)));
  for (const [id, { tags }] of recordsOf(progress, 'note')) if (tags) edited.add(id);
  const found = { fresh: 0, updated: 0, same: 0, older: 0, edited: 0 };
  for (const [i, key] of columns.keys.entries()) {
    if (i % GROUP === 0) yield;
    const there = library.standing(key);
    const at = columns.modifiedAt[i]!;
    if (!there) found.fresh += 1;
    else if (there.modifiedAt === at && (at > 0 || there.sha256 === sha256 || isAsItCame(library, pack, i)))
      found.same += 1;
    else if (there.modifiedAt > at) found.older += 1;
    else if (edited.has(key) && isAlike(library.note(key), pack.note(i))) found.same += 1;
    else {
      found.updated += 1;
      if (edited.has(key)) found.edited += 1;
    }
  }
  return found;
}

/** Notes of files that do not say when they changed are held against each other; of very many, each counts as changed. */
const MOST_COMPARED = 5_000;

const isAsItCame = (library: DeckLibrary, pack: Pack, place: number): boolean =>
  pack.notes <= MOST_COMPARED && isAlikeIn(library, pack, place);

/** The same tags and content of notes whose types look the same: a type that went out in a file of another program comes back by another id. */
function isAlikeIn(library: DeckLibrary, pack: Pack, place: number): boolean {
  const { original, pack: from } = library.note(pack.columns.keys.at(place));
  const note = pack.note(place);
  if (original?.content.kind !== 'fields' || note.content.kind !== 'fields') return isAlike(original, note);
  const [one, other] = [from?.types.get(original.content.typeId), pack.types.get(note.content.typeId)];
  const isSameType = original.content.typeId === note.content.typeId || isDeepStrictEqual(lookOf(one), lookOf(other));
  const [was, is] = [original.content.fields, note.content.fields].map(written);
  return isSameType && isDeepStrictEqual([was, original.tags], [is, note.tags]);
}

/** Fields to the last that is not empty: other programs fill up what a note lacks. */
const written = (fields: readonly string[]) => fields.slice(0, fields.findLastIndex((field) => field !== '') + 1);

const lookOf = (type: NoteType | undefined) =>
  type && { ...type, id: '', fields: type.fields.map(({ name }) => name), latex: null };

type Content = Pick<PackNote, 'content' | 'tags'>;
const isAlike = (one: Content | undefined, other: Content): boolean =>
  one !== undefined && isDeepStrictEqual([one.content, one.tags], [other.content, other.tags]);
