const NESTING = '::';

/** The last part of a deck's whole name: its own, without those above it. */
export const lastDeckName = (name: string): string => name.split(NESTING).at(-1) || name;

/** A deck's whole name, of the whole one of the deck above (empty: none) and its own. */
export const nestedDeckName = (above: string, own: string): string => (above === '' ? own : above + NESTING + own);
