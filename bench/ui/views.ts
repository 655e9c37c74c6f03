interface View {
  readonly hash: string;
  /** What is only there when the view is: the part of its content that comes last. */
  readonly shows: string;
}

/** Every view, by its address. The interface is in English. */
export const VIEWS = {
  today: { hash: '#/today', shows: 'main .heat .week' },
  course: { hash: '#/course/csto', shows: 'main ol.lessons > li' },
  lesson: { hash: '#/lesson/csto/at-a-glance', shows: 'main article h1' },
  review: { hash: '#/review', shows: '[data-question]' },
  glossary: { hash: '#/glossary/csto', shows: '[data-term]' },
  timeline: { hash: '#/pictures/csto/timeline', shows: '[aria-label="Timeline"]' },
  practice: { hash: '#/practice/csto', shows: '[data-question]' },
  bodies: { hash: '#/pictures/csto/bodies', shows: '[aria-label="Organization chart"]' },
  stats: { hash: '#/stats', shows: '[data-chart="questions"]' },
  history: { hash: '#/history', shows: 'main section h2' },
  members: { hash: '#/pictures/csto/members', shows: '[aria-label="States by years"]' },
  settings: { hash: '#/settings', shows: '#settings-data' },
  figures: { hash: '#/pictures/csto/figures', shows: 'main .track' },
  browse: { hash: '#/browse', shows: '[role="grid"] [data-row] .words' },
  add: { hash: '#/add', shows: 'main [data-first]' },
  data: { hash: '#/data', shows: '[aria-label="Backups that are there"]' },
} as const satisfies Record<string, View>;

export type ViewName = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];
