import type { Face } from '../../domain/template/face.ts';
import type { OcclusionShape } from '../../domain/template/occlusion.ts';
import type { Sound } from '../../domain/template/sounds.ts';
import { MediaLinks, type MediaAddress } from './media-links.ts';
import { safeCss } from './safe-css.ts';
import { safeHtml } from './safe-html.ts';

/** One side of a card as it may be shown in the frame of cards. */
export interface SafeFace {
  readonly html: string;
  /** The deck's CSS, with what stands in the side itself. */
  readonly css: string;
  readonly sounds: readonly Sound[];
  readonly shapes: readonly OcclusionShape[];
  /** Files of other hosts that are named and not loaded. */
  readonly remote: { readonly count: number; readonly hosts: readonly string[] };
  /** Files that are named and not there: pictures and the like, and sounds. */
  readonly missing: readonly string[];
}

/**
 * Makes a side safe. @param css of the note type, as it came
 * @param address where a file of the media is served
 */
export function safeFace(face: Face, css: string, address: MediaAddress): SafeFace {
  const links = new MediaLinks(address);
  const deckCss = safeCss(css, links);
  const body = safeHtml(face.html, links);
  const silent = face.sounds.flatMap((sound) =>
    sound.kind === 'file' && address(sound.name) === null ? [sound.name] : [],
  );
  return {
    html: body.html,
    css: body.css === '' ? deckCss : `${deckCss}\n${body.css}`,
    sounds: face.sounds,
    shapes: face.shapes,
    remote: { count: links.remoteCount, hosts: links.hosts },
    missing: [...new Set([...links.missing, ...silent])],
  };
}
