import { createReadStream, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { parametersIn } from '../../domain/history/parameters.ts';
import { recordOf } from '../../domain/history/records.ts';
import { optionsOf, presetOf } from '../../domain/study/options.ts';
import type { DataFolder } from '../backups/folder/data-folder.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';
import { diskError } from '../disk/disk-error.ts';
import { breathe } from '../jobs/slices.ts';
import { unwatched, type LongWork, type Step } from '../jobs/work.ts';
import { mediaPath } from '../library/places.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { PackMedia } from '../library/pack-lines.ts';
import type { SourceMedia, SourcePreset } from '../transfer/format.ts';
import { isMarkTag, MARK_TAG } from '../transfer/mark-tag.ts';
import { factsOf, losses, type OutgoingFormat } from '../transfer/write/losses.ts';
import type { Outgoing, OutgoingNote } from '../transfer/write/outgoing.ts';
import { writers, WRITERS } from '../transfer/write/writers.ts';
import { courseFolder, hasFolder } from './course-folder.ts';
import { editTimes } from './edit-times.ts';
import type { ExportedScope, Wanted } from './exported-scope.ts';
import { heard } from './heard.ts';
import { dayZeroOf, outgoingCard, outgoingReviews } from './outgoing-progress.ts';
import { wantedScope, type FindCards } from './wanted-scope.ts';

const NOTES_A_TURN = 50;

/** Takes decks and courses out of the app, in formats that other programs read. */
export class ExportService {
  constructor(
    private readonly parts: {
      readonly data: DataFolder;
      readonly catalog: Catalog;
      readonly library: DeckLibrary;
      readonly learner: Learner;
      readonly work: LongWork;
      readonly find: FindCards;
    },
  ) {}

  /** @throws AppError `not-found`, `bad-query`; `bad-input` for the folder of what is no course */
  async losses({ format, withProgress, ...wanted }: Input<'library.losses'>): Promise<Output<'library.losses'>> {
    const scope = await this.#scope(wanted, unwatched);
    const outgoing = this.#outgoing(scope, withProgress, unwatched);
    const facts = await factsOf(outgoing.notes());
    let reviews = 0;
    if (withProgress) for await (const _ of outgoing.reviews()) reviews += 1;
    const all = { ...facts, reviews, media: scope.media().length, presets: outgoing.presets.length };
    const { library } = this.parts;
    const ofNotes = format === 'course' ? (await courseFolder(library, wanted)).losses : [];
    return {
      ...{ notes: facts.notes, cards: scope.cardIds.size },
      losses: [...ofNotes, ...losses(format, all, withProgress)].map((loss) => ({ ...loss })),
      formats: [...WRITERS, ...(hasFolder(library, wanted) ? (['course'] as const) : [])],
      proposed: join(homeFolder(), `${fileNameOf(scope.name)}.${extensionOf(format)}`),
    };
  }

  /** @throws AppError `not-found`, `bad-query`, `bad-input`, `path-taken`, `cancelled`, `busy`; errors of the disk */
  export(input: Input<'library.export'>): Promise<Output<'library.export'>> {
    const { format, path } = input;
    const { data, work } = this.parts;
    return work.run('deck-export', (whole) =>
      heard(whole, async (step, signal) => {
        const extension = extensionOf(format);
        const isNamed = path.toLowerCase().endsWith(`.${extension}`);
        const target = resolve(homeFolder(), isNamed ? path : `${path}.${extension}`);
        if (data.files.found(target) !== null) throw new AppError('path-taken', 'something is there already');
        const written = await this.#write(input, target, step, signal);
        return { path: target, ...written };
      }),
    );
  }

  async #write(input: Input<'library.export'>, target: string, step: Step, signal: AbortSignal) {
    const { format, withProgress, language } = input;
    const now = this.parts.learner.clock.now();
    if (format === 'course') return this.#writeFolder(input, target, { signal, now });
    const scope = await this.#scope(input, step);
    const write = await writers[format].load();
    try {
      const how = { signal, now, withProgress, language };
      return await write(this.#outgoing(scope, withProgress, step), target, how);
    } catch (cause) {
      throw diskError(cause, 'the deck could not be written');
    }
  }

  async #writeFolder(wanted: Wanted, target: string, how: { readonly signal: AbortSignal; readonly now: number }) {
    const { writeCourseZip } = await import('../transfer/write/course-zip.ts');
    const { id, texts, media, questions, leftOut } = await courseFolder(this.parts.library, wanted);
    try {
      const bytes = await writeCourseZip({ folder: id, texts, media: media.map(this.#medium) }, target, how);
      return { bytes, notes: questions, leftOut, cards: questions, reviews: 0, media: media.length };
    } catch (cause) {
      throw diskError(cause, 'the course could not be written');
    }
  }

  #scope(wanted: Wanted, step: Step): Promise<ExportedScope> {
    return wantedScope(this.parts, wanted, () => step(0, 1, 'reading'));
  }

  #outgoing(scope: ExportedScope, withProgress: boolean, step: Step): Outgoing {
    const { learner } = this.parts;
    const presets = this.#presets(scope);
    const { clock } = learner.moment();
    return {
      types: scope.types,
      decks: scope.decks.map((deck) => ({
        ...deck,
        ...(presets.has(deck.id) && { presetId: presets.get(deck.id)!.id }),
      })),
      presets: [...new Map([...presets.values()].map((preset) => [preset.id, preset])).values()],
      schedule: { at: learner.clock.now(), dayZero: dayZeroOf(learner), ...clock },
      notes: () => notesOf(scope, learner, withProgress, step),
      reviews: () => outgoingReviews(learner, scope.cardIds, () => step(0.9, 1, 'reviews')),
      media: () => this.#media(scope),
    };
  }

  async *#media(scope: ExportedScope): AsyncGenerator<SourceMedia> {
    yield* scope.media().map(this.#medium);
  }

  readonly #medium = ({ name, sha256, bytes }: PackMedia): SourceMedia => ({
    ...{ name, bytes, open: () => createReadStream(join(this.parts.data.dataDir, mediaPath(sha256))) },
  });

  /** The preset of each deck that is studied otherwise than the settings say. */
  #presets({ decks }: ExportedScope): Map<string, SourcePreset> {
    const { progress } = this.parts.learner;
    const { weights } = parametersIn(progress);
    const found = new Map<string, SourcePreset>();
    for (const { id } of decks) {
      const course = this.parts.catalog.courses.find((one) => one.id === id);
      if (!course) continue;
      const preset = [course, ...(course.above ?? [])]
        .map((one) => presetOf(progress, one.id))
        .find((one) => one !== null);
      const options = optionsOf(progress, course);
      found.set(id, {
        id: preset ?? 'settings',
        name: (preset && recordOf(progress, 'preset', preset)?.name) ?? 'Jamdai',
        ...{ newPerDay: options.newPerDay, reviewsPerDay: options.reviewsPerDay, retention: options.retention },
        ...{ learningStepsMin: options.learningStepsMin, relearningStepsMin: options.relearningStepsMin },
        ...{ maximumIntervalDays: options.maximumIntervalDays, leechLapses: options.leechLapses },
        ...(weights && { weights }),
      });
    }
    return found;
  }
}

