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
const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const HEAD = 34;
const LEGEND = 30;
const SIGN = 12;

/** One entry of a legend. `color` is a CSS colour or a token. */
export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly look: 'filled' | 'hatched' | 'line' | 'dashed' | 'dotted';
}

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
  const all = { width: width + 2 * MARGIN, height: height + HEAD + LEGEND + 2 * MARGIN };
  const picture = element('svg', { ...all, viewBox: `0 0 ${all.width} ${all.height}`, role: 'img' });
  const colour = (token: string) => resolved(plot, token);
  const font = { 'font-family': getComputedStyle(plot).fontFamily };
  const copy = withLook(plot);
  copy.setAttribute('x', String(MARGIN));
  copy.setAttribute('y', String(MARGIN + HEAD));
  copy.setAttribute('overflow', 'visible');
  const heading = element('text', {
    x: MARGIN,
    y: MARGIN + 14,
    'font-size': 17,
    'font-weight': 600,
    fill: colour('var(--ink)'),
    ...font,
  });
  heading.textContent = title;
  const name = element('title', {});
  name.textContent = title;
  picture.append(
    name,
    element('rect', { width: '100%', height: '100%', fill: colour('var(--paper)') }),
    heading,
    copy,
    ...legendOf(legend, MARGIN + HEAD + height + 24, { ...font, fill: colour('var(--ink-2)') }, colour),
  );
  return picture as SVGSVGElement;
}

/** A legend in one line; widths are guessed from the letters, as nothing is laid out yet. */
function legendOf(
  legend: readonly LegendEntry[],
  y: number,
  text: Readonly<Record<string, string>>,
  colour: (token: string) => string,
): SVGElement[] {
  let x = MARGIN;
  return legend.flatMap(({ label, color, look }) => {
    const sign =
      look === 'filled' || look === 'hatched'
        ? element('rect', { x, y: y - 10, width: SIGN, height: SIGN, rx: 3, fill: colour(color) })
        : element('path', { d: `M${x} ${y - 4}h18`, stroke: colour(color), 'stroke-width': 2, ...dashOf(look) });
    const words = element('text', { x: x + 24, y, 'font-size': 13, ...text });
    words.textContent = label;
    x += 48 + label.length * 7;
    return [sign, words];
  });
}

const dashOf = (look: LegendEntry['look']): Record<string, string> =>
  look === 'dashed' ? { 'stroke-dasharray': '7 4' } : look === 'dotted' ? { 'stroke-dasharray': '2 4' } : {};

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
  const probe = near.ownerDocument.createElementNS(SVG, 'rect');
  probe.setAttribute('fill', color);
  near.append(probe);
  const { fill } = getComputedStyle(probe);
  probe.remove();
  return fill || color;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
