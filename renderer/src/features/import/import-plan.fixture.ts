import type { Plan, Report } from './import-work.svelte.ts';

/** What a deck of thirty cards would bring. @param name of its file */
export const planOf = (name: string, change: Partial<Plan> = {}): Plan => ({
  file: { name, bytes: 2_345_678, sha256: 'a'.repeat(64), format: 'anki' },
  counts: { decks: 1, notes: 10, cards: 30, reviews: 120, media: 12, noteTypes: 1 },
  notes: { fresh: 10, updated: 0, same: 0, older: 0, edited: 0 },
  reviews: { fresh: 120, known: 0 },
  has: { schedule: true, presets: false },
  decks: [{ name: 'Language', cards: 30, isThere: false }],
  types: [{ name: 'Basic', notes: 10 }],
  converted: 0,
  dueApart: { cards: 0, of: 0, medianDays: 0 },
  odd: [],
  isAgain: false,
  table: null,
  ...change,
});

/** What came of it. */
export function reportOf(name: string, change: Partial<Report> = {}): Report {
  const { table: _, isAgain: __, ...plan } = planOf(name);
  return {
    ...plan,
    ...{ importId: `of-${name}`, at: Date.parse('2026-11-23T09:00:00+07:00'), into: null, undone: false },
    ...change,
  };
}
