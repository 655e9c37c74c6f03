import type { Output } from '../../../../core/api/contract.ts';
import type { App } from '../../app/app.svelte.ts';
import { locale } from '../../i18n/locale.svelte.ts';

type Hit = Output<'search.find'>['groups'][number]['hits'][number];
export interface AlikeNote {
  readonly cardId: string;
  readonly deck: string;
}

/** The editor asks when nothing was written for so long. */
const PAUSE_MS = 500;
const MOST = 3;
/** What is shorter is the beginning of anything. */
const SHORTEST = 2;

/** Notes that ask what is being written: looked for while it is written, and told, no more. */
export class AlikeNotes {
  found = $state.raw<readonly AlikeNote[]>([]);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** @param text what is asked @param noteId the note itself, which is not like another */
  look(text: string, noteId: string | null): void {
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    const query = text.replaceAll('"', ' ').trim();
    if (query.length < SHORTEST || query.length > 400) {
      this.found = [];
      return;
    }
    this.#timer = setTimeout(() => void this.#ask(query, noteId, turn), PAUSE_MS);
  }

  end(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
  }

  async #ask(query: string, noteId: string | null, turn: number): Promise<void> {
    const input = { query: `"${query}"`, language: locale.language, kinds: ['note' as const], limit: MOST + 1 };
    // It is a hint: where nothing can be looked up nothing is said.
    const reply = await this.#app.call('search.find', input).catch(() => null);
    if (turn !== this.#turn) return;
    const hits = (reply?.groups ?? []).flatMap(({ best, hits: some }) => (best === 0 ? some : []));
    this.found = hits
      .filter((hit) => isWhole(hit, query))
      .flatMap((hit) => alikeOf(hit, noteId))
      .slice(0, MOST);
  }
}

/** Is all of the title what was looked for? */
const isWhole = ({ title: { text, marks } }: Hit, query: string): boolean =>
  marks.length > 0 && text.length <= query.length + 2;

const alikeOf = ({ address, place }: Hit, noteId: string | null): AlikeNote[] =>
  address.kind === 'note' && (noteId === null || !address.cardId.startsWith(`${noteId}#`))
    ? [{ cardId: address.cardId, deck: place.course }]
    : [];
