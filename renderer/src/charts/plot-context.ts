import { createContext } from 'svelte';

/** What a mark asks of the plot it stands in. */
interface PlotOfMark {
  /** 0 for the one mark that Tab reaches. */
  readonly tabindex: (id: string) => 0 | -1;
}

export const [getPlot, setPlot] = createContext<PlotOfMark>();
