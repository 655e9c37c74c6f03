import { t } from '../i18n/locale.svelte.ts';
import { Roving } from '../ui/roving.svelte.ts';
import { faceOf, type Asking, type Mark, type MarkFace } from './asking.ts';
import { nearestMark } from './nearest-mark.ts';

interface Given {
  /** In the order they are read. */
  readonly marks: readonly Mark[];
  readonly ask: Asking | undefined;
  /** Marks to emphasise. */
  readonly focus: readonly string[] | undefined;
}

/** The marks of a picture while it is shown or asks: how each looks, and the keys that lead from one to another. */
export class PictureMarks {
  readonly #given: () => Given;
  readonly roving: Roving;
  #area: HTMLElement | null = null;

  constructor(given: () => Given) {
    this.#given = given;
    this.roving = new Roving(
      () => this.reachable,
      (from, key) => nearestMark(this.#spots(), from, key),
    );
  }

  get asking(): Asking | undefined {
    return this.#given().ask;
  }

  /** Marks a key or a press can choose. */
  get reachable(): string[] {
    const { marks, ask } = this.#given();
    return marks.flatMap(({ id }) => (!ask || ask.pickable?.includes(id) ? [id] : []));
  }

  readonly face = (id: string): MarkFace => {
    const { marks, ask } = this.#given();
    return faceOf(this.#mark(id), marks, ask);
  };

  readonly isFocused = (id: string): boolean => this.#given().focus?.includes(id) ?? false;

  /** What is said of a mark to those who do not see it. */
  readonly spoken = (id: string): string => {
    const { text, number, count, isLit, verdict } = this.face(id);
    const { where } = this.#mark(id);
    const parts = [
      number === null ? text : t('mark.number', number, count),
      number === null ? null : (where ?? null),
      number !== null && text !== null ? text : null,
      isLit ? t('mark.asked') : null,
      verdict === null ? null : t(`mark.${verdict}`),
    ];
    return parts.filter((part) => part !== null).join(' · ');
  };

  /** Attached to the element that holds all marks. */
  readonly area = (element: HTMLElement): (() => void) => {
    this.#area = element;
    return () => (this.#area = null);
  };

  readonly #mark = (id: string): Mark => this.#given().marks.find((mark) => mark.id === id) ?? { id, name: id };

  #spots() {
    const order = this.reachable;
    const elements = [...(this.#area?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
    const found = elements.flatMap((element) => {
      const id = element.dataset['item'] ?? '';
      if (!order.includes(id)) return [];
      const { left, top, width, height } = element.getBoundingClientRect();
      return [{ id, x: left + width / 2, y: top + height / 2 }];
    });
    return found.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }
}
