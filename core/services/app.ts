import type { Handlers } from '../api/contract.ts';
import { AppError } from '../domain/errors.ts';
import type { Settings } from '../domain/settings.ts';
import { courseHandlers, CourseService } from './authoring/course-service.ts';
import { lessonPreviewHandlers } from './authoring/lesson-preview.ts';
import { lessonWritingHandlers, LessonWriting } from './authoring/lesson-writing.ts';
import { createCatalog } from './courses/catalog.ts';
import { cardHandlers, createCards } from './cards/card-handlers.ts';
import { MadeAhead } from './cards/made-ahead.ts';
import { Learner } from './courses/learner.ts';
import { deckHandlers, DeckService } from './decks/deck-service.ts';
import { LibraryNames } from './library/library-names.ts';
import { DeckLibrary } from './library/deck-library.ts';
import { followed } from './library/followed.ts';
import { faceHandlers, facesAhead, facesWhenAsked } from './face/face-handlers.ts';
import { FaceDoor } from './face/face-door.ts';
import { OwnPictures, ownPictureHandlers } from './face/own-pictures.ts';
import { LessonService, lessonHandlers } from './lessons/lesson-service.ts';
import { HighlightService, highlightHandlers } from './lessons/highlight-service.ts';
import { CheckService, checkHandlers } from './lessons/check-service.ts';
import { AutoBackup } from './backups/auto-backup.ts';
import { Backups } from './backups/backups.ts';
import { createDataService, type ChoosePath } from './backups/data-service.ts';
import { createLongWork } from './jobs/work.ts';
import { createClockService, noticesOf } from './history/clock-service.ts';
import { createCardInformation } from './history/card-information.ts';
import { createSectionAnswers } from './history/section-answers.ts';
import { createHistoryService } from './history/history-service.ts';
import { importHandlers, ImportService } from './import/import-service.ts';
import { Received } from './import/received.ts';
import { stagerBeside } from './import/stager.ts';
import { createLibraryService } from './courses/library-service.ts';
import { createReferenceService } from './courses/reference-service.ts';
import { loadCourses } from './courses/load-courses.ts';
import { exportHandlers, ExportService } from './export/export-service.ts';
import { createExamService } from './exam/exam-handlers.ts';
import { draftHandlers, Drafts } from './notes/drafts.ts';
import { previewHandlers } from './notes/note-preview.ts';
import { noteHandlers, NoteService } from './notes/note-service.ts';
import { noteTypeHandlers, NoteTypeService } from './notes/note-type-service.ts';
import { mediaHandlers, OwnMedia } from './notes/own-media.ts';
import { Planner } from './plan/planner.ts';
import { planHandlers } from './plan/plan-service.ts';
import type { SavePdf, SteadyClock } from './ports.ts';
import { createRouter, type Router } from './router.ts';
import { AutoTrainer } from './parameters/auto-trainer.ts';
import { ParameterService, parameterHandlers } from './parameters/parameter-service.ts';
import { createRescheduleService } from './parameters/reschedule-service.ts';
import { SimulationService, simulationHandlers } from './parameters/simulation-service.ts';
import { trainerBeside } from './parameters/trainer.ts';
import { CardTexts } from './search/card-texts.ts';
import { EditedTexts } from './search/edited-texts.ts';
import { indexerBeside } from './search/indexer.ts';
import { PackIndexes } from './search/pack-indexes.ts';
import { searchHandlers, SearchService } from './search/search-service.ts';
import { createPresetService } from './settings/preset-service.ts';
import { createSettingsService } from './settings/settings-service.ts';
import { AnswerColumns } from './stats/columns/answer-columns.ts';
import { createStatsPage } from './stats/stats-page.ts';
import { createStatsService } from './stats/stats-service.ts';
import { nodeFiles } from './disk/files.ts';
import { openStore } from './store/open-store.ts';
import { createMemoryMap } from './study/memory-map.ts';
import { createCardService } from './study/card-service.ts';
import { GlossaryQuiz, quizHandlers } from './study/glossary-quiz.ts';
import { contrastHandlers, MixUps } from './study/mix-ups.ts';
import { Sessions } from './study/sessions.ts';
import { StudyService, studyHandlers } from './study/study-service.ts';
import { SyncService, syncHandlers } from './sync/sync-service.ts';
import { UndoService, undoHandlers } from './undo/undo-service.ts';

