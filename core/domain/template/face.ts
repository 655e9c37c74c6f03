import { withMaths } from './maths.ts';
import { mediaNames } from './media-names.ts';
import type { OcclusionShape } from './occlusion.ts';
import { withSounds, type Sound } from './sounds.ts';

/**
 * One side of a card. Its HTML is anyone's and not safe to show yet; `<span data-typed>` in it is the place of the typed
 * answer, `<span data-sound="n">` that of a sound.
 */
export interface Face {
  readonly html: string;
  /** In the order of the text. */
  readonly sounds: readonly Sound[];
  /** Files that the HTML names, sounds among them. */
  readonly media: readonly string[];
  /** Masks over the picture of the card; empty for cards without. */
  readonly shapes: readonly OcclusionShape[];
}

/** A face of rendered text: its formulas set, its sounds taken out. @returns with the sources of formulas that can not be set */
export function faceOf(text: string, shapes: readonly OcclusionShape[]): { face: Face; failed: readonly string[] } {
  const maths = withMaths(text);
  const { html, sounds } = withSounds(maths.html);
  const heard = sounds.flatMap((sound) => (sound.kind === 'file' ? [sound.name] : []));
  return {
    face: { html, sounds, media: [...new Set([...mediaNames(html), ...heard])], shapes },
    failed: maths.failed,
  };
}
