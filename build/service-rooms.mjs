import { dirname, join, relative, sep } from 'node:path';

const SERVICES = join(import.meta.dirname, '..', 'core', 'services');

const STORE = ['store/fold', 'store/journal', 'store/snapshot', 'store'];
const WITH_FILES = ['jobs', 'disk', ...STORE];
/**
 * The rooms of core/services, from below, and what each may import of the others. A room stands after all that it imports, so
 * there is no cycle. A file that stands in no folder is a room by itself; `app.ts`, which puts all together, is not in here.
 */
export const SERVICE_ROOMS = {
  'ports.ts': [],
  'moment.ts': ['ports.ts'],
  'steady-clock.ts': [],
  'clock.ts': ['ports.ts', 'steady-clock.ts'],
  'router.ts': [],
  'data-folder.ts': [],
  'start-options.ts': ['ports.ts', 'clock.ts'],
  'start-failure.ts': [],
  jobs: [],
  disk: [],
  'store/fold': [],
  'store/journal': ['ports.ts', 'disk', 'store/fold'],
  'store/snapshot': ['jobs', 'disk', 'store/fold', 'store/journal'],
  store: ['ports.ts', 'jobs', 'disk', 'store/fold', 'store/journal', 'store/snapshot'],
  'backups/folder': WITH_FILES,
  'backups/archive': ['jobs', 'disk', 'backups/folder'],
  'backups/kept': [...WITH_FILES, 'backups/folder', 'backups/archive'],
  backups: ['ports.ts', 'clock.ts', ...WITH_FILES, 'backups/folder', 'backups/archive', 'backups/kept'],
  interface: [],
  transfer: ['disk'],
  library: ['jobs', 'disk', 'transfer'],
  face: ['disk', 'library'],
  import: ['ports.ts', ...WITH_FILES, 'backups/folder', 'backups', 'transfer', 'library'],
  sync: ['ports.ts', 'clock.ts', ...WITH_FILES, 'backups/folder', 'backups', 'library'],
  courses: ['ports.ts', 'moment.ts', 'jobs'],
  decks: ['ports.ts', 'jobs', 'courses', 'library'],
  notes: ['ports.ts', 'jobs', 'disk', 'courses', 'library', 'face'],
  search: ['jobs', 'disk', 'library', 'courses'],
  cards: ['ports.ts', 'jobs', 'courses', 'library', 'search'],
  export: ['ports.ts', 'jobs', 'disk', 'backups/folder', 'transfer', 'library', 'courses'],
  settings: ['ports.ts', 'courses'],
  stats: ['ports.ts', 'moment.ts', 'jobs', 'disk', 'courses'],
  parameters: ['ports.ts', 'jobs', 'courses'],
  history: ['ports.ts', 'moment.ts', 'jobs', 'courses'],
  study: ['ports.ts', 'moment.ts', 'jobs', 'courses'],
  plan: ['jobs', 'courses', 'study'],
  authoring: ['ports.ts', 'courses', 'library'],
  lessons: ['ports.ts', 'moment.ts', 'jobs', 'courses', 'study'],
  exam: ['ports.ts', 'courses', 'study'],
  undo: ['ports.ts', 'moment.ts', 'courses', 'history', 'study'],
};

/** The room of a file below core/services; `torture` and other folders that are no rooms belong to the room they stand in. */
export function roomOf(path) {
  const folders = path.split('/').slice(0, -1);
  if (folders.length === 0) return path;
  for (let depth = folders.length; depth > 0; depth--) {
    const room = folders.slice(0, depth).join('/');
    if (room in SERVICE_ROOMS) return room;
  }
  return folders[0];
}

const below = (path) => relative(SERVICES, path).split(sep).join('/');

/** Reports an import from a room that the importing room may not use, or from one that the table does not know. */
export const serviceRooms = {
  meta: { messages: { arrow: '{{from}} must not import {{to}}: see SERVICE_ROOMS in build/service-rooms.mjs' } },
  create(context) {
    const from = roomOf(below(context.filename));
    const check = ({ source }) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const path = below(join(dirname(context.filename), source.value));
      const to = roomOf(path);
      if (path.startsWith('..') || to === from || SERVICE_ROOMS[from]?.includes(to)) return;
      context.report({ node: source, messageId: 'arrow', data: { from, to } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
