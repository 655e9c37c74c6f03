import { legendPicture, type LegendEntry } from './legend-picture.ts';
import { svgElement } from './svg-element.ts';

/** What of the page's look a picture takes along. */
const LOOK = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;
const MARGIN = 24;
const HEAD = 34;

export interface Surroundings {
  readonly title: string;
  readonly legend: readonly LegendEntry[];
}

/**
 * A plot as a picture that needs no page: colours as they are shown now, the typeface by its name, a title above and the legend
 * below.
 */
export function standaloneSvg(plot: SVGSVGElement, { title, legend }: Surroundings): SVGSVGElement {
  const [width, height] = [Number(plot.getAttribute('width')), Number(plot.getAttribute('height'))];
  const colour = (token: string) => resolved(plot, token);
  const font = { 'font-family': getComputedStyle(plot).fontFamily };
  const key = legendPicture(legend, width, { ...font, fill: colour('var(--ink-2)') }, colour);
  const all = { width: width + 2 * MARGIN, height: height + HEAD + key.height + 2 * MARGIN };

  const copy = withLook(plot);
  Object.entries({ x: MARGIN, y: MARGIN + HEAD, overflow: 'visible' }).forEach(([name, value]) =>
    copy.setAttribute(name, String(value)),
  );
  const heading = {
    x: MARGIN,
    y: MARGIN + 14,
    'font-size': 17,
    'font-weight': 600,
    fill: colour('var(--ink)'),
    ...font,
  };
  const below = svgElement('g', { transform: `translate(${MARGIN} ${MARGIN + HEAD + height})` });
  below.append(...key.parts);
  const picture = svgElement('svg', { ...all, viewBox: `0 0 ${all.width} ${all.height}`, role: 'img' });
  picture.append(
    saying('title', title),
    svgElement('rect', { width: '100%', height: '100%', fill: colour('var(--paper)') }),
    saying('text', title, heading),
    copy,
    below,
  );
  return picture as SVGSVGElement;
}

function saying(name: string, words: string, attributes: Readonly<Record<string, string | number>> = {}): SVGElement {
  const made = svgElement(name, attributes);
  made.textContent = words;
  return made;
}

/** A copy in which each shape has its own look, and nothing of the page is left. */
function withLook(plot: SVGSVGElement): SVGSVGElement {
  const copy = plot.cloneNode(true) as SVGSVGElement;
  const originals = [plot, ...plot.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((shape, at) => {
    const style = getComputedStyle(originals[at] as Element);
    for (const name of LOOK) {
      const value = style.getPropertyValue(name);
      // A pattern is named by its place in this picture, not by the page's address.
      if (value) shape.setAttribute(name, value.replace(/url\(.*#([\w-]+)"?\)/, 'url(#$1)'));
    }
    ['class', 'tabindex', 'style', 'data-item', 'role'].forEach((name) => shape.removeAttribute(name));
  });
  return copy;
}

/** What a token stands for in the theme shown. */
function resolved(near: Element, color: string): string {
  const probe = svgElement('rect', { fill: color });
  near.append(probe);
  const { fill } = getComputedStyle(probe);
  probe.remove();
  return fill || color;
}
