import { lineTexts } from '../../../../core/domain/block-texts.ts';
import type { Range as Places } from '../../../../core/domain/text/found-ranges.ts';
import { foundRanges } from '../../../../core/domain/text/found-ranges.ts';
import { needleOf } from '../../../../core/domain/text/needle.ts';
import type { LessonSection } from './lesson-reading.svelte.ts';

/** One place where what is looked for stands. */
export interface Hit {
  readonly sectionId: string;
  readonly language: 'th' | 'en';
  readonly range: Places;
}

/** Where a text stands in a lesson, in the order of its sections: Thai, years of both eras and capitals as everywhere in the app. */
export function hitsIn(sections: readonly LessonSection[], query: string, languages: readonly ('th' | 'en')[]): Hit[] {
  const needle = needleOf(query);
  if (needle.readings[0].text === '') return [];
  return sections.flatMap(({ id, blocks }) =>
    languages.flatMap((language) => {
      let start = 0;
      return lineTexts(blocks[language]).flatMap((line) => {
        const at = start;
        start += line.length + 1;
        return foundRanges(line, [needle]).map(([from, to]): Hit => ({
          sectionId: id,
          language,
          range: [at + from, at + to],
        }));
      });
    }),
  );
}

interface Owner {
  readonly sections: () => readonly LessonSection[];
  readonly languages: () => readonly ('th' | 'en')[];
  readonly sectionId: () => string | null;
}

/** Looks for words in a lesson, and steps from one to the next. */
export class LessonSearch {
  open = $state(false);
  query = $state('');
  /** Of the hits, the one that is shown. */
  at = $state(0);
  readonly #owner: Owner;
  #field: HTMLInputElement | null = null;
  #before: Element | null = null;
  readonly hits: readonly Hit[] = $derived.by(() =>
    this.open ? hitsIn(this.#owner.sections(), this.query, this.#owner.languages()) : [],
  );
  readonly hit: Hit | null = $derived(this.hits[this.at] ?? null);

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** Opens it, or goes to its field; what was looked for last is chosen, to be written over. */
  readonly show = (): void => {
    if (!this.open) this.#before = document.activeElement;
    this.open = true;
    this.#field?.select();
  };

  /** Closes it: the focus goes back to where it was. */
  readonly close = (): void => {
    this.open = false;
    if (this.#before instanceof HTMLElement && this.#before.isConnected) this.#before.focus({ preventScroll: true });
    else if (document.activeElement === this.#field) this.#field?.blur();
    this.#before = null;
  };

  /** Is it where somebody types? */
  get isFocused(): boolean {
    return this.#field !== null && document.activeElement === this.#field;
  }

  /** The field it is typed into. @returns the way to take it away */
  readonly attach = (field: HTMLInputElement): (() => void) => {
    this.#field = field;
    field.select();
    return () => (this.#field = null);
  };

  /** Something else is looked for: the first place from the section on that is read. */
  readonly look = (query: string): void => {
    this.query = query;
    const ids = this.#owner.sections().map(({ id }) => id);
    const here = ids.indexOf(this.#owner.sectionId() ?? '');
    const first = this.hits.findIndex(({ sectionId }) => ids.indexOf(sectionId) >= here);
    this.at = Math.max(0, first);
  };

  readonly step = (by: 1 | -1): void => {
    const { length } = this.hits;
    if (length > 0) this.at = (this.at + by + length) % length;
  };
}
