import type { FramePage } from './frame-page.ts';

/** Where a card begins, and where one stays whose height goes with the frame's, px. */
const STAGE = { least: 96, usual: 420, most: 12_000 };
/** The frame's own, px. */
const BORDERS = 2;

/**
 * Keeps the frame as high as its card: pictures and fonts come late. A card whose height goes with the frame's own (`100vh`) would grow
 * without end: it gets the usual height and scrolls within.
 */
export function fitHeight(frame: HTMLIFrameElement, page: FramePage): { begin: () => void; end: () => void } {
  let height = STAGE.least;
  let grown = 0;
  let follows = 0;
  const set = (wanted: number) => {
    height = Math.min(STAGE.most, Math.max(STAGE.least, wanted));
    frame.style.height = `${height + BORDERS}px`;
  };
  const fit = () => {
    if (follows > 2) return;
    const wanted = page.height;
    if (Math.abs(wanted - height) < 1 || (wanted < STAGE.least && height === STAGE.least)) return;
    // It grew again as much as it was given.
    follows = grown > 0 && wanted - height >= grown * 0.5 ? follows + 1 : 0;
    if (follows > 2) return set(STAGE.usual);
    grown = wanted - height;
    set(wanted);
  };
  const observer = new ResizeObserver(fit);
  observer.observe(page.qa);
  const begin = () => {
    grown = follows = 0;
    set(STAGE.least);
    // As many steps at once as it takes to know a card that follows: nothing is seen of them.
    for (let step = 0; step < 5; step++) fit();
  };
  return { begin, end: () => observer.disconnect() };
}
