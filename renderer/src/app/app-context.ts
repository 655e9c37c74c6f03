import { createContext } from 'svelte';
import type { App } from './app.svelte.ts';

/** The application's state, for views. Components below `views/` get plain props. */
export const [getApp, setApp] = createContext<App>();
