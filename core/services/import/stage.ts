import { join } from 'node:path';
import type { Course } from '../../domain/course.ts';
import { AppError } from '../../domain/errors.ts';
import type { LaidDown } from '../backups/bring-in.ts';
import { nodeFiles, type Files } from '../disk/files.ts';
import { PackWriter, type WrittenPack } from '../library/write-pack.ts';
import { writeMedia } from '../library/write-media.ts';
import { BroughtFold } from '../store/brought.ts';
import { broughtDevice, broughtEvent, broughtFile } from '../store/journal/brought-journal.ts';
import { formatOf } from '../transfer/formats.ts';
import type { Mapping, Oddity, Reading, SourceDeck } from '../transfer/format.ts';
import type { TablePreview } from '../transfer/table/preview.ts';
import { wasAnswered, type Answered } from './answered.ts';
import { BroughtCards } from './brought-cards.ts';
import { broughtEvents, type ReviewCounts } from './brought-events.ts';
import type { TakeEvents } from './brought-reviews.ts';
import { layLines, type LayLines } from './lay-lines.ts';
import { isOwnGuid, ownNote } from './own-notes.ts';
import { sourceFile } from './source-file.ts';

/** What is to be read, and where what comes of it is laid down in the form of the data folder. */
export interface StageWork {
  readonly path: string;
  /** As the learner knows it; absent: as it is called. */
  readonly name?: string | undefined;
  readonly folder: string;
  /** Absent: as the file's looks say. */
  readonly format?: string | undefined;
  readonly mapping?: Mapping | undefined;
  readonly into: string | null;
  /** Absent: both as far as the file has them. */
  readonly schedule?: 'keep' | 'new' | undefined;
  readonly presets?: boolean | undefined;
  /** Media and reviews are laid down too: else only what a plan tells. */
  readonly isForReal: boolean;
  readonly now: number;
  /** Minutes east of UTC here, where the file does not say its own. */
  readonly utcOffsetMin: number;
  readonly rolloverHour: number;
  /** When cards were answered here. */
  readonly answered: Answered;
}

/** What was laid down. */
export interface Staged {
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string; readonly format: string };
  readonly device: string;
  readonly pack: WrittenPack;
  readonly has: { readonly schedule: boolean; readonly presets: boolean };
  readonly kept: { readonly schedule: boolean; readonly presets: boolean };
  readonly decks: readonly { readonly name: string; readonly cards: number }[];
  readonly types: readonly { readonly name: string; readonly notes: number }[];
  readonly reviews: ReviewCounts;
  /** Null of a plan. */
  readonly journal: LaidDown['journal'] | null;
  /** How many files: of a plan, as the file says. */
  readonly media: number;
  readonly odd: readonly Oddity[];
  readonly table: TablePreview | null;
  /** Of a course: as it would be read. */
  readonly course: Course | null;
}

type StagePhase = 'reading' | 'media' | 'reviews';
/** @throws to end the work */
export type Told = (phase: StagePhase, done: number, total: number) => void;

const TOLD_EVERY = 500;

/**
 * Reads a file and lays it down as a pack, its media and the journal of what was studied elsewhere: all of it in a folder of its own.
 * @param files the disk it is laid down on; what is read is read from the system's @param lay writes the lines of a journal
 * @throws AppError `import-unreadable`, `cancelled`; errors of the disk
 */
export async function stage(
  work: StageWork,
  signal: AbortSignal,
  told: Told,
  files: Files = nodeFiles,
  lay: LayLines = layLines,
): Promise<Staged> {
  const source = await sourceFile(work.path, work.name, signal);
  const options = { signal, ...(work.mapping && { mapping: work.mapping }) };
  const format = await formatOf(source, options, work.format);
  const isTable = format.id === 'table' && !work.isForReal;
  const table = isTable ? await (await import('../transfer/table/preview.ts')).tablePreview(source, options) : null;
  const reading = await format.open(source, options);
  try {
    const cards = new BroughtCards();
    const hasSchedule = reading.counts.reviews > 0 || reading.schedule !== null;
    const kept = { schedule: hasSchedule && work.schedule !== 'new', presets: work.presets ?? false };
    // What the file is called here is no part of what comes: two devices may call it otherwise.
    const head = { format: format.id, sha256: source.sha256 };
    const writer = new PackWriter(files, work.folder, { source: head, ...reading });
    try {
      const types = await layNotes(reading, writer, cards, told);
      // What a plan only tells is not written: the reviews are gone through all the same, for what they are.
      const toldReviews = (done: number) => told('reviews', done, reading.counts.reviews);
      const pending = await broughtEvents(
        reading,
        cards,
        { ...work, ...kept, wasAnswered: wasAnswered(work.answered) },
        toldReviews,
      );
      const media = work.isForReal
        ? await layMedia(reading, { writer, files, folder: work.folder }, signal, told)
        : { bad: [] };
      // All of it was read: the file's memory is wanted for what comes of it.
      await reading.close();
      const pack = writer.finish();
      const identity = [source.sha256, pack.notesSha256, work.into, kept, pending.clock, pending.cut];
      const device = broughtDevice(JSON.stringify(identity));
      const fold = new BroughtFold();
      const journal = work.isForReal
        ? await layJournal(work, device, { pack, source: head, fold, pending, files, lay })
        : passed(pending.events(device, fold, fold));
      await writer.lasting();
      const reviews = pending.counts();
      return {
        file: { name: source.name, bytes: source.bytes, sha256: source.sha256, format: format.id },
        ...{ device, pack, kept, reviews, table, types, journal, course: reading.course?.course ?? null },
        has: { schedule: hasSchedule && cards.scheduled > 0, presets: reading.presets.length > 0 },
        media: work.isForReal ? pack.media : reading.counts.media,
        decks: decksOf(reading.decks, cards),
        odd: [...reading.odd, ...media.bad, ...pending.odd()],
      };
    } finally {
      await writer.close();
    }
  } finally {
    await reading.close();
  }
}