/** What a shell must supply. */
export interface AppOptions {
  readonly dataDir: string;
  /** Use the folder though it holds other files and was never a data folder. */
  readonly adopt?: boolean;
  /** Where the compiled courses are. */
  readonly coursesDir: string;
  readonly clock: SteadyClock;
  readonly shell: 'electron' | 'web' | 'cli';
  readonly version: string;
  readonly log: (error: unknown) => void;
  /** Shows a folder in the system's file manager, where the shell can. */
  readonly openFolder?: (folder: string) => Promise<void>;
  /** The system's dialog to choose a file or folder, where the shell has one. */
  readonly choosePath?: ChoosePath;
  /** Makes a PDF of the page, where the shell can; a browser prints by itself. */
  readonly savePdf?: SavePdf;
  readonly onSettings?: (settings: Settings) => void;
}

export interface App {
  readonly router: Router;
  settings(): Settings;
  /** Serves the frame of cards and what cards show. */
  readonly door: FaceDoor;
  /** Writes the snapshot and gives the data folder free. Call it before the process ends. */
  close(): Promise<void>;
}

/** Puts the whole host side together: the only place where services meet. @throws AppError when the data folder can not be used */
export async function createApp(options: AppOptions): Promise<App> {
  const { dataDir, adopt, coursesDir, clock, shell, version, log, openFolder, choosePath, savePdf } = options;
  const library = await loadCourses(coursesDir);
  const work = createLongWork();
  let noticed: () => void = () => undefined;
  const store = await openStore({ dataDir, clock, adopt: adopt === true, onAccepted: () => noticed() });
  const data = { files: nodeFiles, dataDir, store };
  const backups = new Backups(data, clock);
  const auto = new AutoBackup(backups, work, clock);
  auto.begin(store);
  const decks = new DeckLibrary(nodeFiles, dataDir, () => store.progress);
  await decks.refresh();
  const catalog = createCatalog(library, decks);
  const indexes = new PackIndexes(nodeFiles, dataDir, indexerBeside(import.meta.dirname));
  const texts = new CardTexts(catalog, decks, indexes, new EditedTexts(decks, () => store.progress));
  const refreshed = async () => {
    await decks.refresh();
    texts.refresh();
  };
  const onTaken = async () => {
    auto.noticed();
    await refreshed();
  };
  const sync = new SyncService({ data, clock, log, onTaken });
  noticed = () => {
    auto.noticed();
    sync.noticed();
  };
  const door = new FaceDoor(nodeFiles, dataDir);
  const faces = facesWhenAsked(decks, door, () => store.progress);
  const addressOf = (name: string, courseId?: string) => {
    const pack = courseId === undefined || decks.own.find(courseId) ? undefined : decks.packOfCourse(courseId);
    const file = pack ? pack.media.get(name) : decks.medium({ pack: undefined }, name);
    return file ? door.mediaAddress(file.sha256) : null;
  };
  const courseNow = (id: string) => {
    const course = catalog.courses.find((one) => one.id === id && one.kind !== 'deck');
    const from = course?.isOwn
      ? ('own' as const)
      : decks.packOfCourse(id)
        ? ('brought' as const)
        : ('built-in' as const);
    return course && { course, from };
  };
  const received = new Received(nodeFiles, dataDir);
  const stager = stagerBeside(import.meta.dirname);
  const answers = new AnswerColumns(nodeFiles, dataDir, store);
  const imports = new ImportService({ data, library: decks, received, work, clock, stager, courseNow, answers });
  const learner = new Learner(catalog, store, clock);
  const authored = new CourseService(learner, decks);
  const mixUps = new MixUps(learner);
  const sessions = new Sessions(learner, mixUps);
  const training = createLongWork<'training'>();
  const train = trainerBeside(import.meta.dirname);
  const parameters = new ParameterService({ store, clock, work: training, train, answers });
  const autoTrainer = new AutoTrainer(parameters, clock, log);
  autoTrainer.begin();
  const cards = createCards(learner, decks, answers, texts);
  const handlers: Handlers = {
    'app.info': async () => ({
      version,
      shell,
      dataFolder: dataDir,
      canOpenFolder: openFolder !== undefined,
      canChoosePath: choosePath !== undefined,
      canSavePdf: savePdf !== undefined,
      now: clock.now(),
      notices: await noticesOf(store, clock),
    }),
    'app.savePdf': async ({ name }) => {
      if (!savePdf) throw new AppError('not-reachable', 'this shell makes no PDF');
      return { saved: await savePdf(name) };
    },
    'data.openFolder': async () => {
      if (!openFolder) throw new AppError('not-reachable', 'this shell has no file manager');
      await openFolder(dataDir);
      return { done: true };
    },
    ...createLibraryService(catalog, store, clock),
    ...importHandlers(imports, received),
    ...exportHandlers(new ExportService({ data, catalog, library: decks, learner, work, find: cards.find })),
    ...cardHandlers(cards),
    ...deckHandlers(new DeckService(learner, decks)),
    ...searchHandlers(new SearchService(catalog, decks, texts, () => store.progress)),
    ...faceHandlers(faces),
    ...ownPictureHandlers(new OwnPictures(decks, door, catalog)),
    ...noteHandlers(new NoteService(learner, decks)),
    ...courseHandlers(authored),
    ...lessonWritingHandlers(new LessonWriting(learner, decks, authored)),
    ...lessonPreviewHandlers(addressOf),
    ...noteTypeHandlers(new NoteTypeService(learner, decks)),
    ...previewHandlers(decks, faces),
    ...mediaHandlers(new OwnMedia(data, store, door, (path) => received.pathOf(path))),
    ...draftHandlers(new Drafts(nodeFiles, dataDir, clock)),
    ...createReferenceService(catalog),
    ...lessonHandlers(new LessonService(learner, sessions, addressOf)),
    ...highlightHandlers(new HighlightService(learner, sessions)),
    ...studyHandlers(new StudyService(learner, sessions, (query) => cards.find({ query }))),
    ...contrastHandlers(mixUps),
    ...quizHandlers(new GlossaryQuiz(learner, sessions)),
    ...undoHandlers(new UndoService(learner, sessions)),
    ...createCardService(learner, sessions),
    ...createCardInformation(learner),
    ...createMemoryMap(learner),
    ...createExamService(learner, sessions, clock),
    ...createDataService({ data, backups, auto, work, clock, choosePath, pathOf: (path) => received.pathOf(path) }),
    ...createHistoryService(catalog, store, new LibraryNames(decks, () => store.progress), clock),
    ...createSectionAnswers(learner),
    ...createClockService(store, clock),
    ...createStatsService(catalog, store, clock),
    ...createStatsPage({ catalog, store, clock, find: (query) => cards.find({ query }) }, answers),
    ...parameterHandlers(parameters),
    ...createRescheduleService(learner),
    ...simulationHandlers(new SimulationService(learner, answers)),
    ...createPresetService(catalog, store),
    ...planHandlers(new Planner(learner, answers), sessions),
    ...checkHandlers(new CheckService(learner, sessions)),
    ...syncHandlers(sync),
    ...createSettingsService(store, options.onSettings ?? (() => undefined)),
  };
  // Who has decks is shown a card of them soon.
  const ahead = new MadeAhead(async () => decks.layers.length > 0 && facesAhead(faces));
  ahead.begin();
  cards.ahead.begin();
  const close = async () => {
    cards.ahead.end();
    ahead.end();
    await sync.close();
    autoTrainer.end();
    training.cancel();
    await training.idle();
    await auto.finish();
    // A backup that was under way is made again after the next start; the journal has it all.
    work.cancel();
    await work.idle();
    await indexes.close();
    received.close();
    decks.close();
    await answers.write();
    await store.close();
  };
  const refresh = async () => {
    await refreshed();
    sync.wake();
  };
  sync.start();
  return {
    router: createRouter(followed(handlers, { refresh }), log),
    settings: () => store.settings,
    door,
    close,
  };
}
