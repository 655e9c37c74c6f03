import type { TakenFile } from '../../app/field-media.svelte.ts';

/** How a field of a note names a file. */
export const inHtml = ({ name, kind }: TakenFile): string =>
  kind === 'image' ? `<img src="${name}">` : `[sound:${name}]`;
