import { pathOf, type Box, type Line } from './chart-layout.ts';

/** The lines of a chart, drawn between boxes wherever the page has put them. */
export class ChartLines {
  paths = $state.raw<readonly { readonly id: string; readonly d: string }[]>([]);
  readonly #lines: () => readonly Line[];

  constructor(lines: () => readonly Line[]) {
    this.#lines = lines;
  }

  /** Attached to the chart: draws anew whenever its size, or the size of a box, changes. */
  readonly watch = (chart: HTMLElement): (() => void) => {
    const lines = this.#lines();
    const observer = new ResizeObserver(() => (this.paths = this.#draw(chart, lines)));
    observer.observe(chart);
    for (const box of boxesIn(chart)) observer.observe(box);
    return () => observer.disconnect();
  };

  #draw(chart: HTMLElement, lines: readonly Line[]) {
    const origin = chart.getBoundingClientRect();
    const boxes = Object.fromEntries(
      [...boxesIn(chart)].map((element): [string, Box] => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [element.dataset['item'] ?? '', { left: left - origin.left, top: top - origin.top, width, height }];
      }),
    );
    return lines.flatMap(({ kind, from, to }) => {
      const [start, end] = [boxes[from], boxes[to]];
      return start && end ? [{ id: `${from}/${to}`, d: pathOf(kind, start, end) }] : [];
    });
  }
}

const boxesIn = (chart: HTMLElement) => chart.querySelectorAll<HTMLElement>('[data-item]');
