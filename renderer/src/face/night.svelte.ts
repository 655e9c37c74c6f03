import { MediaQuery } from 'svelte/reactivity';
import type { Settings } from '../../../core/domain/settings.ts';

/** Are cards shown on dark paper? As the learner chose, or as the system has it. */
export class Night {
  readonly #theme: () => Settings['theme'];
  readonly #prefersDark = new MediaQuery('(prefers-color-scheme: dark)');

  constructor(theme: () => Settings['theme']) {
    this.#theme = theme;
  }

  get isNight(): boolean {
    const theme = this.#theme();
    return theme === 'dark' || (theme === 'system' && this.#prefersDark.current);
  }
}
