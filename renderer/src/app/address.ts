interface Parts {
  /** What the view of the place is made anew for. */
  readonly of: readonly string[];
  /** A spot inside the view. */
  readonly within: readonly string[];
}
const place = <const Of extends readonly string[] = [], const Within extends readonly string[] = []>(
  of: Of = [] as readonly string[] as Of,
  within: Within = [] as readonly string[] as Within,
) => ({ of, within });

interface SessionPlace {
  readonly courseId: string | null;
  readonly lessonId: string | null;
  readonly mode?: string | undefined;
  readonly filter?: object | undefined;
}

/** Places of the app, and what stands in their addresses behind the name. A part with `?` may be left out: then it is null. */
const PLACES = {
  today: place(),
  /** Courses and decks. */
  library: place(),
  /** Where files are brought in; the report of an import that was. */
  import: place([], ['importId?']),
  /** `part`: what of the deck is looked at. */
  deck: place(['deckId'], ['part?']),
  /** Without a course: the list of courses, or the only one there is. */
  course: place(['courseId?']),
  /** `highlightId`: the marked passage that is gone to. */
  lesson: place(['courseId', 'lessonId'], ['sectionId?', 'highlightId?']),
  /** A lesson of the learner's own, to be written. */
  write: place(['courseId', 'lessonId'], ['sectionId?']),
  /** What the learner marked in lessons, and wrote at it. Without a course: in all. */
  marks: place(['courseId?']),
  /** A new note. Without a deck: into the one that was written into last. In a course of the learner's own: of a section. */
  add: place(['deckId?', 'lessonId?', 'sectionId?']),
  /** A note that is changed: `of` says whether `id` is its own, `note`, or that of a card of it, `card`. */
  edit: place(['of', 'id']),
  /** Note types: their fields and templates. Without a type: the list of them. With a note it is that note that is looked at. */
  'note-types': place(['typeId?', 'noteId?']),
  /** Without a lesson: whatever is due. */
  review: place(['courseId?', 'lessonId?']),
  /** Without a lesson: the whole course. */
  practice: place(['courseId', 'lessonId?']),
  /** What the learner mixes up. */
  contrast: place(['courseId']),
  /** Chosen questions, in a mode of studying: `filter` is JSON, as `study.start` takes it. Without a course: of all. */
  ask: place(['mode', 'filter', 'courseId?']),
  /** Every card of every course and deck. `query`: the search that is shown, as docs/query.md has it. */
  browse: place([], ['query?']),
  /** All that is known of one question. */
  card: place(['cardId']),
  /** Without a course: the first one; so for the pictures. */
  glossary: place(['courseId?'], ['termId?']),
  /** The terms of a glossary, asked. */
  quiz: place(['courseId']),
  pictures: place(['courseId?'], ['picture?']),
  /** Who is speaking in the source of a course. */
  voices: place(['courseId'], ['voiceId?']),
  /** Without an exam: a new one is made up. */
  exam: place(['examId?']),
  /** A new exam of this course or deck. */
  'new-exam': place(['courseId']),
  /** The days to come, goals and vacations. */
  plan: place(),
  /** A few questions before and after a lesson. */
  check: place(['courseId', 'lessonId']),
  history: place(),
  /** Without a range: what was chosen last. Without a course: all of them. `query`: only what a search finds. */
  stats: place([], ['range?', 'courseId?', 'lessonId?', 'query?']),
  /** `setting`: the one that is gone to. */
  settings: place([], ['setting?']),
  /** Options that several courses share. */
  presets: place(),
  /** The memory model: fitting it, its versions, the simulator. */
  parameters: place(),
  /** Backups, restoring, merging, exporting, checking. */
  data: place(),
  /** The folder over which several devices are kept in step. */
  devices: place(),
};

export type PlaceName = keyof typeof PLACES;
type PartName<N extends PlaceName> = (typeof PLACES)[N]['of' | 'within'][number];
/** What the address of a place says, by name. */
export type PartsOf<N extends PlaceName> = {
  readonly [P in PartName<N> as P extends `${infer Name}?` ? Name : P]: P extends `${string}?` ? string | null : string;
};
/** Where the learner is. Everything needed to come back to it stands in the address. */
export type Route = { [N in PlaceName]: { readonly name: N } & PartsOf<N> }[PlaceName];

const SESSION = '?session=';
const pathOf = (hash: string): string => hash.split('?')[0] ?? '';

/** The session of questions that an address names behind its route. */
export const sessionOf = (hash: string): string | null =>
  hash.includes(SESSION) ? decode(hash.slice(hash.indexOf(SESSION) + SESSION.length)) : null;
/** The address with the session that goes on there. */
export const withSession = (hash: string, sessionId: string): string =>
  `${pathOf(hash)}${SESSION}${encodeURIComponent(sessionId)}`;

