import { rounded, spreadOf } from '../timing.ts';
import type { Reviewing } from './reviewing.ts';
import type { Start } from './starting.ts';
import type { LibraryTimes } from './library-times.ts';
import { VIEW_NAMES, type ViewName } from './views.ts';

/** A task of the page may take so long while questions are answered, ms. */
const LONGEST_TASK_MS = 100;

export type Figures = Readonly<Record<string, number>>;

/** What was measured, by name; milliseconds unless the name says otherwise. */
export function figuresOf(
  starts: readonly Start[],
  nothing: readonly number[],
  switches: Readonly<Record<ViewName, readonly number[]>>,
  { nextCard, verdict, longTasks, warm, end }: Reviewing,
  library: LibraryTimes,
): Figures {
  const middle = (times: readonly number[]) => Math.round(spreadOf(times).p50);
  return {
    startHostMs: middle(starts.map(({ hostMs }) => hostMs)),
    startPageMs: middle(starts.map(({ pageMs }) => pageMs)),
    startMs: middle(starts.map(({ hostMs, pageMs }) => hostMs + pageMs)),
    ...spread('nothing', nothing),
    ...spread('nextCard', nextCard),
    ...spread('verdict', verdict),
    ...Object.assign({}, ...VIEW_NAMES.map((name) => spread(`view.${name}.`, switches[name]))),
    longTasks: longTasks.length,
    longestTaskMs: Math.round(Math.max(0, ...longTasks)),
    longTasksOverBudget: longTasks.filter((ms) => ms > LONGEST_TASK_MS).length,
    heapWarmMb: rounded(warm.usedMb),
    heapEndMb: rounded(end.usedMb),
    heapRatio: rounded(end.usedMb / warm.usedMb),
    nodesWarm: warm.nodes,
    nodesEnd: end.nodes,
    'library.openFirstMs': rounded(library.open[0]!),
    ...spread('library.open', library.open),
    ...spread('library.palette', library.palette),
    ...spread('library.list', library.list),
  };
}

function spread(name: string, times: readonly number[]): Figures {
  const { p50, p95 } = spreadOf(times);
  return { [`${name}P50Ms`]: rounded(p50), [`${name}P95Ms`]: rounded(p95) };
}
