import { basename, join } from 'node:path';
import type { Handlers, Input } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { refOf, type JournalEvent } from '../../domain/history/events.ts';
import { recordOf } from '../../domain/history/records.ts';
import { batchOf } from '../../domain/history/voided.ts';
import type { AnswerHistory } from '../../domain/stats/review-columns.ts';
import { eventRefOf, type EventRef } from '../../domain/ids.ts';
import { diskError } from '../disk/disk-error.ts';
import { makeMarkedFolder, removeMarkedFolder } from '../disk/marked-folder.ts';
import { UNPACKED } from '../backups/folder/ordered-copy.ts';
import type { DataFolder } from '../backups/folder/data-folder.ts';
import { isOwnArchive } from '../backups/own-archive.ts';
import { bringIn } from '../backups/bring-in.ts';
import { breathe } from '../jobs/slices.ts';
import { share, type LongWork, type Step } from '../jobs/work.ts';
import { deckIdOf, namesAlong } from '../library/card-ids.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { Pack } from '../library/pack.ts';
import { columnsPath, INDEX } from '../library/places.ts';
import type { Clock, NewEvent } from '../ports.ts';
import { unreadable } from '../transfer/unreadable.ts';
import { answeredOf } from './answered.ts';
import type { CourseNow } from './course-plan.ts';
import { planOf, type ImportPlan, type ImportReport } from './import-plan.ts';
import type { Received } from './received.ts';
import { reportsOf, toldOf } from './reports.ts';
import type { Staged } from './stage.ts';
import type { Stager } from './stager.ts';

export interface ImportParts {
  readonly data: DataFolder;
  readonly library: DeckLibrary;
  readonly received: Received;
  readonly work: LongWork;
  readonly clock: Clock;
  readonly stager: Stager;
  readonly courseNow: CourseNow;
  readonly answers: AnswerHistory;
}

interface Laid {
  readonly staged: Staged;
  readonly folder: string;
  readonly plan: ImportPlan;
}

/** Brings material in from files: told before, whole or not at all, and taken back as one. */
export class ImportService {
  constructor(private readonly parts: ImportParts) {}

  /** @throws AppError `import-unreadable`, `not-found`, `cancelled`, `busy`; errors of the disk */
  plan(input: Input<'library.plan'>): Promise<ImportPlan> {
    return this.#lay(input, false, async ({ plan }) => plan);
  }

