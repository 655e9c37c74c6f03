import { writtenShare, type DrawnMask } from '../../../../core/domain/template/occlusion-text.ts';

export type MaskKind = 'rect' | 'ellipse' | 'polygon';
export type Point = readonly [x: number, y: number];
/** In shares of the picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A mask smaller than this was not meant to be one. */
export const LEAST = 0.01;
const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));
const numberIn = (mask: DrawnMask, name: string): number => {
  const value = Number(mask.values.get(name) ?? 0);
  return Number.isFinite(value) ? value : 0;
};
const withValues = (mask: DrawnMask, values: Readonly<Record<string, string>>): DrawnMask => ({
  ...mask,
  values: new Map([...mask.values, ...Object.entries(values)]),
});

export const cornersOf = (mask: DrawnMask): Point[] =>
  (mask.values.get('points') ?? '')
    .trim()
    .split(/\s+/)
    .flatMap((pair) => {
      const [x, y] = pair.split(',').map(Number);
      return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y) ? [[x, y] as const] : [];
    });

/** The rectangle a mask lies in. */
export function boxOf(mask: DrawnMask): Box {
  if (mask.kind === 'polygon') {
    const corners = cornersOf(mask);
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const [left, top] = [Math.min(1, ...xs), Math.min(1, ...ys)];
    return { left, top, width: Math.max(left, ...xs) - left, height: Math.max(top, ...ys) - top };
  }
  const [left, top] = [numberIn(mask, 'left'), numberIn(mask, 'top')];
  if (mask.kind === 'ellipse') return { left, top, width: 2 * numberIn(mask, 'rx'), height: 2 * numberIn(mask, 'ry') };
  if (mask.kind === 'text') return { left, top, width: 0.1, height: numberIn(mask, 'fs') || 0.05 };
  return { left, top, width: numberIn(mask, 'width'), height: numberIn(mask, 'height') };
}

/** The mask, put into another rectangle: within the picture, and never too small to be seen. */
export function inBox(mask: DrawnMask, wanted: Box): DrawnMask {
  const width = clamp(wanted.width, LEAST, 1);
  const height = clamp(wanted.height, LEAST, 1);
  const left = clamp(wanted.left, 0, 1 - width);
  const top = clamp(wanted.top, 0, 1 - height);
  const place = { left: writtenShare(left), top: writtenShare(top) };
  switch (mask.kind) {
    case 'polygon': {
      const box = boxOf(mask);
      const across = (x: number) => left + (box.width === 0 ? 0 : ((x - box.left) / box.width) * width);
      const down = (y: number) => top + (box.height === 0 ? 0 : ((y - box.top) / box.height) * height);
      return withValues(mask, { ...place, points: pointsText(cornersOf(mask).map(([x, y]) => [across(x), down(y)])) });
    }
    case 'ellipse':
      return withValues(mask, { ...place, rx: writtenShare(width / 2), ry: writtenShare(height / 2) });
    case 'text':
      return withValues(mask, place);
    case 'rect':
      return withValues(mask, { ...place, width: writtenShare(width), height: writtenShare(height) });
  }
}

const pointsText = (corners: readonly Point[]): string =>
  corners.map(([x, y]) => `${writtenShare(clamp(x, 0, 1))},${writtenShare(clamp(y, 0, 1))}`).join(' ');

/** A new mask of a number, in a rectangle or with these corners. */
export function newMask(kind: MaskKind, number: number, place: Box | readonly Point[]): DrawnMask {
  const empty: DrawnMask = { kind, number, name: '', values: new Map() };
  if (!('width' in place)) {
    const drawn = withValues(empty, { left: '', top: '', points: pointsText(place) });
    return inBox(drawn, boxOf(drawn));
  }
  if (kind !== 'polygon') return inBox(empty, place);
  const { left, top, width, height } = place;
  return newMask(kind, number, [
    [left + width / 2, top],
    [left + width, top + height],
    [left, top + height],
  ]);
}

/** The rectangle between two points, however it was drawn. */
export const boxBetween = ([x1, y1]: Point, [x2, y2]: Point): Box => ({
  ...{ left: Math.min(x1, x2), top: Math.min(y1, y2) },
  ...{ width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) },
});

/** The number of the next card. */
export const nextNumber = (masks: readonly DrawnMask[]): number =>
  Math.max(0, ...masks.map(({ number }) => number)) + 1;

const LENGTHS = { across: ['left', 'width', 'rx'], down: ['top', 'height', 'ry'] };

/** Masks of old notes are written in pixels of the picture: in shares they can be drawn on it at any size. */
export function inShares(masks: readonly DrawnMask[], width: number, height: number): readonly DrawnMask[] {
  const isPixels = ({ values }: DrawnMask) =>
    [...LENGTHS.across, ...LENGTHS.down].some((name) => Math.abs(Number(values.get(name) ?? 0)) > 1.5);
  if (!masks.some(isPixels) || width === 0 || height === 0) return masks;
  return masks.map((mask) => {
    const shares = Object.fromEntries(
      Object.entries(LENGTHS).flatMap(([way, names]) =>
        names
          .filter((name) => mask.values.has(name))
          .map((name) => [name, writtenShare(numberIn(mask, name) / (way === 'across' ? width : height))]),
      ),
    );
    const corners = cornersOf(mask).map(([x, y]) => [x / width, y / height] as const);
    return withValues(mask, { ...shares, ...(corners.length > 0 && { points: pointsText(corners) }) });
  });
}
