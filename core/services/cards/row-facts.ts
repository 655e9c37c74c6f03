import type { CardFacts } from '../../domain/query/evaluate.ts';
import { isWhole, isWithin } from '../../domain/query/pattern.ts';
import type { CardProperty, CardStateName, Pattern } from '../../domain/query/query.ts';
import { QUESTION_KINDS, type Question } from '../../domain/question.ts';
import { searchForm } from '../../domain/text/search-form.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { studyDay } from '../../domain/study/study-day.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { CardColumns } from './all-cards.ts';

/** What the facts of a card need beside its columns. */
export interface FactSources {
  readonly all: CardColumns;
  readonly moment: Moment;
  /** By row; see `StandingColumns.recallAt`. */
  readonly recall: () => Float64Array;
  /** By place of the course: from so many lapses on a card is a leech. */
  readonly leechLapses: Float64Array;
  /** Which cards contain a text. */
  readonly containing: (words: string) => (card: CatalogCard) => boolean;
  /** 1 for each row that was answered so. */
  readonly rated: (days: number, grade: number | null) => Uint8Array;
  /** 1 for each note that has such a field. */
  readonly withField: (field: string, value: Pattern) => Uint8Array;
}

/** The card of a row, which is set before it is asked. What is looked up by a pattern is looked up once for all rows. */
export class RowFacts implements CardFacts {
  row = 0;
  readonly #decks = new Map<Pattern, Uint8Array>();
  readonly #tags = new Map<Pattern, Uint8Array>();
  readonly #types = new Map<Pattern, Uint8Array>();
  readonly #texts = new Map<string, (card: CatalogCard) => boolean>();
  readonly #fields = new Map<Pattern, Uint8Array>();
  readonly #rated = new Map<number, Uint8Array>();

  constructor(private readonly sources: FactSources) {}

  get kind(): Question['kind'] {
    return QUESTION_KINDS[this.sources.all.kind[this.row]!]!;
  }
  get flag(): number {
    return this.#standing.flag[this.row]!;
  }
  get addedDaysAgo(): number {
    return this.#daysAgo(this.sources.all.notes.createdAt[this.#note]!);
  }
  get editedDaysAgo(): number {
    return this.#daysAgo(this.sources.all.notes.editedAt[this.#note]!);
  }
  get dueInDays(): number {
    return this.#standing.dueDay[this.row]! - this.sources.moment.today;
  }

  is(state: CardStateName): boolean {
    const { row } = this;
    const { today } = this.sources.moment;
    const { phase, suspended, marked, buriedUntilDay, lapses } = this.#standing;
    switch (state) {
      case 'new':
        return phase[row] === 0;
      case 'learning':
        return phase[row] === 1 || phase[row] === 3;
      case 'review':
        return phase[row] === 2;
      case 'suspended':
        return suspended[row] === 1;
      case 'buried':
        return buriedUntilDay[row]! > today;
      case 'due':
        return this.dueInDays <= 0 && suspended[row] === 0 && buriedUntilDay[row]! <= today;
      case 'leech':
        return phase[row] !== 0 && lapses[row]! >= this.sources.leechLapses[this.sources.all.course[row]!]!;
      case 'marked':
        return marked[row] === 1;
      case 'tagged':
        return this.#tagSet > 0;
    }
  }

  property(name: CardProperty): number {
    const { row } = this;
    switch (name) {
      case 's':
        return this.#standing.stabilityDays[row]!;
      case 'd':
        return this.#standing.difficulty[row]!;
      case 'r':
        return this.sources.recall()[row]!;
      case 'ivl':
        return this.#standing.intervalDays[row]!;
      case 'lapses':
        return this.#standing.lapses[row]!;
      case 'reps':
        return this.#standing.reps[row]!;
    }
  }

  isInDeck(name: Pattern): boolean {
    const { courses, course } = this.sources.all;
    const namesOf = (place: number) => namesOfCourse(courses[place]!);
    return (
      known(this.#decks, name, courses.length, (place) => namesOf(place).some((each) => isWithin(name, each)))[
        course[this.row]!
      ] === 1
    );
  }

  hasTag(name: Pattern): boolean {
    const { tagSets } = this.sources.all.notes;
    const has = (place: number) => tagSets[place]!.some((tag) => isWithin(name, searchForm(tag)));
    return known(this.#tags, name, tagSets.length, has)[this.#tagSet] === 1;
  }

  isOfNoteType(name: Pattern): boolean {
    const { types, type } = this.sources.all.notes;
    const isSo = (place: number) => isWhole(name, searchForm(types[place]!.name));
    return known(this.#types, name, types.length, isSo)[type[this.#note]!] === 1;
  }

  contains(words: string): boolean {
    let has = this.#texts.get(words);
    if (!has) this.#texts.set(words, (has = this.sources.containing(words)));
    return has(this.sources.all.cards[this.row]!);
  }

  hasField(field: string, value: Pattern): boolean {
    let found = this.#fields.get(value);
    if (!found) this.#fields.set(value, (found = this.sources.withField(field, value)));
    return found[this.#note] === 1;
  }

  wasRated(days: number, grade: 1 | 2 | 3 | 4 | null): boolean {
    const name = days * 8 + (grade ?? 0);
    let found = this.#rated.get(name);
    if (!found) this.#rated.set(name, (found = this.sources.rated(days, grade)));
    return found[this.row] === 1;
  }

  get #standing() {
    return this.sources.all.standing;
  }
  get #note(): number {
    return this.sources.all.note[this.row]!;
  }
  get #tagSet(): number {
    return this.sources.all.notes.tagSet[this.#note]!;
  }
  #daysAgo(at: number): number {
    const { today, clock } = this.sources.moment;
    return today - studyDay(at, clock);
  }
}

/** For each of some places whether it is what a pattern says: looked at once. */
function known(
  found: Map<Pattern, Uint8Array>,
  name: Pattern,
  length: number,
  isSo: (place: number) => boolean,
): Uint8Array {
  let places = found.get(name);
  if (!places) found.set(name, (places = Uint8Array.from({ length }, (_, place) => (isSo(place) ? 1 : 0))));
  return places;
}

/** What a deck or course can be called in a query: a deck by its whole name, a course by its id or its title in either language. */
const namesOfCourse = (course: CardColumns['courses'][number]): string[] =>
  ('name' in course && typeof course.name === 'string'
    ? [course.name]
    : [course.id, course.title.th, course.title.en]
  ).map(searchForm);
