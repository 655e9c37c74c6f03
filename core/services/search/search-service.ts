import { SEARCH_KINDS } from '../../api/search-methods.ts';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import type { Progress } from '../../domain/progress.ts';
import { typedQuery, type TypedQuery } from '../../domain/text/needle.ts';
import type { Catalog } from '../courses/catalog.ts';
import { inSlices } from '../jobs/slices.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { CardTexts } from './card-texts.ts';
import { changingItems, courseItems, type CourseItem } from './course-items.ts';
import { highlightItems } from './highlight-items.ts';
import { hitOfItem } from './hits.ts';
import { NoteSearch } from './note-search.ts';
import { rankOf } from '../../domain/text/ranking.ts';

type Found = Output<'search.find'>;
type Group = Found['groups'][number];

/** A learner who types is not kept waiting by notes that are still being indexed. */
const PATIENCE_MS = 150;

/** One search over everything that can be learned or read. */
export class SearchService {
  #courses: { readonly of: Catalog['taught']; readonly items: Promise<readonly CourseItem[]> } | null = null;
  #changing: { readonly version: number; readonly items: readonly CourseItem[] } = { version: -1, items: [] };
  readonly #notes: NoteSearch;

  constructor(
    private readonly catalog: Catalog,
    private readonly library: DeckLibrary,
    private readonly texts: CardTexts,
    private readonly progress: () => Pick<Progress, 'records'>,
  ) {
    this.#notes = new NoteSearch(library, texts);
  }

  async find({ query: typed, language, limit, kinds = [...SEARCH_KINDS] }: Input<'search.find'>): Promise<Found> {
    const isComplete = await this.#isReady();
    const query = typedQuery(typed);
    if (query === null) return { groups: [], isComplete };
    const wanted = new Set<string>(kinds);
    const items = [...(await this.#courseItems()), ...this.#changingItems()];
    if (wanted.has('highlight')) items.push(...highlightItems(this.catalog, this.progress()));
    const found = bestOf(items, query, wanted);
    const groups = SEARCH_KINDS.flatMap((kind): Group[] => {
      if (!wanted.has(kind)) return [];
      if (kind === 'note') {
        const notes = this.#notes.find(query, limit);
        return notes ? [{ kind, ...notes }] : [];
      }
      const ranked = (found.get(kind) ?? []).sort((a, b) => a.rank - b.rank);
      const hits = ranked.slice(0, limit).map(({ item }) => hitOfItem(item, query, language));
      return hits.length === 0 ? [] : [{ kind, best: ranked[0]!.rank, total: ranked.length, hits }];
    });
    return { groups: groups.sort((a, b) => a.best - b.best), isComplete };
  }

  /** Notes that can not be read are not found; the check of the data says which. */
  async #isReady(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE_MS)));
    const ready = this.texts.ready().then(
      () => true,
      () => true,
    );
    const isReady = await Promise.race([ready, patience]);
    clearTimeout(timer);
    return isReady;
  }

  #courseItems(): Promise<readonly CourseItem[]> {
    const { taught } = this.catalog;
    if (this.#courses?.of !== taught)
      this.#courses = { of: taught, items: inSlices(collecting(courseItems(this.catalog))) };
    return this.#courses.items;
  }

  #changingItems(): readonly CourseItem[] {
    const { version } = this.library;
    if (this.#changing.version !== version) this.#changing = { version, items: [...changingItems(this.catalog)] };
    return this.#changing.items;
  }
}

function* collecting<T>(items: Iterable<T>): Generator<undefined, T[]> {
  const all: T[] = [];
  for (const item of items) {
    all.push(item);
    yield;
  }
  return all;
}

function bestOf(items: readonly CourseItem[], query: TypedQuery, kinds: ReadonlySet<string>) {
  const found = new Map<string, { readonly rank: number; readonly item: CourseItem }[]>(
    [...kinds].map((kind) => [kind, []]),
  );
  for (const item of items) {
    const ofKind = found.get(item.address.kind);
    const rank = ofKind ? rankOf(item, query) : null;
    if (rank !== null) ofKind?.push({ rank, item });
  }
  return found;
}

/** What the contract asks of it. */
export const searchHandlers = (search: SearchService) =>
  ({ 'search.find': (input) => search.find(input) }) satisfies Partial<Handlers>;
