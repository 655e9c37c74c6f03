import { readOcclusion, writeOcclusion, type DrawnMask } from '../../../../core/domain/template/occlusion-text.ts';
import {
  boxBetween,
  boxOf,
  inBox,
  inShares,
  LEAST,
  newMask,
  nextNumber,
  type Box,
  type MaskKind,
  type Point,
} from './mask-shapes.ts';

const STEP = 0.01;
type Going =
  | { readonly what: 'draw'; readonly from: Point; readonly to: Point }
  | { readonly what: 'move' | 'size'; readonly at: number; readonly from: Point; readonly box: Box };

/** Drawing masks on a picture: what is drawn, what is in hand, and the text that says it. */
export class MaskDrawing {
  masks = $state.raw<readonly DrawnMask[]>([]);
  hidesAll = $state(true);
  tool = $state<MaskKind>('rect');
  /** Corners of a polygon that is not closed yet. */
  corners = $state.raw<readonly Point[]>([]);
  /** A rectangle that is being drawn; null while none is. */
  readonly drawn = $derived.by((): Box | null => {
    const going = this.#going;
    return going?.what === 'draw' ? boxBetween(going.from, going.to) : null;
  });
  #going = $state.raw<Going | null>(null);
  #rest = '';
  readonly #onchange: (text: string) => void;

  /** @param onchange the field of masks as it is now */
  constructor(onchange: (text: string) => void) {
    this.#onchange = onchange;
  }

  /** Takes what a field says. @returns nothing where it is what was written here */
  readonly read = (text: string): void => {
    if (text === this.#text()) return;
    const { masks, hidesAll, rest } = readOcclusion(text);
    this.masks = masks;
    this.hidesAll = masks.length === 0 || hidesAll;
    this.#rest = rest;
  };

  /** The picture is there: masks in pixels are known as shares of it. */
  readonly sized = (width: number, height: number): void => {
    this.masks = inShares(this.masks, width, height);
  };

  readonly hide = (all: boolean): void => {
    this.hidesAll = all;
    this.#say();
  };

  readonly add = (place: Box | readonly Point[], kind: MaskKind = this.tool): void =>
    this.#set([...this.masks, newMask(kind, nextNumber(this.masks), place)]);
  readonly remove = (at: number): void => this.#set(this.masks.filter((_, place) => place !== at));
  readonly change = (at: number, change: Partial<Pick<DrawnMask, 'name' | 'number'>>): void =>
    this.#put(at, (mask) => ({ ...mask, ...change }));

  /** @param isSize the lower right corner moves, and not the whole */
  readonly nudge = (at: number, [across, down]: Point, isSize: boolean): void =>
    this.#put(at, (mask) => inBox(mask, shifted(boxOf(mask), [across * STEP, down * STEP], isSize)));

  readonly press = (point: Point): void => {
    if (this.tool === 'polygon') this.corners = [...this.corners, point];
    else this.#going = { what: 'draw', from: point, to: point };
  };
  readonly grab = (at: number, what: 'move' | 'size', from: Point): void => {
    const mask = this.masks[at];
    if (mask) this.#going = { what, at, from, box: boxOf(mask) };
  };
  readonly drag = (to: Point): void => {
    const going = this.#going;
    if (going?.what === 'draw') this.#going = { ...going, to };
    else if (going) {
      const by: Point = [to[0] - going.from[0], to[1] - going.from[1]];
      this.#put(going.at, (mask) => inBox(mask, shifted(going.box, by, going.what === 'size')));
    }
  };
  readonly release = (): void => {
    const { drawn } = this;
    this.#going = null;
    if (drawn && drawn.width >= LEAST && drawn.height >= LEAST) this.add(drawn);
  };

  /** Closes the polygon; fewer than three corners are none. @returns whether one was being drawn */
  readonly close = (): boolean => {
    const { corners } = this;
    this.corners = [];
    if (corners.length >= 3) this.add(corners, 'polygon');
    return corners.length > 0;
  };
  readonly giveUp = (): boolean => {
    const wasDrawing = this.corners.length > 0 || this.#going !== null;
    this.corners = [];
    this.#going = null;
    return wasDrawing;
  };

  #put(at: number, change: (mask: DrawnMask) => DrawnMask): void {
    this.#set(this.masks.map((mask, place) => (place === at ? change(mask) : mask)));
  }
  #set(masks: readonly DrawnMask[]): void {
    this.masks = masks;
    this.#say();
  }
  #say(): void {
    this.#onchange(this.#text());
  }
  #text(): string {
    return writeOcclusion({ masks: this.masks, hidesAll: this.hidesAll, rest: this.#rest });
  }
}

const shifted = (box: Box, [across, down]: Point, isSize: boolean): Box =>
  isSize
    ? { ...box, width: box.width + across, height: box.height + down }
    : { ...box, left: box.left + across, top: box.top + down };
