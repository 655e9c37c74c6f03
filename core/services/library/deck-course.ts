import type { Course, Lesson } from '../../domain/course.ts';
import type { Bilingual } from '../../domain/question.ts';
import { DECK_PART } from './note-question.ts';

const NOTHING = { th: '', en: '' };

const section = { id: DECK_PART, heading: NOTHING, blocks: { th: [], en: [] }, text: NOTHING, evidence: [] };
/** The one lesson of a deck, number 0 and called as the deck is: cards are in it, and nothing to read. */
const lessonOf = (title: Bilingual): Lesson => ({
  ...{ id: DECK_PART, number: 0, title, subtitle: NOTHING },
  ...{ objectives: [], summary: [], requires: [], sections: [section], questions: [] },
});

/** Of a course that has lost its lessons, while its cards go. */
export const DECK_LESSON: Lesson = lessonOf(NOTHING);

/** A deck: a course that has cards alone. */
export interface DeckCourse extends Course {
  readonly kind: 'deck';
  /** Whole, nested by `::`. */
  readonly name: string;
  readonly above: readonly DeckCourse[];
  readonly below: readonly string[];
}

/** How a deck is called where its place among others does not show. */
const shownName = (name: string): string => name.split('::').join(' › ');

/** Decks by their whole names, those above them made up where they are missing. @param ids of decks that are there, with their names */
export function deckCourses(ids: ReadonlyMap<string, string>, idOf: (name: string) => string): Map<string, DeckCourse> {
  const names = new Map<string, string>();
  for (const [id, name] of ids) if (!names.has(name)) names.set(name, id);
  for (const name of [...names.keys()])
    for (let cut = name.lastIndexOf('::'); cut > 0; cut = name.lastIndexOf('::', cut - 1)) {
      const above = name.slice(0, cut);
      if (!names.has(above)) names.set(above, idOf(above));
    }
  const ordered = [...names].sort(([a], [b]) => compareNames(a, b));
  const courses = new Map<string, DeckCourse & { below: string[] }>();
  for (const [name, id] of ordered) {
    const parent = courses.get(names.get(name.slice(0, Math.max(0, name.lastIndexOf('::')))) ?? '');
    const above = parent ? [parent, ...parent.above] : [];
    for (const deck of above) (deck.below as string[]).push(id);
    const title = { th: shownName(name), en: shownName(name) };
    courses.set(id, {
      ...{ id, kind: 'deck', name, title, above, below: [] },
      ...{ source: NOTHING, lessons: [lessonOf(title)], paragraphs: [], glossary: [], pictures: null },
    });
  }
  return courses;
}

const collator = new Intl.Collator('th', { numeric: true });

/** Each deck stands behind the one it lies below; those side by side by their names. */
function compareNames(a: string, b: string): number {
  const [ones, others] = [a.split('::'), b.split('::')];
  for (const [i, one] of ones.entries()) {
    const other = others[i];
    if (other === undefined) return 1;
    if (one !== other) return collator.compare(one, other) || (one < other ? -1 : 1);
  }
  return ones.length - others.length;
}
