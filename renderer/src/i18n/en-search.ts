const numbers = new Intl.NumberFormat('en-GB');
const n = (value: number) => numbers.format(value);

/** The search over everything. */
export const enSearch = {
  'search.open': 'Search',
  'search.key': 'Ctrl K',
  'search.title': 'Search',
  'search.field': 'Search questions, lessons, decks, settings …',
  'search.results': 'Found',
  'search.found': (count: number) => (count === 1 ? '1 found' : `${n(count)} found`),
  'search.foundIn': (count: number, ms: number) => `${n(count)} in ${n(ms)} ms`,
  'search.none': (query: string) => `Nothing has “${query}”.`,
  'search.noneText':
    'Try fewer words or a part of one. Tones and vowels count; accents, capitals and the kind of digits do not.',
  'search.indexing': 'New notes are being made ready; they come in a moment.',
  'search.group.view': 'Go to',
  'search.group.command': 'Do',
  'search.group.setting': 'Settings',
  'search.group.course': 'Courses and decks',
  'search.group.lesson': 'Lessons',
  'search.group.term': 'Glossary',
  'search.group.question': 'Questions',
  'search.group.note': 'Notes',
  'search.group.passage': 'Passages of the source',
  'search.all': (count: number) => `Show all ${n(count)}`,
  'search.place': (lesson: number, course: string) => `Lesson ${n(lesson)} · ${course}`,
  'search.keys.choose': 'choose',
  'search.keys.open': 'open',
  'search.keys.commands': 'commands only',
  'search.keys.close': 'close',
  'search.do.light': 'Light theme',
  'search.do.dark': 'Dark theme',
  'search.do.systemTheme': 'Theme as the system',
  'search.do.thai': 'Show everything in Thai',
  'search.do.english': 'Show everything in English',
};
