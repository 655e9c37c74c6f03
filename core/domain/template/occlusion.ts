import { clozedText, type Cloze } from './cloze.ts';

/**
 * A mask over a picture. Places and lengths are shares of the picture's width or height, 0 to 1; in old notes pixels of
 * the picture (all of them above 1).
 */
export interface OcclusionShape {
  readonly kind: 'rect' | 'ellipse' | 'polygon' | 'text';
  /** Of this card; else of another card of the note. */
  readonly isAsked: boolean;
  /** Is it to be covered? Else an asked one is only framed, to show where the answer is. */
  readonly isCovered: boolean;
  /** By the names they are written with: left, top, width, height, rx, ry, angle (degrees), scale, fs (size of type). */
  readonly numbers: Readonly<Record<string, number>>;
  /** Corners of a polygon. */
  readonly points: readonly (readonly [number, number])[];
  /** Of a label. */
  readonly text: string;
}

const PREFIX = 'image-occlusion:';
const KINDS = ['rect', 'ellipse', 'polygon', 'text'] as const;
const MAX_POINTS = 2000;

export const isOcclusion = (cloze: Cloze): boolean => {
  const first = cloze.children[0];
  return first?.kind === 'text' && first.text.trimStart().startsWith(PREFIX);
};

/**
 * The mask that a gap stands for; null for a kind of mask that is not known.
 * @param number of the card's gap
 */
export function occlusionOf(cloze: Cloze, number: number, side: 'front' | 'back'): OcclusionShape | null {
  const { kind, values } = maskParts(clozedText(cloze));
  if (kind === null) return null;
  const isAsked = cloze.numbers.includes(number);
  const coversAll = values.get('oi') === '1';
  return {
    kind,
    isAsked,
    isCovered: kind !== 'text' && (side === 'front' ? isAsked || coversAll : !isAsked && coversAll),
    numbers: Object.fromEntries(
      [...values]
        .filter(([name, value]) => /^[a-z]{1,12}$/.test(name) && name !== 'oi' && value.trim() !== '')
        .map(([name, value]) => [name, Number(value)] as const)
        .filter(([, value]) => Number.isFinite(value)),
    ),
    points: kind === 'polygon' ? pointsOf(values.get('points') ?? '') : [],
    text: kind === 'text' ? (values.get('text') ?? '') : '',
  };
}

/** What is written of a mask: its kind, null for one that is not known, and its values by their names. */
export function maskParts(text: string): {
  readonly kind: OcclusionShape['kind'] | null;
  readonly values: ReadonlyMap<string, string>;
} {
  const [kindName, ...properties] = parts(text.trim().slice(PREFIX.length));
  const values = properties.map((property) => {
    const equals = property.indexOf('=');
    return equals < 0
      ? ([property, ''] as const)
      : ([property.slice(0, equals).trim(), property.slice(equals + 1)] as const);
  });
  return { kind: KINDS.find((known) => known === kindName) ?? null, values: new Map(values) };
}

/** Cuts at colons that are not escaped. */
function parts(text: string): string[] {
  return (text.match(/(?:\\[\s\S]|[^:\\])+/g) ?? []).map((part) => part.replace(/\\([\s\S])/g, '$1'));
}

function pointsOf(text: string): [number, number][] {
  const points: [number, number][] = [];
  for (const pair of text.trim().split(/\s+/, MAX_POINTS)) {
    const [x, y] = pair.split(',').map(Number);
    if (x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)) points.push([x, y]);
  }
  return points;
}