  /** @throws as `plan` */
  import(input: Input<'library.import'>): Promise<ImportReport> {
    return this.#lay(input, true, async ({ staged, folder, plan }, step) => {
      const { data, library, clock } = this.parts;
      const { store } = data;
      const { journal } = staged;
      const isNew = journal && !plan.isAgain && !this.#bringBack(staged.device);
      if (isNew) await bringIn(data, { folder, journal }, share(step, 0.6, 1));
      else if (!plan.isAgain) await this.#turn(staged.device);
      // What follows may be short, but not for one turn of the loop altogether.
      await breathe();
      this.#keepColumns(folder, staged);
      const into = input.options.into ?? null;
      const told = this.#told(staged, plan, into);
      if (!plan.isAgain || told.length > 1 || this.#isBehind(staged.device)) await store.appendBatch(told);
      await breathe();
      await library.refresh();
      return (
        (await reportsOf(store)).find(({ importId }) => importId === staged.device) ??
        toldOf(staged.device, plan, clock.now(), into)
      );
    });
  }

  /** The newest first. */
  imports(): Promise<ImportReport[]> {
    return reportsOf(this.parts.data.store);
  }

  /** Takes back a whole import, or brings it back. @throws AppError `not-found`, `nothing-to-undo` */
  async undo({ importId }: Input<'library.undoImport'>): Promise<{ undone: boolean }> {
    const undone = await this.#turn(importId);
    await this.parts.library.refresh();
    return { undone };
  }

  async #turn(importId: string): Promise<boolean> {
    const { store } = this.parts.data;
    const first = eventRefOf(importId, 1);
    if (store.find(first) === null) throw new AppError('not-found', 'no such import', { what: 'import', id: importId });
    const undo = store.undoOf(first);
    if (undo !== null) {
      await store.undo(undo);
      return false;
    }
    await store.undo(first, await this.#localOf(importId));
    return true;
  }

  /** Was it taken in and taken back? */
  #bringBack(importId: string): boolean {
    return this.parts.data.store.undoOf(eventRefOf(importId, 1)) !== null;
  }

  /** What devices of the learner said when they took it in, as far as it stands. */
  async #localOf(importId: string): Promise<EventRef[]> {
    const { store } = this.parts.data;
    const isOurs = (event: JournalEvent) =>
      event.type === 'import' && event.id === importId && event.device !== importId;
    return (await store.readChoices('import')).flatMap((event) =>
      isOurs(event) && !store.isUndone(event) ? [batchOf(event) ?? refOf(event)] : [],
    );
  }

  /** What this device says of it; decks that the learner took out of the library come back with their cards. */
  #told({ device }: Staged, plan: ImportPlan, into: string | null): NewEvent[] {
    const { progress } = this.parts.data.store;
    const now = this.parts.clock.now();
    const names = new Set(plan.decks.flatMap(({ name }) => namesAlong(name)));
    const back = [...names].map(deckIdOf).filter((id) => recordOf(progress, 'deck', id)?.removed);
    const { name } = plan.file;
    const report = JSON.stringify(toldOf(device, plan, now, into));
    return [
      {
        type: 'import',
        id: device,
        set: { name: name.slice(0, 300), cards: plan.counts.cards, takenInAt: now, report },
      },
      ...back.map((id): NewEvent => ({ type: 'deck', id, set: { removed: null } })),
    ];
  }

  /** Was another file taken in since? Where neither says when a note changed, the one counts that comes last. */
  #isBehind(importId: string): boolean {
    const { layers } = this.parts.library;
    const own = layers.find(({ id }) => id === importId);
    const isUndated = own !== undefined && (own.pack.course !== undefined || own.pack.columns.modifiedAt.includes(0));
    return isUndated && layers.some(({ takenInAt }) => takenInAt > own!.takenInAt);
  }

  /** The columns were made with the pack: they need not be made again. */
  #keepColumns(folder: string, { pack: { sha256 } }: Staged): void {
    const { files, dataDir } = this.parts.data;
    const [from, to] = [join(folder, columnsPath(sha256)), join(dataDir, columnsPath(sha256))];
    if (files.facts(from) === null || files.facts(to) !== null) return;
    files.makeFolder(join(dataDir, INDEX));
    files.rename(from, to);
  }

  #lay<T>(
    { path, options }: Input<'library.plan'>,
    isForReal: boolean,
    then: (laid: Laid, step: Step) => Promise<T>,
  ): Promise<T> {
    const { data, library, work, clock, received, stager } = this.parts;
    const { files, dataDir, store } = data;
    return work.run('import', async (step) => {
      const marked = makeMarkedFolder(files, join(dataDir, UNPACKED));
      try {
        const folder = join(marked, 'data');
        files.makeFolder(join(folder, 'journal'));
        const now = clock.now();
        const [from, name] = [received.pathOf(path), received.nameOf(path)];
        if (await isOwnArchive(files, from)) throw unreadable('own-archive', name ?? basename(from));
        const answered = await answeredOf(library.cards(), store.progress, this.parts.answers);
        const staged = await stager(
          {
            ...{
              ...{ path: from, name, folder },
              into: options.into ?? null,
              isForReal,
              now,
              answered,
            },
            ...{
              format: options.format,
              mapping: options.mapping,
              schedule: options.schedule,
              presets: options.presets,
            },
            ...{ utcOffsetMin: clock.utcOffsetMin(now), rolloverHour: store.progress.settings.rolloverHour },
          },
          (phase, done, total) => step(SHARES[phase](total > 0 ? Math.min(1, done / total) : 1), 1, phase),
        );
        await breathe();
        const pack = await Pack.open(files, folder, staged.pack.sha256);
        const into = options.into ?? null;
        const plan = await planOf(staged, pack, library, store.progress, into, this.parts.courseNow).finally(() =>
          pack.close(),
        );
        return await then({ staged, folder, plan }, (done, total) => step(done, total, 'taking-in'));
      } catch (cause) {
        throw diskError(cause, 'the file could not be taken in');
      } finally {
        removeMarkedFolder(files, marked);
      }
    });
  }
}

/** How far the whole is, by the share of each of its parts that is done. */
const SHARES = {
  reading: (done: number) => 0.3 * done,
  reviews: (done: number) => 0.3 + 0.15 * done,
  media: (done: number) => 0.45 + 0.15 * done,
} as const;

/** What the contract asks of it. */
export function importHandlers(service: ImportService, received: Received) {
  return {
    'library.plan': (input) => service.plan(input),
    'library.import': (input) => service.import(input),
    'library.imports': async () => ({ imports: await service.imports() }),
    'library.undoImport': (input) => service.undo(input),
    'library.receive': async (input) => received.take(input),
  } satisfies Partial<Handlers>;
}
