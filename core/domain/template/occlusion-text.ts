import { parseClozes, clozedText, type Cloze, type ClozeNode } from './cloze.ts';
import { isOcclusion, maskParts } from './occlusion.ts';

/** A mask as it is drawn. Places and lengths are shares of the picture's width or height, as Anki writes them. */
export interface DrawnMask {
  readonly kind: 'rect' | 'ellipse' | 'polygon' | 'text';
  /** Masks of one number are asked on one card. From 1. */
  readonly number: number;
  /** What it is called: shown in the list of masks, never on a card. */
  readonly name: string;
  /** By the names they are written with, `oi` aside; `points` of a polygon and `text` of a label too. */
  readonly values: ReadonlyMap<string, string>;
}

export interface OcclusionText {
  readonly masks: readonly DrawnMask[];
  /** All masks cover their place, not only the one that is asked. */
  readonly hidesAll: boolean;
  /** What stands beside the masks, as it was. */
  readonly rest: string;
}

const PREFIX = 'image-occlusion:';
const OURS = new Set(['oi']);

/** Reads the field of masks. What is no mask is kept as it is. */
export function readOcclusion(text: string): OcclusionText {
  const masks: DrawnMask[] = [];
  let hidesAll = false;
  const rest = parseClozes(text).filter((node) => {
    if (node.kind !== 'cloze' || !isOcclusion(node)) return true;
    const { kind, values } = maskParts(clozedText(node));
    if (kind === null) return true;
    if (values.get('oi') === '1') hidesAll = true;
    masks.push({
      ...{ kind, number: node.numbers[0] ?? 1, name: node.hint ?? '' },
      values: new Map([...values].filter(([name]) => !OURS.has(name))),
    });
    return false;
  });
  return {
    masks,
    hidesAll,
    rest: rest
      .map(textOf)
      .join('')
      .replaceAll(/(?:<br>\s*)+/g, '')
      .trim(),
  };
}

/** The field of masks, a line a mask, as Anki reads and writes it. */
export function writeOcclusion({ masks, hidesAll, rest }: OcclusionText): string {
  const lines = masks.map(({ kind, number, name, values }) => {
    const written = [...values].filter(([, value]) => value !== '').map(([key, value]) => `:${key}=${escaped(value)}`);
    const hides = hidesAll && kind !== 'text' ? ':oi=1' : '';
    const called = name.replaceAll(/[{}]|::/g, ' ').trim();
    return `{{c${number}::${PREFIX}${kind}${written.join('')}${hides}${called === '' ? '' : `::${called}`}}}<br>`;
  });
  return [...lines, ...(rest === '' ? [] : [rest])].join('\n');
}

/** A share as it is written: four digits are a tenth of a pixel of the largest pictures. */
export const writtenShare = (share: number): string =>
  String(Math.round(share * 10_000) / 10_000).replace(/^(-?)0\./, '$1.');

const escaped = (value: string): string =>
  value.replaceAll(/[\\:]|\{\{|\}\}/g, (sign) => (sign.length > 1 ? ' ' : `\\${sign}`));

function textOf(node: ClozeNode): string {
  return node.kind === 'text' ? node.text : sourceOf(node);
}

const sourceOf = ({ numbers, children, hint }: Cloze): string =>
  `{{c${numbers.join(',')}::${children.map(textOf).join('')}${hint === null ? '' : `::${hint}`}}}`;
