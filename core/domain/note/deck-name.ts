const NESTING = '::';
/** Between the names of a deck's title, as it is read. */
const SHOWN = ' › ';

/** The last part of a deck's whole name: its own, without those above it. */
export const lastDeckName = (name: string): string => name.split(NESTING).at(-1) || name;

/** A deck's whole name, of the whole one of the deck above (empty: none) and its own. */
export const nestedDeckName = (above: string, own: string): string => (above === '' ? own : above + NESTING + own);

/** The own name within a deck's title. @param above title of the deck above, empty where there is none */
export const nameInTitle = (title: string, above: string): string =>
  above !== '' && title.startsWith(above + SHOWN) ? title.slice(above.length + SHOWN.length) : title;

/** The last part of a title, where the deck above is not known. */
export const lastOfTitle = (title: string): string => title.split(SHOWN).at(-1) || title;
