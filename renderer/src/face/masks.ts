import type { Side } from './frame-page.ts';

type Mask = Side['masks'][number];
const SVG = 'http://www.w3.org/2000/svg';

/** Draws masks over the picture of a card, as soon as its size is known. */
export function drawMasks(doc: Document, qa: HTMLElement, masks: readonly Mask[]): void {
  if (masks.length === 0) return;
  const image = qa.querySelector<HTMLImageElement>('[id="card-image-occlusion-container"] img[src], img[src]');
  if (!image) return;
  const draw = () => {
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width === 0 || !image.isConnected || image.parentElement?.className === 'masked') return;
    const holder = doc.createElement('span');
    holder.className = 'masked';
    image.replaceWith(holder);
    const svg = doc.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    // Those of other cards that cover nothing are not to be seen.
    const seen = masks.filter(({ kind, isAsked, isCovered }) => kind === 'text' || isAsked || isCovered);
    svg.append(...seen.map((mask) => shapeOf(doc, mask, width, height)));
    holder.append(image, svg);
  };
  if (image.complete) draw();
  image.addEventListener('load', draw, { once: true });
}

function shapeOf(doc: Document, mask: Mask, width: number, height: number): Element {
  const { kind, numbers, isAsked, isCovered } = mask;
  // Shares of the picture; of old notes its pixels.
  const isPixels = [
    ...Object.entries(numbers),
    ...mask.points.map((point) => ['points', Math.max(...point)] as const),
  ].some(
    ([name, value]) => ['left', 'top', 'width', 'height', 'rx', 'ry', 'points'].includes(name) && Math.abs(value) > 1.5,
  );
  const across = (share = 0) => (isPixels ? share : share * width);
  const down = (share = 0) => (isPixels ? share : share * height);
  const { left, top, angle } = numbers;
  const element = doc.createElementNS(SVG, kind);
  const set = (values: Readonly<Record<string, number | string>>) => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
  };
  if (kind === 'rect')
    set({ x: across(left), y: down(top), width: across(numbers['width']), height: down(numbers['height']) });
  else if (kind === 'ellipse') {
    const [rx, ry] = [across(numbers['rx']), down(numbers['ry'])];
    set({ cx: across(left) + rx, cy: down(top) + ry, rx, ry });
  } else if (kind === 'polygon') set({ points: mask.points.map(([x, y]) => `${across(x)},${down(y)}`).join(' ') });
  else {
    const size = numbers['fs'] === undefined ? 0.05 * height : numbers['fs'] * height;
    set({ x: across(left), y: down(top) + size, 'font-size': size * (numbers['scale'] ?? 1) });
    element.textContent = mask.text;
    return element;
  }
  if (angle) set({ transform: `rotate(${angle} ${across(left)} ${down(top)})` });
  set({ class: !isCovered ? 'mask mask-shown' : isAsked ? 'mask mask-asked' : 'mask' });
  return element;
}