/** The route of an address fragment; anything unknown is Today. */
export function parseRoute(hash: string): Route {
  const [name = '', ...given] = pathOf(hash).replace(/^#\/?/, '').split('/').map(decode);
  if (name === null || !Object.hasOwn(PLACES, name)) return { name: 'today' };
  const parts = partsOf(name as PlaceName);
  const missing = parts.find((part, at) => !part.endsWith('?') && !given[at]);
  // A lesson's address that names no lesson is its course.
  if (missing !== undefined) return { name: 'course', courseId: given[0] ?? null };
  const values = parts.map((part, at) => [nameOf(part), given[at] || null] as const);
  return { name, ...Object.fromEntries(values) } as unknown as Route;
}

/** The address fragment of a route: its parts up to the last that is there; what is left out before it is empty. */
export function href(route: Route): string {
  const values = valuesOf(route, partsOf(route.name));
  const given = values.slice(0, values.findLastIndex((value) => value !== null) + 1);
  return `#/${[route.name, ...given.map((value) => encodeURIComponent(value ?? ''))].join('/')}`;
}

/** What a view gets of its route. */
export function propsOf({ name: _, ...parts }: Route): Readonly<Record<string, string | null>> {
  return parts;
}

/** The same for all addresses that one and the same view shows. */
export const viewKey = (route: Route): string =>
  JSON.stringify([route.name, ...valuesOf(route, PLACES[route.name].of)]);

export const lessonHref = (
  courseId: string,
  lessonId: string,
  sectionId: string | null = null,
  highlightId: string | null = null,
): string => href({ name: 'lesson', courseId, lessonId, sectionId, highlightId });
export const marksHref = (courseId: string | null = null): string => href({ name: 'marks', courseId });
export const courseHref = (courseId: string): string => href({ name: 'course', courseId });
export const importHref = (importId: string | null): string => href({ name: 'import', importId });
export const IMPORT_HREF = '#/import';
export const settingsHref = (setting: string | null = null): string => href({ name: 'settings', setting });
export const deckHref = (deckId: string, part: string | null = null): string => href({ name: 'deck', deckId, part });
export const addHref = (
  deckId: string | null = null,
  lessonId: string | null = null,
  sectionId: string | null = null,
): string => href({ name: 'add', deckId, lessonId, sectionId });
export const writeHref = (courseId: string, lessonId: string, sectionId: string | null = null): string =>
  href({ name: 'write', courseId, lessonId, sectionId });
export const editNoteHref = (noteId: string): string => href({ name: 'edit', of: 'note', id: noteId });
export const editCardHref = (cardId: string): string => href({ name: 'edit', of: 'card', id: cardId });
export const noteTypesHref = (typeId: string | null = null, noteId: string | null = null): string =>
  href({ name: 'note-types', typeId, noteId });
export const reviewHref = (courseId: string | null = null, lessonId: string | null = null): string =>
  href({ name: 'review', courseId, lessonId });
export const practiceHref = (courseId: string, lessonId: string | null = null): string =>
  href({ name: 'practice', courseId, lessonId });
export const askHref = (mode: string, filter: object, courseId: string | null = null): string =>
  href({ name: 'ask', mode, filter: JSON.stringify(filter), courseId });
/** Where a session goes on: of what is due or new, of a whole lesson or course, or of chosen questions. */
export function sessionHref({ courseId, lessonId, mode, filter }: SessionPlace): string {
  if (mode === undefined) return reviewHref(courseId, lessonId);
  if (filter === undefined && courseId !== null) return practiceHref(courseId, lessonId);
  return askHref(mode, filter ?? {}, courseId);
}
export const contrastHref = (courseId: string): string => href({ name: 'contrast', courseId });
export const cardHref = (cardId: string): string => href({ name: 'card', cardId });
export const browseHref = (query: string | null = null): string => href({ name: 'browse', query });
export const checkHref = (courseId: string, lessonId: string): string => href({ name: 'check', courseId, lessonId });
export const voicesHref = (courseId: string, voiceId: string | null = null): string =>
  href({ name: 'voices', courseId, voiceId });
export const quizHref = (courseId: string): string => href({ name: 'quiz', courseId });
export const glossaryHref = (courseId: string | null, termId: string | null = null): string =>
  href({ name: 'glossary', courseId, termId });

function partsOf(name: PlaceName): readonly string[] {
  const { of, within }: Parts = PLACES[name];
  return [...of, ...within];
}

function nameOf(part: string): string {
  return part.replace(/\?$/, '');
}

function valuesOf(route: Route, parts: readonly string[]): (string | null)[] {
  const values = propsOf(route);
  return parts.map((part) => values[nameOf(part)] ?? null);
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part) || null;
  } catch {
    return null;
  }
}

/** The place of the menu that a view belongs to which has none of its own there. */
export const PLACE_OF: Partial<Record<Route['name'], Route['name']>> = {
  lesson: 'course',
  write: 'course',
  marks: 'course',
  practice: 'course',
  check: 'course',
  voices: 'course',
  quiz: 'glossary',
  plan: 'today',
  deck: 'library',
  add: 'library',
  edit: 'library',
  'note-types': 'library',
  'new-exam': 'exam',
  data: 'settings',
  presets: 'settings',
  parameters: 'settings',
};
