import { contract } from '../../api/contract.ts';
import { MAX_TEXT } from '../../domain/history/limits.ts';
import type { JournalEvent } from '../../domain/history/events.ts';
import type { ProgressStore } from '../ports.ts';
import type { ImportPlan, ImportReport } from './import-plan.ts';

const Report = contract['library.import'].output;

/** What a device says of an import it took in, short enough for a line of the journal. */
export function toldOf(importId: string, plan: ImportPlan, at: number, into: string | null): ImportReport {
  const { table: _, isAgain: __, ...rest } = plan;
  let report: ImportReport = { ...rest, importId, at, into, undone: false };
  for (let most = 50; JSON.stringify(report).length > MAX_TEXT; most = Math.floor(most / 2))
    report = {
      ...report,
      decks: report.decks.slice(0, most),
      types: report.types.slice(0, most),
      odd: report.odd.map((odd) => ({ ...odd, places: most < 25 ? [] : odd.places })),
    };
  return report;
}

/** What was brought in, the newest first: as the device said that took it in last; what no device told of, as its own journal says. */
export async function reportsOf(store: ProgressStore): Promise<ImportReport[]> {
  const found = new Map<string, ImportReport>();
  for (const event of await store.readChoices('import')) {
    if (event.type !== 'import') continue;
    const { id } = event;
    const report = event.device === id ? bare(event) : told(event);
    if (report) found.set(id, { ...report, undone: store.isUndone({ device: id, seq: 1, batch: 1 }) });
  }
  return [...found.values()].sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

type ImportEvent = Extract<JournalEvent, { type: 'import' }>;

function told({ set }: ImportEvent): ImportReport | null {
  try {
    const parsed = Report.safeParse(JSON.parse(set.report ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function bare({ id, set }: ImportEvent): ImportReport {
  const { name, format, notes, cards, reviews, media, into } = set;
  return {
    ...{ importId: id, at: null, into: into ?? null, undone: false },
    file: { name: name ?? '', bytes: 0, sha256: '0'.repeat(64), format: format ?? 'anki' },
    counts: {
      ...{ decks: 0, noteTypes: 0, notes: notes ?? 0, cards: cards ?? 0, reviews: reviews ?? 0, media: media ?? 0 },
    },
    notes: { fresh: notes ?? 0, updated: 0, same: 0, older: 0, edited: 0 },
    reviews: { fresh: reviews ?? 0, known: 0 },
    has: { schedule: (reviews ?? 0) > 0, presets: false },
    ...{ decks: [], types: [], converted: 0, dueApart: { cards: 0, of: 0, medianDays: 0 }, odd: [] },
  };
}
