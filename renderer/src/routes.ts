import type { Component } from 'svelte';
import type { PartsOf, PlaceName } from './app/address.ts';

/** The view of a place, fetched when it is first shown. It takes what its address says. */
type ViewOf<N extends PlaceName> = () => Promise<{ readonly default: Component<PartsOf<N>> }>;

/** What each place of `app/address.ts` shows: a place without a view, or a view that wants more than its address says, does not compile. */
const VIEWS: { readonly [N in PlaceName]: ViewOf<N> } = {
  today: () => import('./features/today/TodayView.svelte'),
  library: () => import('./features/library/LibraryView.svelte'),
  import: () => import('./features/import/ImportView.svelte'),
  deck: () => import('./features/deck/DeckView.svelte'),
  add: () => import('./features/editor/AddView.svelte'),
  edit: () => import('./features/editor/EditView.svelte'),
  'note-types': () => import('./features/note-types/NoteTypesView.svelte'),
  course: () => import('./features/course/CourseView.svelte'),
  marks: () => import('./features/marks/MarksView.svelte'),
  lesson: () => import('./features/lesson/LessonView.svelte'),
  write: () => import('./features/lesson/WriteView.svelte'),
  review: () => import('./features/review/ReviewView.svelte'),
  practice: () => import('./features/review/PracticeView.svelte'),
  ask: () => import('./features/review/AskView.svelte'),
  contrast: () => import('./features/contrast/ContrastView.svelte'),
  browse: () => import('./features/browser/BrowserView.svelte'),
  card: () => import('./features/card/CardView.svelte'),
  glossary: () => import('./features/glossary/GlossaryView.svelte'),
  pictures: () => import('./features/pictures/PicturesView.svelte'),
  quiz: () => import('./features/quiz/QuizView.svelte'),
  voices: () => import('./features/voices/VoicesView.svelte'),
  exam: () => import('./features/exam/ExamView.svelte'),
  'new-exam': () => import('./features/exam/NewExamView.svelte'),
  stats: () => import('./features/stats/StatsView.svelte'),
  plan: () => import('./features/plan/PlanView.svelte'),
  check: () => import('./features/check/CheckView.svelte'),
  history: () => import('./features/history/HistoryView.svelte'),
  parameters: () => import('./features/parameters/ParametersView.svelte'),
  settings: () => import('./features/settings/SettingsView.svelte'),
  presets: () => import('./features/settings/PresetsView.svelte'),
  data: () => import('./features/data/DataView.svelte'),
  devices: () => import('./features/devices/DevicesView.svelte'),
};

/** A view of any place: what it takes is only known by its place. */
export type View = () => Promise<{ readonly default: Component<Record<string, string | null>> }>;
export const viewOf = (name: PlaceName): View => VIEWS[name] as View;

/** The search over everything, fetched when it is first asked for. */
export const fetchSearch = () => import('./features/search/SearchPalette.svelte');

/** Fetches every view ahead, so that moving about needs no host. What can not be fetched now is fetched when it is shown. */
export function fetchViews(): void {
  for (const view of [...Object.values(VIEWS), fetchSearch]) view().catch(() => undefined);
}
