import { svgElement } from './svg-element.ts';

/** One entry of a legend. `color` is a CSS colour or a token. */
export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly look: 'filled' | 'hatched' | 'line' | 'dashed' | 'dotted';
}

const SIGN = 12;
const LINE = 24;
const GAP = 20;
/** Width of a letter, about: nothing is laid out yet. */
const LETTER = 7.4;
const TO_WORDS = 26;

/**
 * A legend for a picture, in as many lines as it takes.
 * @param text look of the words
 * @param colour what a token stands for
 */
export function legendPicture(
  legend: readonly LegendEntry[],
  width: number,
  text: Readonly<Record<string, string>>,
  colour: (token: string) => string,
): { readonly parts: readonly SVGElement[]; readonly height: number } {
  let [x, y] = [0, legend.length > 0 ? LINE : 0];
  const parts = legend.flatMap(({ label, color, look }) => {
    const room = TO_WORDS + label.length * LETTER;
    if (x > 0 && x + room > width) [x, y] = [0, y + LINE];
    const words = svgElement('text', { x: x + TO_WORDS, y, 'font-size': 13, ...text });
    words.textContent = label;
    const sign = signOf(look, x, y, colour(color), colour('var(--khamin)'));
    x += room + GAP;
    return [sign, words];
  });
  return { parts, height: y };
}

function signOf(look: LegendEntry['look'], x: number, y: number, color: string, rim: string): SVGElement {
  if (look === 'filled' || look === 'hatched') {
    const stroke = look === 'hatched' ? rim : color;
    return svgElement('rect', { x, y: y - 10, width: SIGN, height: SIGN, rx: 3, fill: color, stroke });
  }
  const dashes = { line: {}, dashed: { 'stroke-dasharray': '7 4' }, dotted: { 'stroke-dasharray': '2 4' } }[look];
  return svgElement('path', { d: `M${x} ${y - 4}h18`, stroke: color, 'stroke-width': 2, ...dashes });
}