async function layNotes(reading: Reading, writer: PackWriter, cards: BroughtCards, told: Told) {
  const names = new Map(reading.types.map(({ id, name }) => [id, name]));
  const perType = new Map<string, number>();
  let done = 0;
  for await (const each of reading.notes()) {
    const note = isOwnGuid(each) ? ownNote(each) : each;
    cards.add(writer.note(note), note);
    const { content } = note.note;
    const type = content.kind === 'fields' ? (names.get(content.typeId) ?? '') : content.question.kind;
    perType.set(type, (perType.get(type) ?? 0) + 1);
    if (++done % TOLD_EVERY === 0) told('reading', done, reading.counts.notes);
  }
  return [...perType].map(([name, notes]) => ({ name, notes })).sort((a, b) => b.notes - a.notes);
}

interface Laying {
  readonly writer: PackWriter;
  readonly files: Files;
  readonly folder: string;
}

async function layMedia(reading: Reading, { writer, files, folder }: Laying, signal: AbortSignal, told: Told) {
  const bad: string[] = [];
  let count = 0;
  let done = 0;
  for await (const medium of reading.media()) {
    if (signal.aborted) throw new AppError('cancelled', 'reading was cancelled');
    try {
      writer.media(await writeMedia(files, folder, medium));
    } catch (error) {
      // The reader has told of it already where its oddities name it; the rest of the media comes all the same.
      if (!(error instanceof AppError) || error.code !== 'import-unreadable') throw error;
      count += 1;
      if (bad.length < 5) bad.push(medium.name);
    }
    told('media', ++done, reading.counts.media);
  }
  const isTold = reading.odd.some(({ code }) => code === 'media-unreadable');
  return { bad: count === 0 || isTold ? [] : [{ code: 'media-unreadable' as const, count, places: bad }] };
}

function decksOf(decks: readonly SourceDeck[], cards: BroughtCards) {
  return decks.flatMap(({ id, name }) => {
    const count = cards.inDeck(id);
    return count === 0 ? [] : [{ name, cards: count }];
  });
}

/** Nothing is written, but what the events come to is counted all the same. */
function passed(events: Iterable<void>): null {
  for (const _ of events) void _;
  return null;
}

interface JournalOf {
  readonly pack: WrittenPack;
  readonly source: { readonly format: string };
  readonly fold: BroughtFold;
  readonly pending: Awaited<ReturnType<typeof broughtEvents>>;
  readonly files: Files;
  readonly lay: LayLines;
}

async function layJournal(
  work: StageWork,
  device: string,
  { pack, source, fold, pending, files, lay }: JournalOf,
): Promise<LaidDown['journal']> {
  const when = { at: pending.at, utcOffsetMin: pending.clock.utcOffsetMin, order: 0 };
  const told = broughtEvent(device, 1, when, {
    type: 'import',
    id: device,
    set: {
      ...{ pack: pack.sha256, format: source.format },
      ...(work.into !== null && { into: work.into }),
      ...{ notes: pack.notes, cards: pack.cards, reviews: pending.taken, media: pack.media },
    },
  });
  const file = broughtFile(when);
  const lines = lay({ folder: join(work.folder, 'journal', device), device, file, reviews: pending.taken }, files);
  try {
    const take: TakeEvents = {
      take(event) {
        fold.take(event);
        lines.add(event);
      },
      review(review, row) {
        fold.review(review, row);
        lines.addReview(review, row);
      },
    };
    take.take(told);
    for (const _ of pending.events(device, fold, take)) {
      void _;
      if (lines.isFull) await lines.write();
    }
    const { bytes, sha256, covered } = await lines.end();
    return { file, bytes, sha256, brought: fold.done(covered) };
  } finally {
    await lines.close();
  }
}