async function* notesOf(
  scope: ExportedScope,
  learner: Learner,
  withProgress: boolean,
  step: Step,
): AsyncGenerator<OutgoingNote> {
  let done = 0;
  const edited = await editTimes(learner.store);
  for (const { key, id, content, tags, createdAt, modifiedAt, space, cards } of scope.notes()) {
    if (++done % NOTES_A_TURN === 0) {
      step(Math.min(0.9, (0.9 * done) / scope.cardIds.size), 1, 'writing');
      await breathe();
    }
    // Anki knows marks of notes, as a tag.
    const isMarked = withProgress && cards.some(({ cardId }) => learner.progress.cards.get(cardId)?.marked);
    yield {
      note: {
        id,
        content,
        tags: isMarked ? withMark(tags) : tags,
        createdAt,
        modifiedAt: Math.max(modifiedAt, edited.get(key) ?? 0),
      },
      space,
      cards: cards.map((card) => outgoingCard(learner, card)),
    };
  }
}

const withMark = (tags: readonly string[]) => (tags.some(isMarkTag) ? tags : [...tags, MARK_TAG]);

/** Where files of the learner are looked for, whatever folder the app was begun in. */
const homeFolder = (): string => {
  const downloads = join(homedir(), 'Downloads');
  return existsSync(downloads) ? downloads : homedir();
};

const extensionOf = (format: OutgoingFormat): string => (format === 'course' ? 'zip' : writers[format].extension);

/** A name that every system takes for a file. */
const fileNameOf = (name: string): string =>
  name
    .replaceAll('::', ' - ')
    .replaceAll(/[<>:"/\\|?*\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 100) || 'deck';

/** What the contract asks of it. */
export function exportHandlers(service: ExportService) {
  return {
    'library.losses': (input) => service.losses(input),
    'library.export': (input) => service.export(input),
  } satisfies Partial<Handlers>;
}
