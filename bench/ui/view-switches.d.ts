import type { Page } from '@playwright/test';
import { type ViewName } from './views.ts';
/** Times of showing each view after another one, ms: `rounds` of each. The first round fetches what no view has yet. */
export declare function timeSwitches(page: Page, rounds: number): Promise<Record<ViewName, number[]>>;
/** Goes to a view by its address, as a link does. @returns from the change of the address to the content on the screen, ms */
export declare function showView(page: Page, name: ViewName): Promise<number>;
