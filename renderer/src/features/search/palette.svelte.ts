import type { SEARCH_KINDS } from '../../../../core/api/search-methods.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import type { App } from '../../app/app.svelte.ts';
import { codeOf } from '../../app/failure.ts';
import { locale, t } from '../../i18n/locale.svelte.ts';
import { cardActions, cardQuery } from './card-actions.ts';
import { foundGroup } from './found-items.ts';
import { ownGroups } from './own-items.ts';
import { inOrder, type PaletteGroup, type PaletteItem } from './palette-items.ts';

type FoundKind = (typeof SEARCH_KINDS)[number];
/** Lines of a group, until all of it are asked for. */
const FEW = 5;
const ALL = 100;
const AGAIN_MS = 400;
/** Before what is typed: the app's own views, settings and commands only. */
const OWN_ONLY = '>';

/** What was typed, what was found for it, and which line is chosen. */
export class Palette {
  query = $state('');
  groups = $state.raw<readonly PaletteGroup[]>([]);
  /** What the groups were found for: what was typed, or what was typed before it. */
  shown = $state('');
  active = $state(0);
  isComplete = $state(true);
  error = $state.raw<ErrorCode | null>(null);
  /** Of the last search, from the key to its answer; null where nothing was asked of the host. */
  tookMs = $state.raw<number | null>(null);
  readonly options: readonly PaletteItem[] = $derived(this.groups.flatMap(({ items }) => items));
  readonly total: number = $derived(this.groups.reduce((sum, { total }) => sum + total, 0));
  readonly chosen: PaletteItem | undefined = $derived(this.options[this.active]);
  readonly #app: Pick<App, 'call' | 'library' | 'preferences'>;
  /** A group of which all are shown. */
  #whole: FoundKind | null = null;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(app: Pick<App, 'call' | 'library' | 'preferences'>) {
    this.#app = app;
  }

  /** Which courses there are says what need not be told of each line. */
  readonly open = (): Promise<void> => {
    void this.#app.library.loadOnce();
    return this.type('');
  };

  readonly type = (text: string): Promise<void> => {
    this.query = text;
    this.#whole = null;
    return this.#search(true);
  };

  readonly step = (by: number): void => {
    const { length } = this.options;
    if (length > 0) this.active = (this.active + by + length) % length;
  };

  readonly close = (): void => {
    this.#turn += 1;
    clearTimeout(this.#timer);
  };

  /** @param isNew what is chosen begins with the first again */
  async #search(isNew: boolean): Promise<void> {
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    const began = performance.now();
    const { query } = this;
    const typed = query.trim();
    const isOwn = typed.startsWith(OWN_ONLY);
    const own = ownGroups(isOwn ? typed.slice(1) : typed, this.#app.preferences, isOwn ? ALL : FEW);
    try {
      const found = isOwn || typed === '' ? null : await this.#found(typed);
      if (turn !== this.#turn) return;
      this.error = null;
      this.isComplete = found?.isComplete ?? true;
      this.groups = inOrder([...own, ...(found?.groups ?? []), ...this.#withCards(typed, found?.groups)]);
      this.tookMs = found ? Math.max(1, Math.round(performance.now() - began)) : null;
      if (!this.isComplete) this.#timer = setTimeout(() => void this.#search(false), AGAIN_MS);
    } catch (cause) {
      if (turn !== this.#turn) return;
      this.error = codeOf(cause);
      this.groups = own;
    }
    this.shown = query;
    this.active = isNew ? 0 : Math.min(this.active, Math.max(0, this.options.length - 1));
  }

  get #courses(): number {
    return this.#app.library.value?.courses.filter(({ kind }) => kind === 'course').length ?? 0;
  }

  async #found(query: string): Promise<{ groups: PaletteGroup[]; isComplete: boolean }> {
    const whole = this.#whole;
    const { groups, isComplete } = await this.#app.call('search.find', {
      ...{ query, language: locale.language, limit: whole ? ALL : FEW },
      ...(whole && { kinds: [whole] }),
    });
    return { isComplete, groups: groups.map((group) => this.#withMore(foundGroup(group, this.#courses), group.kind)) };
  }

  /** What can be done with the cards that are found, where there are any. */
  #withCards(typed: string, found: readonly PaletteGroup[] | undefined): PaletteGroup[] {
    const cards = found && cardQuery(typed);
    if (!cards) return [];
    const hasCards = found.some(({ kind }) => kind === 'question' || kind === 'note');
    return hasCards || cards.hasFilter ? [cardActions(typed, cards.query)] : [];
  }

  /** The line of that name, where it is shown. */
  readonly item = (id: string): PaletteItem | undefined => this.options.find((item) => item.id === id);

  /** With a last line that shows the rest, where there is one. */
  #withMore(group: PaletteGroup, kind: FoundKind): PaletteGroup {
    if (group.total <= group.items.length || this.#whole) return group;
    const showAll = () => {
      this.#whole = kind;
      void this.#search(true);
    };
    const more: PaletteItem = {
      ...{ id: `more-${kind}`, icon: 'down', detail: null, place: '', to: showAll, stays: true },
      title: { text: t('search.all', group.total), marks: [] },
    };
    return { ...group, items: [...group.items, more] };
  }
}
