import { createContext, onMount } from 'svelte';
import type { App } from './app.svelte.ts';

/** The application's state, for views. Their parts get plain props. */
export const [getApp, setApp] = createContext<App>();

/** As `keepLoaded`, for what changes with time: read again at each rollover, and when the learner comes back to the window. */
export function keepCurrent(load: () => void): void {
  const { renewal } = getApp();
  keepLoaded(load);
  onMount(() => renewal.whenRenewed(load));
}

/** Loads what a view shows: at once, and again each time the host is back, as long as the view is there. */
export function keepLoaded(load: () => void): void {
  const { connection } = getApp();
  onMount(() => {
    load();
    return connection.whenBack(load);
  });
}
