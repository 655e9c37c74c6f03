import { AppError } from '../../domain/errors.ts';
import { matches, termsOf } from '../../domain/query/evaluate.ts';
import { foldedQuery } from '../../domain/query/folded-query.ts';
import { parseQuery } from '../../domain/query/parse.ts';
import type { Query } from '../../domain/query/query.ts';
import { optionsOnce } from '../../domain/study/options.ts';
import type { Weights } from '../../domain/study/memory-model.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { needleOf } from '../../domain/text/needle.ts';
import type { Learner } from '../courses/learner.ts';
import type { CardTexts } from '../search/card-texts.ts';
import type { AllCards, CardColumns } from './all-cards.ts';
import { notesWithField } from './field-notes.ts';
import type { RatedCards } from './rated-cards.ts';
import { RowFacts } from './row-facts.ts';
import type { StandingColumns } from './standing-columns.ts';

/** Finds cards by what is written in them. */
export type TextFinder = Pick<CardTexts, 'version' | 'ready' | 'matching' | 'fieldsOf'>;

/** A query, and the course or deck it is asked of. */
export interface Asked {
  readonly query: string;
  readonly courseId?: string;
}

/** The cards a query finds now. Nothing may be waited for between getting it and using it: the columns change in place. */
export interface Found {
  readonly all: CardColumns;
  /** 1 for each row that is found. */
  readonly isFound: Uint8Array;
  readonly total: number;
  readonly moment: Moment;
  /** Of any row. */
  readonly facts: RowFacts;
}

/** Recall moves slowly: it is counted once a minute. */
const MINUTE_MS = 60_000;
/** Answers to queries that are kept: a page further down, or the other way round, asks the same again. */
const KEPT = 8;

/** @throws AppError `bad-query` */
export function parsedQuery(text: string): Query {
  const { query, error } = parseQuery(text);
  if (query !== null) return query;
  const { fault, at, length } = error;
  throw new AppError('bad-query', `a query can not be understood: ${fault} at ${at}`, { reason: fault, at, length });
}

/** Finds the cards of a query among all. */
export class FindCards {
  readonly #kept = new Map<string, Found>();
  #recall: {
    readonly of: StandingColumns;
    readonly version: number;
    readonly minute: number;
    readonly weights: Weights;
    readonly values: Float64Array;
  } | null = null;

  constructor(
    private readonly all: AllCards,
    private readonly learner: Learner,
    private readonly texts: TextFinder,
    private readonly rated: RatedCards,
  ) {}

  /** @throws AppError `bad-query`; `not-found` for a course that is not there */
  async find({ query: text, courseId }: Asked): Promise<Found> {
    const query = foldedQuery(parsedQuery(text));
    const terms = termsOf(query);
    const hasTexts = terms.some(({ kind }) => kind === 'text' || kind === 'field');
    if (hasTexts) await this.texts.ready();
    const answers = terms.some(({ kind }) => kind === 'rated') ? await this.rated.columns() : null;
    const all = await this.all.current();
    const { texts } = this;
    const moment = this.learner.moment();
    const recall = () => this.recall(all, moment);
    const name = JSON.stringify([
      text,
      courseId,
      texts.version,
      all.version,
      moment.today,
      Math.floor(moment.now / MINUTE_MS),
    ]);
    const kept = this.#kept.get(name);
    if (kept?.all === all) return kept;
    const facts = new RowFacts({
      ...{ all, moment, recall, leechLapses: this.#leechLapses(all) },
      containing: (words) => texts.matching(needleOf(words)),
      rated: (days, grade) => this.rated.within(answers!, all, moment.today, days, grade),
      withField: (field, value) => notesWithField(all, field, value, texts),
    });
    const found = { all, moment, facts, ...walked(query, facts, all, this.#scope(all, courseId)) };
    this.#kept.set(name, found);
    for (const old of this.#kept.keys()) if (this.#kept.size > KEPT) this.#kept.delete(old);
    return found;
  }

  /** Recall of every card, at most a minute old. */
  recall(all: CardColumns, { now }: Pick<Moment, 'now'>): Float64Array {
    const minute = Math.floor(now / MINUTE_MS);
    const known = this.#recall;
    const { standing } = all;
    const version = standing.versions.stabilityDays + standing.versions.lastReview;
    const { weights } = this.learner;
    if (known?.of === standing && known.version === version && known.minute === minute && known.weights === weights)
      return known.values;
    const values = standing.recallAt(now, weights);
    this.#recall = { of: standing, version, minute, weights, values };
    return values;
  }

  recallOf(row: number, { all, moment }: Pick<Found, 'all' | 'moment'>): number {
    return all.standing.recallOf(row, moment.now, this.learner.weights);
  }

  #leechLapses({ courses }: CardColumns): Float64Array {
    const optionsOf = optionsOnce(this.learner.progress);
    return Float64Array.from(courses, (course) => optionsOf(course).leechLapses);
  }

  /** By place of the course: 1 where its cards are meant. Null: all. */
  #scope({ courses }: CardColumns, courseId: string | undefined): Uint8Array | null {
    if (courseId === undefined) return null;
    const { id, below = [] } = this.learner.catalog.course(courseId);
    const meant = new Set([id, ...below]);
    return Uint8Array.from(courses, (course) => (meant.has(course.id) ? 1 : 0));
  }
}

/** Asks the query of every row of the scope. */
function walked(query: Query, facts: RowFacts, all: CardColumns, scope: Uint8Array | null) {
  const { length } = all.cards;
  const isFound = new Uint8Array(length);
  let total = 0;
  for (let row = 0; row < length; row++) {
    if (scope !== null && scope[all.course[row]!] === 0) continue;
    facts.row = row;
    if (!matches(query, facts)) continue;
    isFound[row] = 1;
    total += 1;
  }
  return { isFound, total };
}
