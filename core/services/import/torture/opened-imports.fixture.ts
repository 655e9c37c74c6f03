import { fixedClock } from '../../clock.ts';
import type { Files } from '../../disk/files.ts';
import { createLongWork } from '../../jobs/work.ts';
import { DeckLibrary } from '../../library/deck-library.ts';
import { AnswerColumns } from '../../stats/columns/answer-columns.ts';
import { openStore } from '../../store/open-store.ts';
import { ImportService } from '../import-service.ts';
import { Received } from '../received.ts';
import { stage } from '../stage.ts';
import type { Stager } from '../stager.ts';

export const NOW = Date.parse('2026-11-28T10:00+07:00');

/** The program as far as it takes things in, on a disk that is given. @param stager in this thread where there is none */
export async function openedImports(dataDir: string, files: Files, stager: Stager = stageOn(files)) {
  const clock = fixedClock(NOW, 420);
  const store = await openStore({ dataDir, clock, files });
  const library = new DeckLibrary(files, dataDir, () => store.progress);
  await library.refresh();
  const received = new Received(files, dataDir);
  const data = { files, dataDir, store };
  const answers = new AnswerColumns(files, dataDir, store);
  const imports = new ImportService({
    data,
    library,
    received,
    work: createLongWork(),
    clock,
    stager,
    answers,
    courseNow: () => undefined,
  });
  return { store, clock, library, data, imports };
}

const stageOn =
  (files: Files): Stager =>
  (work, told) =>
    stage(work, new AbortController().signal, told, files);
